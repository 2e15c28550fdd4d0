"""What scripts read is packed; here it is unpacked again, by the name it has for them."""

import gzip
import json


def text(path):
    """The text of `x.json`, which stands as `x.json.gz`."""
    return gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()).decode()


def read(path):
    """What `x.json` says."""
    return json.loads(text(path))


def plain(files):
    """Files by the name and with the bytes that they have unpacked."""
    for file in files:
        is_packed = file.path.endswith(".gz")
        yield (
            file.path.removesuffix(".gz"),
            gzip.decompress(file.whole) if is_packed else file.whole,
        )
