"""The engines that `make claims` compares, each behind the same three questions."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import casa_model as cm
from tools.bench import household as h
from tools.bench import ours
from tools.bench.handwritten import GIORNO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

Rows = list[tuple[int, int]]
"""Costs and income, in cents."""

PEERS: Final = ("openfisca", "zen", "jsonlogic")
OURS: Final = "casa_model"


class Engine(NamedTuple):
    """How an engine decides a share of income, and the measure `crs-difficolta`."""

    name: str
    beyond: Callable[[str, Decimal, Rows], Sequence[bool]]
    decide: Callable[[Mapping[str, h.Plain]], tuple[str, int | None]] | None
    says: Callable[[Mapping[str, h.Plain]], str] | None


def ours_evaluate() -> Engine:
    """The reference reader."""
    misura = cm.edizione().misure["crs-difficolta"]

    def asked(facts: Mapping[str, h.Plain]) -> cm.Verdict:
        return cm.evaluate(misura, h.fatti(facts), on=GIORNO)

    def beyond(op: str, quota: Decimal, rows: Rows) -> list[bool]:
        rule = ours.share_rule(op, quota)
        return [
            cm.evaluate(rule, share_facts(costi, reddito), on=GIORNO).esito is cm.Esito.AMMESSO
            for costi, reddito in rows
        ]

    def decide(facts: Mapping[str, h.Plain]) -> tuple[str, int | None]:
        return ours.answer(asked(facts))

    def says(facts: Mapping[str, h.Plain]) -> str:
        verdict = asked(facts)
        missing = ", ".join(f"`{nome}`" for nome in verdict.mancano)
        return f"`{verdict.esito.value}`: needs {missing or 'nothing'}"

    return Engine(OURS, beyond, decide, says)


def ours_fast() -> Engine:
    """The fast reader."""
    reader = cm.compiled(cm.edizione().misure["crs-difficolta"], on=GIORNO)

    def beyond(op: str, quota: Decimal, rows: Rows) -> list[bool]:
        rule = cm.compiled(ours.share_rule(op, quota), on=GIORNO)
        return [
            rule.verdict(share_facts(costi, reddito)).esito is cm.Esito.AMMESSO
            for costi, reddito in rows
        ]

    def decide(facts: Mapping[str, h.Plain]) -> tuple[str, int | None]:
        return ours.answer(reader.verdict(h.fatti(facts)))

    return Engine(f"{OURS}, fast reader", beyond, decide, None)


def share_facts(costi: int, reddito: int) -> cm.Fatti:
    """Costs and income as facts."""
    return cm.Fatti({"costi": cm.Euro(costi), "reddito": cm.Euro(reddito)})


def floats() -> Engine:
    """Python written by hand with `float`, as one would who does not think of cents."""

    def beyond(op: str, quota: Decimal, rows: Rows) -> list[bool]:
        share = float(quota)
        if op == ">":
            return [costi / 100 > share * (reddito / 100) for costi, reddito in rows]
        return [costi / 100 >= share * (reddito / 100) for costi, reddito in rows]

    return Engine("Python by hand, with `float`", beyond, None, None)


def peer(name: str) -> Any:  # noqa: ANN401 - its library is only in `.venv-bench`
    """The module of one peer."""
    return import_module(f"tools.bench.peers.{name}")


def peers() -> Iterator[Engine]:
    """The other engines; json-logic is two libraries."""
    for name in PEERS:
        module = peer(name)
        for library in getattr(module, "LIBRARIES", [None]):
            if library is None:
                yield Engine(module.NAME, module.beyond, module.decide, module.says)
            else:
                yield Engine(
                    library,
                    partial(module.beyond, library),
                    partial(module.decide, library),
                    partial(module.says, library),
                )
