"""What engines say exactly at a limit, and when the ISEE is not known: `make claims`.

Prints the table of the README and that of `docs/benchmarks.md`. With `--keep` the results are
written to `results/claims.json`, and both pages are printed again from it.
"""

from __future__ import annotations

import argparse
import random
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tools.bench import engines, report
from tools.bench import household as h
from tools.bench.machine import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.bench.engines import Engine

SEED: Final = 20240902
MOST_INCOME: Final = 4_000_000  # 40,000.00 euro
COARSE: Final = [Decimal(n).scaleb(-2) for n in range(1, 101)]
FINE: Final = [Decimal(n).scaleb(-3) for n in range(1, 1000) if n % 10]
LAWS: Final = ((">", False), (">=", True))
"""The comparison of the law, and whether a household exactly at the limit is beyond it."""

SOGLIA_ISEE: Final = 936_000
BASE: Final = 1_600_000
PER_HUNDREDTH: Final = 5_000


def exact_rows(quota: Decimal, count: int, chance: random.Random) -> engines.Rows:
    """Households whose costs are exactly the share of income: both are whole cents."""
    over, under = quota.as_integer_ratio()
    parts = [chance.randrange(1, MOST_INCOME // under) for _ in range(count)]
    return [(over * part, under * part) for part in parts]


def at_the_share(
    engine: Engine, quotas: Sequence[Decimal], count: int
) -> Iterator[dict[str, int | str]]:
    """How many households exactly at the limit are wrongly decided, by the law's comparison."""
    for op, right in LAWS:
        chance = random.Random(SEED)  # noqa: S311 - the same households for every engine
        wrong = asked = 0
        for quota in quotas:
            rows = exact_rows(quota, count, chance)
            said = engine.beyond(op, quota, rows)
            wrong += sum(each is not right for each in said)
            asked += len(said)
        yield {"law": op, "wrong": wrong, "of": asked}


def at_the_isee(engine: Engine) -> Iterator[dict[str, str | int]]:
    """A cent below, at, and a cent above the ISEE limit, which the law excludes."""
    assert engine.decide is not None  # noqa: S101 - asked of whole engines only
    for cents in (SOGLIA_ISEE - 1, SOGLIA_ISEE, SOGLIA_ISEE + 1):
        outcome, _ = engine.decide({**h.COMPLETE, "isee": cents})
        yield {"isee": cents, "outcome": outcome, "wrong": _wrong(outcome, cents < SOGLIA_ISEE)}


def at_the_assets(engine: Engine, scales: Sequence[int]) -> dict[str, int]:
    """Assets exactly at the limit of each equivalence scale, and a cent above."""
    assert engine.decide is not None  # noqa: S101 - asked of whole engines only
    wrong = asked = 0
    for scale in scales:
        limit = BASE + PER_HUNDREDTH * scale
        for isp, right in ((limit, True), (limit + 1, False)):
            facts = {**h.COMPLETE, "componenti": 3, "scala_equivalenza": scale, "isp": isp}
            wrong += _wrong(engine.decide(facts)[0], right)
            asked += 1
    return {"wrong": wrong, "of": asked}


def _wrong(outcome: str, right: bool) -> int:  # noqa: FBT001 - whether it should be admitted
    return int(outcome != ("ammesso" if right else "non-ammesso"))


def without_isee(engine: Engine) -> str:
    """What a caller is told when the ISEE is left out of a complete household."""
    assert engine.says is not None  # noqa: S101 - asked of whole engines only
    return engine.says({nome: it for nome, it in h.COMPLETE.items() if nome != "isee"})


def compared(
    asked: Sequence[Engine],
    *,
    coarse: Sequence[Decimal] = COARSE,
    fine: Sequence[Decimal] = FINE,
    households: tuple[int, int] = (200, 50),
    scales: Sequence[int] = range(100, 2000),
) -> list[dict[str, object]]:
    """Every question to every engine."""
    found: list[dict[str, object]] = []
    for engine in asked:
        said: dict[str, object] = {
            "engine": engine.name,
            "coarse": list(at_the_share(engine, coarse, households[0])),
            "fine": list(at_the_share(engine, fine, households[1])),
        }
        if engine.decide is not None:
            said["isee"] = list(at_the_isee(engine))
            said["assets"] = at_the_assets(engine, scales)
        if engine.says is not None:
            said["missing"] = without_isee(engine)
        found.append(said)
    return found


def main() -> int:
    """Compare, print, and keep when asked; 1 when casa_model decided a household wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write results, README and docs")
    keep = parser.parse_args().keep
    mine = [engines.ours_evaluate(), engines.ours_fast()]
    packages = [package for name in engines.PEERS for package in engines.peer(name).PACKAGES]
    results = {
        **stamp(packages),
        "seed": SEED,
        "engines": compared([*mine, *engines.peers(), engines.floats()]),
    }
    print(report.claims(results))
    print(report.readme(results))
    if keep:
        report.keep("claims", results)
    return int(report.ours_wrong(results) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
