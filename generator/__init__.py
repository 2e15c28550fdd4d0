"""Gongshi: records in, verdicts and pages out."""
