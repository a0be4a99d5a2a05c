"""What one decision costs, by hand, by casa_model and by its peers: `make bench`.

All rows are timed in one process, in interleaved rounds; see `timing`. With `--keep` the results
are written to `results/speed.json` and `docs/benchmarks.md` is printed again from it.
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from tools.bench import engines, handwritten, ours, report
from tools.bench import household as h
from tools.bench.handwritten_complete import difficolta_complete
from tools.bench.machine import stamp
from tools.bench.timing import ROUNDS, SECONDS, Case, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.bench.timing import Timed

HAND: Final = "hand"


class Target(NamedTuple):
    """At most `times` what another row costs; `share` is how it is said."""

    row: str
    other: str
    times: float
    text: str


TARGETS: Final = (
    Target(ours.BITS, HAND, 3, "at most 3 times the hand-written function"),
    Target(ours.BITS, HAND, 2, "better: at most 2 times the hand-written function"),
    Target(ours.BITS, "hand-complete", 2, "better: at most 2 times the harder one"),
    Target(ours.BITS, "zen", 1 / 7, "at most 1/7 of `zen-engine`, compiled beforehand"),
    Target(ours.BITS, "openfisca", 1 / 300, "at most 1/300 of OpenFisca, `calculate` alone"),
)
BETTER: Final = {TARGETS[1].text, TARGETS[2].text}
"""Wished for: missing them is no failure."""


def by_hand() -> Iterator[Case]:
    """The yardstick, the same rule counting months, and a harder yardstick."""
    row = tuple(h.COMPLETE.values())
    for key, label, function in (
        (HAND, "Python by hand: outcome and amount", handwritten.difficolta),
        (
            "hand-months",
            "Python by hand, counting the months of each household",
            handwritten.difficolta_counting_months,
        ),
    ):
        names = {"decide": function, "row": row}
        yield Case(key, label, "decide(*row)", names, function(*row))  # type: ignore[arg-type]
    bare = tuple(h.day_number(it) if isinstance(it, date) else it for it in row)
    yield Case(
        "hand-complete",
        "Python by hand, harder: no fact may be unknown, days as whole numbers",
        "decide(*row)",
        {"decide": difficolta_complete, "row": bare},
        difficolta_complete(*bare),  # type: ignore[arg-type]
    )


def others_by_hand() -> tuple[Case, Case]:
    """The yardstick with the ISEE not known, and that of the second rule."""
    row = tuple(h.UNKNOWN.get(nome) for nome in h.COMPLETE)
    energy = tuple(h.ENERGY.values())
    return (
        Case(
            "hand-unknown",
            "Python by hand",
            "decide(*row)",
            {"decide": handwritten.difficolta, "row": row},
            handwritten.difficolta(*row),  # type: ignore[arg-type]
        ),
        Case(
            "hand-energia",
            "Python by hand",
            "decide(*row)",
            {"decide": handwritten.energia, "row": energy},
            handwritten.energia(*energy),  # type: ignore[arg-type]
        ),
    )


def checked(cases: Iterable[Case], right: tuple[str, int | None]) -> list[Case]:
    """The cases, all of which gave the right answer; else the benchmark ends here."""
    found = list(cases)
    for case in found:
        if case.answer != right:
            message = f"`{case.label}` answers {case.answer}, not {right}"
            raise SystemExit(message)
    return found


def timed(
    peers: Iterable[str], *, rounds: int = ROUNDS, seconds: float = SECONDS
) -> dict[str, object]:
    """Every row, group by group, and how the targets came out."""
    unknown, energy = others_by_hand()
    others = (case for name in peers for case in engines.peer(name).cases())
    groups = {
        "rows": checked([*by_hand(), *ours.cases(), *others], h.ANSWER),
        "unknown": checked([unknown, ours.unknown()], h.UNKNOWN_ANSWER),
        "energia": checked([energy, ours.energy()], h.ENERGY_ANSWER),
    }
    everything = [case for cases in groups.values() for case in cases]
    measured = measure(everything, rounds=rounds, seconds=seconds)
    found: dict[str, object] = {"rounds": rounds}
    rest = iter(measured)
    for group, cases in groups.items():
        found[group] = list(_rows([next(rest) for _ in cases]))
    found["targets"] = list(_targets(measured))
    return found


def _rows(rows: Sequence[Timed]) -> Iterator[dict[str, object]]:
    yardstick = rows[0]
    for row in rows:
        yield {
            "key": row.key,
            "label": row.label,
            "ns": round(row.median, 1),
            "least": round(min(row.rounds), 1),
            "most": round(max(row.rounds), 1),
            "times": round(row.times(yardstick), 2),
        }


def _targets(rows: Iterable[Timed]) -> Iterator[dict[str, object]]:
    by_key = {row.key: row for row in rows}
    for target in TARGETS:
        row, other = by_key.get(target.row), by_key.get(target.other)
        times = None if row is None or other is None else row.times(other)
        yield {
            "target": target.text,
            "times": times if times is None else round(times, 5),
            "held": None if times is None else times <= target.times,
        }


def main() -> int:
    """Measure, print, and keep when asked; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write results and docs")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of a row in each round")
    parser.add_argument("--without-peers", action="store_true", help="only casa_model and by hand")
    asked = parser.parse_args()
    names = () if asked.without_peers else engines.PEERS
    packages = [package for name in names for package in engines.peer(name).PACKAGES]
    results = {
        **stamp(packages),
        **timed(names, rounds=asked.rounds, seconds=asked.seconds),
    }
    print(report.speed(results))
    if asked.keep:
        report.keep("speed", results)
    return int(report.missed(results, BETTER))


if __name__ == "__main__":
    raise SystemExit(main())
