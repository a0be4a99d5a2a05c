"""Names put in the order in which they need one another, and the circles among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def in_order(needs: Mapping[str, Sequence[str]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The names so that each comes after those that it needs, and the circles, left out.

    Needs that are not among the names do not count. Walks with a trail of its own: a chain may be
    longer than Python's stack.
    """
    order: list[str] = []
    circles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for root in needs:
        trail: dict[str, Iterator[str]] = {} if root in done else {root: iter(needs[root])}
        while trail:
            name, rest = next(reversed(trail.items()))
            need = next((each for each in rest if each in needs and each not in done), None)
            if need is None:
                del trail[name]
                done.add(name)
                order.append(name)
            elif need in trail:
                open_names = list(trail)
                circles.append(tuple(open_names[open_names.index(need) :]))
            else:
                trail[need] = iter(needs[need])
    circular = {name for circle in circles for name in circle}
    return [name for name in order if name not in circular], circles
