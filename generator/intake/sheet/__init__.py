"""Workbooks on their way to records: what each cell says, and what of it nobody may guess."""
