"""A table as Parquet: exact decimals, days as days, the Chinese name of each column beside it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from generator.publish.data.packed import Drain
from generator.publish.data.table import Table, Values

_ROWS = 20_000
# 15 digits of 亿元 have 23 before the point, and a score may have many behind it.
_DIGITS, _BEHIND = 38, 10


def pieces(table: Table, rows: Iterable[Values]) -> Iterator[bytes]:
    """The bytes of the file, a group of rows at a time."""
    # Only whoever writes tables pays for it: a check does not.
    import pyarrow as pa
    from pyarrow import parquet

    schema, drain = _schema(table), Drain()
    sink = pa.PythonFile(drain, mode="w")
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        held = iter(rows)
        while some := list(islice(held, _ROWS)):
            columns = zip(*some, strict=True)
            arrays = [
                pa.array(column, one.type) for column, one in zip(columns, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            yield drain.take()
    yield drain.take()


def _schema(table: Table) -> Any:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.decimal128(_DIGITS, _BEHIND),
        "date": pa.date32(),
        "boolean": pa.bool_(),
    }
    fields = [
        pa.field(one.name, types[one.type], metadata={"label": one.label}) for one in table.columns
    ]
    return pa.schema(fields, metadata={"title": table.label, "about": table.about})
