"""What stands twice in a list, each told at its second place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def repeated(names: Iterable[str], code: str, field: str, *inner: str) -> Iterator[Problem]:
    """A problem for each name that stood before; `inner` leads from the item to the name."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield Problem(code, (field, at, *inner), {"nome": name})
        seen.add(name)


def out_of_order(dal: object, al: object, where: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """A problem when a span of days, of which both ends are known, ends before it begins."""
    if dal is not None and al is not None and al < dal:  # type: ignore[operator]
        yield Problem("giorni-rovesciati", (*where, "al"), {"dal": str(dal), "al": str(al)})
