"""The page `/data/ocds/`: the files with their sizes, what goes where, and what is left out."""

from collections.abc import Iterable, Sequence

from generator.publish import paper
from generator.publish.data.ocds import extension, identity, mapping
from generator.publish.data.ocds.shape import Json
from generator.publish.data.ocds.thing import Head
from generator.publish.file import File
from generator.publish.press import Press

_TITLE = "开放合同数据（OCDS）"
_OF = {"": "真实", "samples": "样例", "demo": "演示"}


def file(press: Press, heads: Sequence[Head], listed: Sequence[Json]) -> File:
    """The page, from what lies in the packages."""
    shell, prefix = press.chrome["data/ocds"], press.chrome.settings.portal.ocid_prefix
    root = "../" * identity.FOLDER.count("/")
    body = paper.body(
        "ocds.html",
        root=root,
        intro=shell.intro_at(identity.FOLDER),
        prefix=prefix,
        registered=prefix != identity.PLACEHOLDER,
        demo=identity.DEMO if press.shows_demos else "",
        rows=_rows(listed),
        lines_of=[
            _file(one) | {"of": _OF[one["of"]]} for one in listed if one["holds"] == "compiled"
        ],
        lines=mapping.lines(heads),
        without=mapping.without(heads),
        ways=list(mapping.ways()),
        undated=sum(head.undated for head in heads),
        made_up=sum(head.made_up for head in heads if _is_real(head)),
        unlinked=sum(head.unlinked for head in heads if _is_real(head)),
        released=sum(head.releases for head in heads if _is_real(head)),
        extensions=extension.addresses(press.links["site_url"]),
    )
    about = "按开放合同数据标准 1.1.5 取走全部公告：文件、对应关系、没有对应的"
    title = f"{_TITLE} - {press.links['site_name']}"
    return File(f"{identity.FOLDER}index.html", shell.stamp(identity.FOLDER, title, about, body))


def size(many: int) -> str:
    """A size as people read it."""
    if many < 1_000_000:
        return f"{max(1, round(many / 1000))} KB"
    return f"{many / 1_000_000:.1f} MB"


def _is_real(head: Head) -> bool:
    return not head.folder.startswith(("demo/", "samples/"))


def _rows(listed: Iterable[Json]) -> list[Json]:
    """A row a year: how much lies in it, and both its packages."""
    found: dict[tuple[str, str], Json] = {}
    for one in listed:
        if one["holds"] != "compiled":
            row = {"of": _OF[one["of"]], "year": one["year"], "files": []} | _counts(one)
            found.setdefault((one["of"], one["year"]), row)["files"].append(_file(one))
    return list(found.values())


def _counts(one: Json) -> Json:
    return {"processes": one["processes"], "releases": one["releases"]}


def _file(one: Json) -> Json:
    href = one["path"].removeprefix(identity.FOLDER)
    return {"href": href, "size": size(one["bytes"])}
