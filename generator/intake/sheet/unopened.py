"""Why a file cannot be read as a workbook."""


class Unopened(Exception):
    """A file that is no workbook we read, as a sentence that says what would be right."""
