"""Persons in fields of their own, in names of files and in files that are no records."""

from collections.abc import Iterator
from random import Random

from tests.planting import invented
from tests.planting.files import Plant, folder, lay, path_of, project_beside
from tests.planting.places import DAY, Place
from tests.planting.sentences import Said


def structures(rng: Random, n: int) -> Iterator[Plant]:
    """Users of a service, and natural persons, where a record has a field for a name."""
    for i, (kind, body) in enumerate(_FIELDS):
        name = invented.name(rng)
        place = Place(f"user or natural person {i + 1}", kind, body.replace("NAME", name) + "# §\n")
        plant = lay(rng, n + i, place._replace(form="comment"), "核对过")
        lines = plant.content.decode().splitlines()
        found = [number for number, line in enumerate(lines, 1) if name in line]
        yield plant._replace(secrets=(name,), first=found[0], last=found[-1])


_FIELDS = (
    ("award", "panel:\n  size: 3\n  members:\n    - role: user\n      name: NAME\n"),
    ("acceptance", "group:\n  - role: user\n    name: NAME\n"),
    ("acceptance", "group:\n  - role: user\n    printed: 居民NAME\n"),
    ("acceptance", "group: [{role: expert, name: 虚构专家甲}, {role: user, name: NAME}]\n"),
    ("preparation", "group: {members: [{role: user, name: NAME, opinion: 同意}]}\n"),
    ("award", "winners:\n  - natural_person: true\n    printed: NAME\n"),
    ("complaint", "complainant:\n  natural_person: true\n  printed: NAME\n"),
    (
        "complaint",
        "complainant:\n  natural_person: true\n  printed: NAME\n  address: 虚构路12号3栋2单元501室\n",
    ),
)


def misfiled(rng: Random, n: int) -> Iterator[Plant]:
    """Numbers and names that stand in the name of a file or a folder."""
    numbers = [invented.identity(rng, "7"), invented.mobile(rng), invented.card(rng)]
    for i, number in enumerate((*numbers, invented.identity(rng, "2"), invented.mobile(rng))):
        year = f"data/projects/990100/{1900 + i}"
        where = f"{year}/{'' if i else 'p-'}{number}/project.yml"
        yield _named("folder", where, year, number, project_beside(n)[1])
        slot = f"{folder(n + i)}/{DAY}-tender-{number}.yml"
        plant = _named("file of a notice", slot, folder(n + i), number, _record("tender"))
        yield plant._replace(beside=(project_beside(n + i),))
        start = f"data/parties/q{n + i:04}"
        yield _named("file of a party", f"{start}-{number}.yml", start, number, _party(n + i))
    name = invented.name(rng)
    for i, title in enumerate((f"{name}，67岁", f"{name}确诊尿毒症", f"社区戒毒人员{name}")):
        where = folder(n + 20 + i)
        plant = _named("file in Chinese", f"{where}/{title}.yml", where, name, _record("tender"))
        yield plant._replace(beside=(project_beside(n + 20 + i),))


def _named(name: str, path: str, root: str, secret: str, content: bytes) -> Plant:
    return Plant(f"name of a {name}", path, content, root, False, (secret,), 0, 0)


def _record(kind: str) -> bytes:
    head = f"kind: {kind}\ntitle: 虚构云溪街道社会工作服务项目\nfictional: true\n"
    return f"{head}source: {{tier: original, extent: full}}\npublished: {DAY}\n".encode()


def _party(n: int) -> bytes:
    name = "".join("子丑寅卯辰巳午未申酉"[int(c)] * 2 for c in f"{n:04}")
    head = f"kind: party\nname: 虚构{name}中心\ntype: other\nfictional: true\n"
    return f"{head}source: {{tier: original, extent: full}}\n".encode()


def rolls(rng: Random, n: int) -> Iterator[Plant]:
    """Lists of persons as they leave a spreadsheet: what a column holds stands on top of it."""
    for i, (heads, row, comma) in enumerate(_ROLLS):
        name = invented.name(rng)
        rows = (heads, row.replace("NAME", name), row.replace("NAME", invented.name(rng)))
        content = "".join(line.replace(",", comma) + "\n" for line in rows)
        path = f"data/花名册{n + i}.csv" if i % 2 else f"{folder(n + i)}/花名册.csv"
        beside = () if i % 2 else (project_beside(n + i),)
        yield Plant("roll", path, content.encode(), path, False, (name,), 2, 3, beside)


_ROLLS = (
    ("姓名,性别,年龄,诊断", "NAME,男,67,精神分裂症", ","),
    ("序号,姓名,年龄", "1,NAME,67岁", "\t"),
    ("姓名,残疾类别,住址", "NAME,精神二级,虚构路12号3栋2单元501室", ","),
    ("姓名,尿检结果", "NAME,阴性", ";"),
)


def strays(rng: Random, n: int, said: list[Said]) -> Iterator[Plant]:
    """What is no record at all, and lies under `data/` none the less."""
    for i, path in enumerate(_STRAYS):
        one = rng.choice([one for one in said if not one.form])
        start = path.format(folder=folder(n + i), n=n + i)
        content = f"序号,备注\n1,已核对\n2,{one.text}\n3,已核对\n"
        beside = (project_beside(n + i),) if "{folder}" in path else ()
        yield Plant(
            f"stray {path}, {one.name}",
            start,
            content.encode(),
            start,
            False,
            one.secrets,
            3,
            3,
            beside,
        )


_STRAYS = (
    "data/名单{n}.csv",
    "data/notes-{n}.txt",
    "data/notes-{n}",
    "data/projects/notes-{n}.md",
    "data/projects/990100/notes-{n}.txt",
    "data/projects/990100/2026/名单{n}.csv",
    "{folder}/名单.csv",
    "{folder}/notes.txt",
    "{folder}/附件/名单.txt",
    "{folder}/附件/一/二/名单.txt",
    "{folder}/.gitkeep",
    "{folder}/.notes",
    "{folder}/" + DAY + "-tender.yaml",
    "{folder}/" + DAY + "-tender.yml.bak",
    "{folder}/tender.json",
    "data/notices/990100/2026/名单{n}.csv",
    "data/parties/notes-{n}.txt",
    "data/jurisdictions/notes-{n}.csv",
    "data/schema/notes-{n}.json",
)


def misencoded(rng: Random, n: int, said: list[Said]) -> Iterator[Plant]:
    """Files that cannot be read as text of our kind, with digits that anybody can."""
    for i, (label, start, code, end) in enumerate(_ENCODINGS):
        one = rng.choice([one for one in said if not one.form])
        record = _record("tender").decode() + f"# 说明\nbeneficiaries: {one.text}\n"
        path = f"{folder(n + i)}/名单.csv" if i % 2 else path_of("tender", n + i)
        yield Plant(
            f"{label}, {one.name}",
            path,
            start + record.encode(code) + end,
            path,
            False,
            one.secrets,
            7,
            7,
            (project_beside(n + i),),
        )


_ENCODINGS = (
    ("GBK", b"", "gb18030", b""),
    ("GBK", b"", "gb18030", b""),
    ("byte order mark", b"\xef\xbb\xbf", "utf-8", b""),
    ("UTF-16", b"", "utf-16", b""),
    ("a byte that is no UTF-8", b"", "utf-8", b"# \xff\n"),
)
