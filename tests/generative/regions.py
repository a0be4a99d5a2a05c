"""Random regions: around a household, a little or a lot of what each of its facts may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from casa_model.readers.ranges import (
    EITHER,
    NEVER,
    NO_TEXT,
    NONE,
    Cell,
    Place,
    Ranges,
    Region,
    is_point,
    perhaps,
    value_of,
)  # fmt: skip

if TYPE_CHECKING:
    from casa_model.rules.facts import Fatti, Value


@st.composite
def around(draw: st.DrawFn, reader: Ranges, fatti: Fatti) -> Region:
    """A region in which a household is: each fact as it is, or anything between two things."""
    region = reader.point(fatti)
    cells = {}
    for place in reader.places(region):
        if draw(st.integers(0, 2)):
            cells[place] = draw(_wider(reader.whole(region, place), reader.cell(region, place)))
    return reader.put(region, cells)


@st.composite
def _wider(draw: st.DrawFn, whole: Any, cell: Any) -> Cell:  # noqa: ANN401 - of any kind
    open_ = draw(st.booleans())
    if isinstance(cell, int):
        return cell | (EITHER if draw(st.booleans()) else 0) | (NONE if open_ else 0)
    found: Any
    if len(whole) == 2:
        some = draw(st.lists(st.sampled_from(whole[0]), max_size=3))
        found = (tuple(dict.fromkeys((*cell[0], *some))), cell[1] or open_)
        return found if found[0] or found[1] else cell
    lo, hi = sorted(draw(st.lists(_near(whole, cell), min_size=2, max_size=2)))
    if cell is not NEVER:
        lo, hi = min(lo, cell[0]), max(hi, cell[0])
    found = (lo, hi, False)
    return perhaps(found) if open_ or cell is NEVER else found


def _near(whole: Any, cell: Any) -> st.SearchStrategy[int]:  # noqa: ANN401 - a span
    lo, hi = whole[0], whole[1]
    at = lo if cell is NEVER else cell[0]
    close = st.integers(-3, 3).map(lambda off: min(max(at + off, lo), hi))
    return close | st.integers(lo, hi)


@st.composite
def inside(draw: st.DrawFn, reader: Ranges, region: Region, base: Fatti) -> Fatti:
    """A household of a region."""
    cells = {}
    for place in reader.places(region):
        cells[place] = draw(_one(reader.cell(region, place)))
    return reader.household(reader.put(region, cells), base)


def _one(cell: Any) -> st.SearchStrategy[Cell]:  # noqa: ANN401 - of any kind
    if isinstance(cell, int):
        return st.sampled_from([mask for mask in (1, 2, NONE) if cell & mask])
    if len(cell) == 2:
        known = [((text,), False) for text in cell[0]]
        return st.sampled_from([*known, NO_TEXT] if cell[1] else known)
    if cell is NEVER:
        return st.just(NEVER)
    ends = st.sampled_from((cell[0], cell[1])) | st.integers(cell[0], cell[1])
    units = ends.map(lambda unit: (unit, unit, False))
    return units | st.just(NEVER) if cell[2] else units


def held(reader: Ranges, region: Region, place: Place) -> Value | None:
    """The value at a place of a region of one."""
    cell = reader.cell(region, place)
    assert is_point(cell)
    return value_of(reader.fatto(place).tipo, cell)
