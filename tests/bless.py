"""`make bless`: accept what is generated now as what is expected."""

import shutil
import tempfile
from pathlib import Path

from generator.edition import shelf
from generator.records import schema
from tests import handcases, owed, rulecases, said, small

ROOT = Path(__file__).parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as out:
        files = list(small.files(small.SMALL, Path(out)))
        # Only what was made whole takes the place of what was accepted.
        shutil.rmtree(small.EXPECTED, ignore_errors=True)
        shelf.put(small.EXPECTED, files)
    print(f"{len(files)} files of the small site")
    for name, data in schema.schemas().items():
        (ROOT / "data" / "schema" / name).write_bytes(data)
    print("the schemas")
    print(f"what is said of the cases of {said.bless(rulecases.read_all())} rules")
    print(f"{handcases.bless()} verdicts on the purchases judged by hand")
    print(f"{owed.bless() or 'no'} lines of duties: where a test fails, they stay as they are")


if __name__ == "__main__":
    main()
