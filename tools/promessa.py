"""Write `tests/promise/promessa.txt`: every public name, field, type and default, a line each.

    python -m tools.promessa            writes the snapshot again (`make promessa`)
    python -m tools.promessa --check    says what differs from it, and what the changelog lacks

A public module is `casa_model`, or one that `docs/api` documents. An object that `casa_model`
itself exports is told there; elsewhere only that it is the same one. The command line, the codes
of faults and the formats of files are promised too. Types are as the source spells them, so that
no version of Python matters.

`partenza.txt` beside it is what was public at the last release: every name that has changed since
stands in backticks in the first section of the changelog, and one that changed or went under the
heading **Changed** or **Removed**. At a release `partenza.txt` becomes a copy of the snapshot.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
import re
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, ForwardRef, Literal, get_args, get_origin

import attrs
import click

import casa_model
from casa_model.cli import _uscite
from casa_model.cli._app import app
from casa_model.cli._json_decisione import FORMATO as CLI_FORMATO
from casa_model.errors import CATALOGUE
from casa_model.exchange.json import FORMATO
from tools.changelog import lacking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

ROOT: Final = Path(__file__).resolve().parents[1]
HERE: Final = ROOT / "tests" / "promise"
SNAPSHOT: Final = HERE / "promessa.txt"
BASELINE: Final = HERE / "partenza.txt"
CHANGELOG: Final = ROOT / "CHANGELOG.md"
MEND: Final = "make promessa"

OPERATORS: Final = frozenset({
    *("__add__", "__sub__", "__mul__", "__neg__", "__lt__", "__le__", "__gt__", "__ge__"),
    *("__hash__", "__str__", "__len__", "__iter__", "__next__", "__contains__", "__getitem__"),
    *("__call__", "__enter__", "__exit__"),
})  # fmt: skip
"""What an object can do without a name of its own."""

_MODULE: Final = re.compile(r"automodule:: (casa_model[.\w]*)")


def snapshot() -> list[str]:
    """Every line of the promise, in order."""
    exported = {id(getattr(casa_model, name)): name for name in casa_model.__all__}
    lines: list[str] = []
    for module in modules():
        for name in names_of(module):
            found = getattr(module, name)
            path = f"{module.__name__}.{name}"
            top = exported.get(id(found)) if inspect.isclass(found) or callable(found) else None
            if top is not None and module is not casa_model:
                lines.append(f"{path} is casa_model.{top}")
            else:
                lines += _object(path, found, module, name)
    return sorted({*lines, *_command_line(), *_codes()})


def modules() -> list[ModuleType]:
    """The public modules: `casa_model`, and those that the reference documents."""
    pages = sorted((ROOT / "docs" / "api").glob("*.md"))
    found = [name for page in pages for name in _MODULE.findall(page.read_text("utf-8"))]
    return [casa_model, *map(importlib.import_module, dict.fromkeys(found))]


def names_of(module: ModuleType) -> list[str]:
    """What a module makes public: its `__all__`, or what it defines without an underscore."""
    told = getattr(module, "__all__", None)
    if told is not None:
        return sorted(told)
    kept = getattr(module, "__annotations__", {})
    return sorted(
        name
        for name, found in vars(module).items()
        if not name.startswith("_")
        and (getattr(found, "__module__", None) == module.__name__ or name in kept)
        and not inspect.ismodule(found)
    )


def _object(path: str, found: Any, module: ModuleType, name: str) -> Iterator[str]:  # noqa: ANN401
    if inspect.isclass(found):
        yield from _class(path, found)
    elif inspect.isfunction(found) or hasattr(found, "__wrapped__"):
        yield f"{path}{_signature(found)}"
    elif isinstance(found, str | int) and name != "__version__":
        yield f"{path}: {type(found).__name__} = {found!r}"
    elif get_origin(found) is Literal:
        yield f"{path}: {' | '.join(map(repr, get_args(found)))}"
    elif isinstance(found, tuple | frozenset):
        yield f"{path}: {type(found).__name__}"
    else:
        yield f"{path}: {getattr(module, '__annotations__', {}).get(name, 'name')}"


def _class(path: str, cls: type) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    yield f"{path}: class({bases})"
    if issubclass(cls, Enum):
        yield from (f"{path}.{each.name} = {each.value!r}" for each in cls)
    else:  # what an enum can do differs from one version of Python to another
        known = {name for base in cls.__mro__ if base is not object for name in vars(base)}
        able = (n for n in known & OPERATORS if inspect.getattr_static(cls, n) is not None)
        yield from (f"{path}.{name}" for name in able)
    if attrs.has(cls):
        yield from _fields(path, cls)
    for at, name in enumerate(getattr(cls, "_fields", ()), start=1):
        yield f"{path}.{name}: {_spelled(inspect.get_annotations(cls)[name])} [{at}]"
    own = {name for base in cls.__mro__ if base.__module__.startswith("casa_model")
           for name in vars(base)}  # fmt: skip
    fields = {each.name for each in attrs.fields(cls)} if attrs.has(cls) else set()
    if "__init__" in own and not attrs.has(cls):
        yield f"{path}{_signature(cls.__init__)}"  # type: ignore[misc]
    for name in sorted(own - fields):
        held = inspect.getattr_static(cls, name)
        if name.startswith("_") or (issubclass(cls, Enum) and name in cls.__members__):
            continue
        if isinstance(held, property):
            yield f"{path}.{name}: {_returned(held.fget)}"
        elif isinstance(held, classmethod | staticmethod):
            yield f"{path}.{name}{_signature(held.__func__)} [{type(held).__name__}]"
        elif inspect.isfunction(held):
            yield f"{path}.{name}{_signature(held)}"


def _fields(path: str, cls: Any) -> Iterator[str]:  # noqa: ANN401 - any attrs class
    """Each with its place among the arguments: lines are sorted, and the order is promised too."""
    spelled: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        spelled |= inspect.get_annotations(base)
    place = 0
    for each in attrs.fields(cls):
        place += each.init and not each.kw_only
        given = "keyword only" if each.kw_only else place
        if not each.name.startswith("_"):
            kind = _spelled(spelled.get(each.name))
            how = f"[{given}]" if each.init else "[not given]"
            yield f"{path}.{each.name}: {kind}{_default(each)} {how}"


def _default(each: attrs.Attribute[Any]) -> str:
    value = each.default
    if value is attrs.NOTHING:
        return ""
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]
        return " = a new one"
    return f" = {_written(value)}"


def _written(value: object) -> str:
    """A default as one would write it."""
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, Mapping):
        return repr(dict(value))
    return str(value) if isinstance(value, Enum) else repr(value)


def _signature(function: Any) -> str:  # noqa: ANN401 - anything with a signature
    parts: list[str] = []
    starred = False
    for each in inspect.signature(function).parameters.values():
        if each.kind is each.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        stars = "*" * ((each.kind is each.VAR_POSITIONAL) + 2 * (each.kind is each.VAR_KEYWORD))
        starred = starred or each.kind is each.VAR_POSITIONAL
        default = "" if each.default is each.empty else f" = {_written(each.default)}"
        kind = "" if each.annotation is each.empty else f": {_spelled(each.annotation)}"
        parts.append(f"{stars}{each.name}{kind}{default}")
    return f"({', '.join(parts)}) -> {_returned(function)}"


def _returned(function: Any) -> str:  # noqa: ANN401 - anything with a signature
    return _spelled(inspect.signature(function).return_annotation)


def _spelled(annotation: object) -> str:
    """A type as the source spells it."""
    if isinstance(annotation, ForwardRef):  # of a `NamedTuple`
        return annotation.__forward_arg__
    if isinstance(annotation, str):
        return annotation
    return getattr(annotation, "__name__", str(annotation))


def _command_line() -> Iterator[str]:
    for name, command in app("it").commands.items():
        for param in command.params:
            spelled = "/".join(param.opts) if isinstance(param, click.Option) else param.metavar
            yield f"$ casa-model {name} {spelled}{''.join(_terms(param))}"
    for name, code in vars(_uscite).items():
        if type(code) is int:
            yield f"$ exit code {code}: {name}"


def _terms(param: click.Parameter) -> Iterator[str]:
    """What may be written there, what stands there when nothing is, and whether it must be."""
    if getattr(param, "is_flag", False):
        yield " [flag]"
    elif isinstance(param.type, click.Choice):
        yield f" {'|'.join(param.type.choices)}"
    if isinstance(param.default, str):
        yield f" = {param.default!r}"
    if isinstance(param, click.Option) and param.required:
        yield " [required]"
    if isinstance(param, click.Option) and param.multiple:
        yield " [many]"


def _codes() -> Iterator[str]:
    yield from (f"fault {code}" for code in CATALOGUE)
    yield f"format of JSON {FORMATO}"
    yield f"format of JSON of the command line {CLI_FORMATO}"


def faults() -> list[str]:
    """What is wrong: the snapshot is not what is public, or the changelog is silent."""
    live = snapshot()
    kept = SNAPSHOT.read_text("utf-8").splitlines()
    told = []
    if live != kept:
        differ = difflib.unified_diff(
            kept, live, "promessa.txt", "what is public", lineterm="", n=0
        )
        told.append("the snapshot is not what is public; run `" + MEND + "` and read what differs:")
        told += [line for line in differ if not line.startswith("@@")]
    silent = lacking(BASELINE.read_text("utf-8").splitlines(), live, CHANGELOG.read_text("utf-8"))
    if silent:
        told.append("the first section of CHANGELOG.md does not name:")
        told += [f"  {name}" for name in silent]
    return told


def main(args: Sequence[str]) -> int:
    """Write or check; 1 when something is wrong."""
    if "--check" not in args:
        SNAPSHOT.write_text("\n".join(snapshot()) + "\n", encoding="utf-8")
    told = faults()
    if told:
        print("\n".join(told), file=sys.stderr)
    else:
        print(f"promise: {len(snapshot())} lines, {len(casa_model.__all__)} names of casa_model")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
