"""Results as Markdown, for the terminal, `docs/benchmarks.md` and the README.

Both pages are printed from the results files and never edited by hand between their marks; a test
compares them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from tools.bench.machine import ROOT

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

RESULTS: Final = Path(__file__).with_name("results")
PAGES: Final = {
    "speed": (ROOT / "docs" / "benchmarks.md",),
    "claims": (ROOT / "docs" / "benchmarks.md", ROOT / "README.md"),
}
Results: TypeAlias = dict[str, Any]

_MICROSECOND: Final = 1_000
_SMALL: Final = 0.5
_ENGLISH: Final = {"ammesso": "admitted", "non-ammesso": "not admitted"}


def load(kind: str) -> Results:
    """The results that were kept."""
    found: Results = json.loads((RESULTS / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def keep(kind: str, results: Results) -> None:
    """Write results, and print again the pages that show them."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
    (RESULTS / f"{kind}.json").write_text(text, encoding="utf-8")
    for page in PAGES[kind]:
        old = page.read_text(encoding="utf-8")
        page.write_text(filled(old, kind, part(kind, page.name, results)), encoding="utf-8")


def part(kind: str, page: str, results: Results) -> str:
    """What a page shows of some results."""
    if kind == "speed":
        return speed(results)
    return readme(results) if page == "README.md" else claims(results)


def filled(page: str, kind: str, text: str) -> str:
    """A page with `text` between the marks of `kind`."""
    start, end = f"<!-- {kind}: begin -->\n", f"<!-- {kind}: end -->"
    before, found, rest = page.partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        message = f"the page has no marks `{start.strip()}` and `{end}`"
        raise ValueError(message)
    return f"{before}{start}\n{text}\n{end}{after}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def taken(results: Results) -> str:
    """When, where and with which versions."""
    versions = ", ".join(f"`{name}` {it}" for name, it in results["versions"].items())
    lines = f"Taken on {results['date']}, commit `{results['commit']}`. `{results['machine']}`."
    return f"{lines}\n{versions}.\n" if versions else f"{lines}\n"


# ── speed ───────────────────────────────────────────────────────────────────────────────────────


def speed(results: Results) -> str:
    """The rows of both rules, and the targets."""
    head = ("one decision", "median", "least to most", "times by hand")
    parts = [
        taken(results),
        f"Median of {results['rounds']} rounds.\n",
        table(head, map(_row, results["rows"])),
        "The same household, its ISEE not known; the outcome is `da-completare`:\n",
        table(head, map(_row, results["unknown"])),
        "A smaller rule, the energy support (`energia-l1`), on a complete household:\n",
        table(head, map(_row, results["energia"])),
        table(("target", "measured", ""), map(_target, results["targets"])),
    ]
    return "\n".join(parts)


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    spread = f"{_time(row['least'])} to {_time(row['most'])}"
    return row["label"], _time(row["ns"]), spread, f"{row['times']:,.2f}"


def _time(nanoseconds: float) -> str:
    if nanoseconds < _MICROSECOND:
        return f"{nanoseconds:.0f} ns"
    return f"{nanoseconds / _MICROSECOND:,.1f} µs"


def _target(target: Mapping[str, Any]) -> tuple[str, ...]:
    times = target["times"]
    if times is None:
        return target["target"], "not measured", ""
    said = f"1/{1 / times:.0f}" if times < _SMALL else f"{times:.2f}"
    return target["target"], said, "held" if target["held"] else "**missed**"


def missed(results: Results, wished: Container[str]) -> bool:
    """Whether a target was missed that is not only wished for."""
    return any(each["held"] is False for each in results["targets"] if each["target"] not in wished)


# ── claims ──────────────────────────────────────────────────────────────────────────────────────


def claims(results: Results) -> str:
    """Everything that was asked of every engine."""
    whole = [each for each in results["engines"] if "assets" in each]
    shares = ("law", "engine", "quotas 0.01 to 1.00", "quotas 0.001 to 0.999")
    limits = ("engine", "ISEE 9,359.99", "9,360.00", "9,360.01", "assets at the limit: wrong")
    parts = [
        taken(results),
        "Households exactly at the limit, wrongly decided:\n",
        table(shares, _shares(results["engines"])),
        table(limits, map(_limits, whole)),
        "An ISEE that is not known, in a household that is otherwise complete:\n",
        table(("engine", "says"), ((e["engine"], e["missing"]) for e in whole if "missing" in e)),
    ]
    return "\n".join(parts)


def _shares(asked: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for index, law in enumerate(asked[0]["coarse"]):
        for each in asked:
            grids = (_wrong(each[grid][index]) for grid in ("coarse", "fine"))
            yield f"`costi {law['law']} quota * reddito`", each["engine"], *grids


def _limits(each: Mapping[str, Any]) -> tuple[str, ...]:
    said = (f"{_ENGLISH[it['outcome']]}{' (wrong)' if it['wrong'] else ''}" for it in each["isee"])
    return each["engine"], *said, _wrong(each["assets"])


def _wrong(found: Mapping[str, int]) -> str:
    wrong, asked = found["wrong"], found["of"]
    if not wrong:
        return f"0 of {asked:,}"
    return f"{wrong:,} of {asked:,} ({wrong / asked:.1%})"


def readme(results: Results) -> str:
    """One line for each engine."""
    head = ("", "at `costi = quota * reddito`: wrong", "ISEE not known: it says")
    rows = [
        (each["engine"], _wrong(_all(each)), each["missing"])
        for each in results["engines"]
        if "missing" in each
    ]
    return table(head, rows)


def _all(each: Mapping[str, Any]) -> dict[str, int]:
    lines = [*each["coarse"], *each["fine"]]
    return {key: sum(line[key] for line in lines) for key in ("wrong", "of")}


def ours_wrong(results: Results) -> int:
    """How many households casa_model decided wrongly, by any of its readers."""
    return sum(
        _all(each)["wrong"] + each["assets"]["wrong"] + sum(it["wrong"] for it in each["isee"])
        for each in results["engines"]
        if each["engine"].startswith("casa_model")
    )
