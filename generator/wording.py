"""What findings say: their sentences, read from the code that says them.

There is no second list that could say something else. Where a sentence names
what stands in a file, `…` stands here.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.records.privacy.gate import said_of
from generator.records.privacy.signs import SIGNS

_ROOT = Path(__file__).parent
_ID = re.compile(r"(?:RC|PD|MG|AB|ST|PG|CH)-\d+")
_CHINESE = re.compile(r"[一-鿿]{2}")
# What a sentence is made with is told too where it says alone what would be right.
_REMEDY = re.compile(r"；|请(?!核对|照原文)|，请|例如|要写|可以放|是不是")
_GAP = re.compile(r"\{\w*\}")
# What these say is always of one kind, and its id is given where they are called.
_ONE_ID = {
    "records/slips.py": "RC-2",
    "records/commas.py": "RC-6",
    "records/strangers.py": "RC-4",
    "records/shapes.py": "RC-3",
    "records/offers.py": "RC-6",
    "records/credit_code.py": "RC-10",
    "records/model/": "RC-6",
    "publish/chrome/paging.py": "PG-3",
    "publish/chrome/markup.py": "PG-3",
    "publish/chrome/crossings.py": "PG-3",
}
_REFUSED = "wrong"

_Place = tuple[ast.AST, ast.FunctionDef]


@cache
def sentences() -> Mapping[str, tuple[str, ...]]:
    """By id of finding, every sentence that is said under it, in the order of the code."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for sign in SIGNS:
        found[sign.id][said_of(sign)] = None
    for path in sorted(_ROOT.rglob("*.py")):
        for id, said in _of_module(path):
            found[id][said] = None
    return {id: tuple(found[id]) for id in sorted(found, key=_order)}


def _order(id: str) -> tuple[str, int]:
    family, _, number = id.partition("-")
    return family, int(number)


def _of_module(path: Path) -> Iterator[tuple[str, str]]:
    name = path.relative_to(_ROOT).as_posix()
    # The table of signs is read as it is, not as text.
    if name in {"wording.py", "records/privacy/signs.py"}:
        return
    module = ast.parse(path.read_text("utf-8"))
    ids = [id for start, id in _ONE_ID.items() if name.startswith(start)]
    told = [(ids[0], one) for one in _refusals(module)] if ids else _Code(module).told()
    for id, text in told:
        said = _GAP.sub("…", text)
        if _CHINESE.search(said) and said[0] not in "；，":
            yield id, said


def _refusals(module: ast.Module) -> Iterator[str]:
    """All that a module refuses with; `wrong` itself puts first what is written."""
    calls = [one for one in _within(module) if isinstance(one, ast.Call)]
    wrong = [one for one in calls if getattr(one.func, "id", "") == _REFUSED]
    remedies = [text for call in wrong for one in call.args[2:] for text in _texts(one)]
    yield from (f"写的是 …；{text}" for text in remedies)
    yield from (text for text in _texts(module) if _REMEDY.search(text) and text not in remedies)


class _Code:
    """One module: its functions, the ids it names, and what is said beside them."""

    def __init__(self, module: ast.Module) -> None:
        self.module = module
        self.functions = {one.name: one for one in module.body if isinstance(one, ast.FunctionDef)}
        self.named = dict(_named(module))
        self.held: dict[tuple[str, str], list[_Place]] = defaultdict(list)
        self.given: dict[str, list[tuple[ast.Call, ast.FunctionDef]]] = defaultdict(list)
        self.gives: dict[str, list[_Place]] = defaultdict(list)
        for function in self.functions.values():
            self._look_into(function)

    def told(self) -> Iterator[tuple[str, str]]:
        """Every id with the texts that stand beside it in a call or a tuple."""
        yield from self._told(self.module, None)

    def _told(self, node: ast.AST, inside: ast.FunctionDef | None) -> Iterator[tuple[str, str]]:
        inside = node if isinstance(node, ast.FunctionDef) else inside
        beside = _beside(node)
        for id in filter(None, map(self._id, beside)):
            for one in beside:
                yield from ((id, text) for text in self._said(one, inside))
        for child in ast.iter_child_nodes(node):
            yield from self._told(child, inside)

    def _id(self, node: ast.AST) -> str:
        text = _text(node) or self.named.get(getattr(node, "id", ""), "")
        return text if _ID.fullmatch(text) else ""

    def _said(self, node: ast.AST, inside: ast.FunctionDef | None) -> Iterator[str]:
        """A text; of what is not written in place, all that it is made with."""
        if text := _text(node):
            yield text
        for one in self._behind_all(node, inside, frozenset()):
            if _REMEDY.search(one):
                yield one

    def _behind_all(
        self, node: ast.AST, inside: ast.FunctionDef | None, seen: frozenset[str]
    ) -> Iterator[str]:
        """The texts of an expression, and of the names and functions that it is made with."""
        for one in _within(node):
            name = getattr(one, "id", "")
            if text := _text(one):
                yield text
            elif name and name not in seen and inside:
                for value, where in self._behind(name, inside):
                    yield from self._behind_all(value, where, seen | {name})

    def _look_into(self, function: ast.FunctionDef) -> None:
        for node in ast.walk(function):
            if isinstance(node, ast.Assign | ast.NamedExpr):
                for one in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    self.held[function.name, _held(one)].append((node.value, function))
            elif isinstance(node, ast.Call):
                self.given[getattr(node.func, "id", "")].append((node, function))
            elif isinstance(node, ast.Return | ast.Yield) and node.value:
                self.gives[function.name].append((node.value, function))

    def _behind(self, name: str, inside: ast.FunctionDef) -> Iterator[_Place]:
        """What a name holds in its function, is called with, or gives as a function."""
        yield from self.held.get((inside.name, name), ())
        names = [one.arg for one in inside.args.args]
        if name in names:
            at = names.index(name)
            calls = self.given.get(inside.name, ())
            yield from ((one, where) for call, where in calls for one in call.args[at:][:1])
        yield from self.gives.get(name, ())


def _held(target: ast.AST) -> str:
    """The name that is given a value, or whose entry is."""
    holder = target.value if isinstance(target, ast.Subscript) else target
    return str(getattr(holder, "id", ""))


def _named(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The constants of a module that hold an id."""
    for node in module.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            names, values = getattr(target, "elts", [target]), getattr(value, "elts", [value])
            pairs = zip(names, values, strict=False)
            yield from (
                (one.id, _text(given))
                for one, given in pairs
                if isinstance(one, ast.Name) and _ID.fullmatch(_text(given))
            )


def _beside(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        return node.args
    return node.elts if isinstance(node, ast.Tuple) else []


def _texts(node: ast.AST) -> Iterator[str]:
    return filter(None, map(_text, _within(node)))


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all inside it but docstrings; of a text only what is put into it."""
    yield node
    for one in ast.iter_child_nodes(node):
        # A pattern is what is looked for, and no word to anybody.
        is_pattern = isinstance(one, ast.Call) and ast.unparse(one.func) == "re.compile"
        is_piece = isinstance(one, ast.Constant) and isinstance(node, ast.JoinedStr | ast.Expr)
        if not (is_pattern or is_piece):
            yield from _within(one)


def _text(node: ast.AST) -> str:
    """A text as it is written, `…` for what is put into it; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(one) or "…" for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
