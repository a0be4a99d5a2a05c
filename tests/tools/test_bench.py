"""The benchmarks run, refuse a wrong answer, and the pages show the results that were kept."""

from __future__ import annotations

import random
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tools.bench import claims, engines, report, speed
from tools.bench import household as h
from tools.bench.machine import ROOT, stamp
from tools.bench.timing import Case, Timed, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

QUOTAS = [Decimal("0.07"), Decimal("0.29"), Decimal("0.5"), Decimal("1.00")]


# ── speed ───────────────────────────────────────────────────────────────────────────────────────


def test_the_benchmark_runs_without_peers() -> None:
    """One short round: the yardstick is 1, the reference reader is far above it."""
    command = [sys.executable, "-m", "tools.bench.speed", "--without-peers"]
    command += ["--rounds", "1", "--seconds", "0.001"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")]

    assert (done.stderr, done.returncode) in {("", 0), ("", 1)}
    assert any("Python by hand: outcome and amount" in row and "| 1.00 |" in row for row in rows)
    assert any("`evaluate`" in row for row in rows)
    assert any("of OpenFisca" in row and "not measured" in row for row in rows)


def test_every_row_answers_for_its_household() -> None:
    """Outcome and amount are checked before anything is timed."""
    found = speed.timed((), rounds=1, seconds=0.0001)
    keys = [[row["key"] for row in found[group]] for group in ("rows", "unknown", "energia")]  # type: ignore[attr-defined]

    assert [key[0] for key in keys] == ["hand", "hand-unknown", "hand-energia"]
    assert {"hand", "hand-months", "evaluate", "decidi"} <= set(keys[0])


def test_a_wrong_answer_ends_the_benchmark() -> None:
    """A fast engine that is wrong is not timed."""
    wrong = Case("peer", "a peer", "pass", {}, ("ammesso", 149_999))

    with pytest.raises(SystemExit, match="`a peer` answers"):
        speed.checked([wrong], h.ANSWER)


def test_a_ratio_is_the_median_of_the_ratios_of_each_round() -> None:
    """A slow round slows both, and its ratio is as good as another."""
    yardstick = Timed("hand", "by hand", (100.0, 1000.0, 100.0))
    row = Timed("bits", "ours", (200.0, 2000.0, 250.0))

    assert (250.0, 2.0) == (row.median, row.times(yardstick))


def test_a_case_is_timed_for_each_decision() -> None:
    """A statement that decides many is divided; what a round prepares is not timed."""
    seen: list[int] = []
    one = Case(
        "one",
        "one",
        "next(rest)",
        {"seen": seen},
        ("ammesso", 0),
        setup="seen.append({number}); rest = iter(range({number}))",
        most=3,
    )
    many = one._replace(key="many", decisions=1000)
    found = measure([one, many], rounds=5, seconds=0.001)

    assert [len(row.rounds) for row in found] == [5, 5]
    assert found[0].median > found[1].median
    assert max(seen) <= 4


@pytest.mark.parametrize(
    ("times", "held"), [((100.0, 200.0), True), ((100.0, 301.0), False), ((100.0, 300.0), True)]
)
def test_a_target_is_held_or_missed(times: tuple[float, float], held: bool) -> None:  # noqa: FBT001 - expected
    """The yardstick's target at three times; those without a row are not measured."""
    rows = [Timed("hand", "", (times[0],)), Timed("bits", "", (times[1],))]
    results = {"targets": list(speed._targets(rows))}

    assert [held, None] == [results["targets"][0]["held"], results["targets"][-1]["held"]]
    assert report.missed(results, speed.BETTER) is not held


# ── claims ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("quota", [*QUOTAS, Decimal("0.333")])
def test_the_households_are_exactly_at_the_share(quota: Decimal) -> None:
    """In whole cents, on both sides."""
    rows = claims.exact_rows(quota, 50, random.Random(1))  # noqa: S311 - any households

    assert len(rows) == 50
    assert all(0 < income <= claims.MOST_INCOME for _, income in rows)
    assert all(costi == quota * income for costi, income in rows)


def test_we_decide_none_wrongly_and_floats_do() -> None:
    """A small grid; what is counted for `float` shows that the count can see a mistake."""
    asked = [engines.ours_evaluate(), engines.ours_fast(), engines.floats()]
    found = claims.compared(asked, coarse=QUOTAS, fine=QUOTAS, households=(20, 5), scales=[157])
    results = {"engines": found}

    assert report.ours_wrong(results) == 0
    assert found[0]["missing"] == "`da-completare`: needs `isee`"
    assert found[0]["assets"] == {"wrong": 0, "of": 2}
    assert report._all(found[-1])["wrong"] > 0
    assert report._all(found[-1])["of"] == 4 * 2 * (20 + 5)


def test_an_engine_that_admits_everybody_is_seen() -> None:
    """At the share, at the ISEE, at the assets."""

    def admits(_op: str, _quota: Decimal, rows: Sequence[tuple[int, int]]) -> list[bool]:
        return [True] * len(rows)

    kind = engines.Engine("casa_model, broken", admits, lambda _: ("ammesso", 1), lambda _: "yes")
    found = claims.compared([kind], coarse=QUOTAS, fine=[], households=(3, 0), scales=[100, 157])

    assert report.ours_wrong({"engines": found}) == 4 * 3 + 2 + 2


# ── pages ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", list(report.PAGES))
def test_the_pages_show_the_results_that_were_kept(kind: str) -> None:
    """`make bench KEEP=yes` and `make claims KEEP=yes` print them; nobody edits them."""
    results = report.load(kind)
    for page in report.PAGES[kind]:
        text = page.read_text(encoding="utf-8")

        assert text == report.filled(text, kind, report.part(kind, page.name, results))


def test_the_results_that_were_kept() -> None:
    """None of ours is wrong, every engine was asked, the day and the machine are told."""
    kept = report.load("claims")

    assert report.ours_wrong(kept) == 0
    assert len(kept["engines"]) >= 6
    assert all(
        report.load(kind)[key] for kind in report.PAGES for key in stamp([]) if key != "versions"
    )


def test_a_page_without_its_marks_is_refused() -> None:
    """Rather than printed nowhere."""
    with pytest.raises(ValueError, match="has no marks"):
        report.filled("<!-- speed: begin -->\n", "speed", "x")
    assert (
        report.filled("a\n<!-- speed: begin -->\nold\n<!-- speed: end -->\nb\n", "speed", "new\n")
        == "a\n<!-- speed: begin -->\n\nnew\n\n<!-- speed: end -->\nb\n"
    )
