"""How templates become Python: what HTML needs not is left out, and what is called is called.

Jinja asks of each call whether it wishes for a context, and makes an object of each text. Of a
page with two hundred calls and a thousand texts none needs it.
"""

import re
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.nodes import Call
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner
except ImportError:
    from markupsafe._native import _escape_inner

# What HTML ends by itself: at the next of its kind, or with what it stands in. What heads a
# column is known by where it stands.
_IMPLIED = re.compile(r'</(?:d[dt]|li|t[dhr]|tbody|thead)>|(?<=<th) scope="col"')


class Lean(Extension):
    """Leaves out of a page what HTML implies: three thousand bytes of a record's are ends of rows."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template as it is compiled; what is read by other programs keeps every end."""
        return _IMPLIED.sub("", source) if name and name.endswith(".html") else source


# Stands where the arguments of a call begin, until the whole is written.
_ARGUMENTS = "\0"


class _Direct(CodeGenerator):
    """Writes a call as a call: nothing that is called here asks for the context it is called in."""

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f"({_ARGUMENTS}")
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class Plain(Macro):
    """A macro that is mostly called with its arguments in their order, and then has only to run."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *args: Any, **named: Any) -> str:
        """What it makes, marked as escaped. Raises TypeError for arguments it does not know."""
        lacks = len(self.arguments) - len(args)
        if named or lacks < 0 or not self._is_plain:
            return super().__call__(*args, **named)
        # What is missing has a default, or is told of by the macro itself.
        return Markup(self._func(*args, *(missing,) * lacks) if lacks else self._func(*args))


class Quick(Environment):
    """Templates in which what has nothing to escape is not made into an object that says so."""

    code_generator_class = _Direct

    def _generate(self, *given: Any, **named: Any) -> str:
        made: str = super()._generate(*given, **named)
        first, found, rest = made.partition("\n")
        assert {"Macro,", "escape,"} <= set(first.split())
        rest = rest.replace(f"{_ARGUMENTS}, ", "").replace(_ARGUMENTS, "")
        return f"{first}{found}from {__name__} import Plain as Macro, quick as escape\n{rest}"

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ever; but what has names is not asked first for a place of that name."""
        if argument.__class__ is str and isinstance(obj, tuple):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


def quick(value: Any) -> Any:
    """A value as HTML has it: a thousand are asked about on a page, and few hold a mark.

    Text is escaped by what `escape` itself calls, without the object that says that it is.
    """
    kind = value.__class__
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)
