"""Where the values of a file stand, for its findings: line and column of each path."""

from functools import lru_cache

import yaml

from generator.records.source import Path, Place, composed


def locate(text: str, path: Path, *, key: bool = False) -> Place:
    """Where the value at `path` stands, or its key; the nearest parent if gone."""
    return _layout(text).place(path, key=key)


class Layout:
    """Where each value of one text stands: composed once, however often it is asked."""

    __slots__ = ("_held", "_root")

    def __init__(self, text: str) -> None:
        self._root = composed(text)
        self._held: dict[int, dict[str, _Pair]] = {}

    def place(self, path: Path, *, key: bool) -> Place:
        """The place of a value or of its key; the nearest parent if gone."""
        if not path or self._root is None:
            return Place(1, 1)
        node, mark = self._root, self._root.start_mark
        for step in path:
            pair = self._child(node, step)
            if pair is None:
                break
            name, node = pair
            at_value = isinstance(node, yaml.ScalarNode) and not key
            mark = node.start_mark if at_value else name.start_mark
        return Place(mark.line + 1, mark.column + 1)

    def span(self, path: Path, *, key: bool) -> tuple[int, int] | None:
        """Where the text of a single value begins and ends, or that of its key, counted in signs.

        None where no single value stands at the path, or one of several lines.
        """
        node = name = self._root
        for step in path:
            pair = self._child(node, step) if node else None
            if pair is None:
                return None
            name, node = pair
        while not key and isinstance(node, yaml.MappingNode) and "value" in self._pairs(node):
            # `{value: …, basis: …}` stands for the value itself.
            node = self._pairs(node)["value"][1]
        found = name if key else node
        if not isinstance(found, yaml.ScalarNode) or (found.style or "") in {"|", ">"}:
            return None
        return found.start_mark.index, found.end_mark.index

    def _child(self, node: yaml.Node, step: str | int) -> "_Pair | None":
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            return (node.value[step],) * 2 if step < len(node.value) else None
        if not isinstance(node, yaml.MappingNode):
            # A single value may stand for a list of one.
            return (node, node) if step == 0 else None
        pairs = self._pairs(node)
        if found := pairs.get(str(step)):
            return found
        # `{value: …, basis: …}` stands for the value itself.
        if "value" in pairs:
            return self._child(pairs["value"][1], step)
        return (node, node) if step == 0 else None

    def _pairs(self, node: yaml.MappingNode) -> "dict[str, _Pair]":
        # A thousand keys are asked for a thousand times.
        if id(node) not in self._held:
            named = reversed(node.value)
            self._held[id(node)] = {str(name.value): (name, value) for name, value in named}
        return self._held[id(node)]


_Pair = tuple[yaml.Node, yaml.Node]


# The findings of a file come one after the other; few trees are ever held.
@lru_cache(maxsize=4)
def _layout(text: str) -> Layout:
    return Layout(text)
