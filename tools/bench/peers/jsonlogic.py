"""JsonLogic in Python: the rule as one tree of https://jsonlogic.com/operations.html.

Two libraries, because no one of them is both what most Python users would write against and fast:

- maykin-json-logic-py, pure Python, the maintained fork of json-logic-qubit (last release 2018),
  itself of json-logic (2015). Pinned to 0.15, the last that Python 3.11 can import.
- datalogic-py, compiled Rust, which passes the official conformance suite and evaluates a prepared
  row: https://pypi.org/project/datalogic-py/ ("compile once", "session", `DataHandle`).

Left out: panzi-json-logic (no release since 2021, and its module has the same name as the first),
jsonlogic-rs (2024; re-reads the rule at each call). Days are whole numbers (20240902), because
JsonLogic has no dates of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import datalogic_py
from json_logic import jsonLogic

from tools.bench import household as h
from tools.bench.timing import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

NAME = "JsonLogic"
PACKAGES = ("maykin-json-logic-py", "datalogic-py")


def _var(name: str) -> dict[str, str]:
    return {"var": name}


RULE = {
    "if": [
        {
            "and": [
                {"in": [_var("area"), ["protezione", "accesso", "permanenza"]]},
                {"<=": [_var("data_assegnazione"), 20220902]},
                {"<": [_var("isee"), 9360]},
                {
                    "!": {
                        "in": [
                            _var("decadenza"),
                            [
                                *("c1-a-3", "c1-a-4", "c1-b", "c1-c", "c1-d", "c1-e"),
                                *("c1-f", "c1-g", "c1-h", "c1-i", "c1-j", "c4"),
                            ],
                        ]
                    }
                },
                {
                    "<=": [
                        _var("isp"),
                        {
                            "if": [
                                {"==": [_var("componenti"), 1]},
                                22000,
                                {"+": [16000, {"*": [5000, _var("scala_equivalenza")]}]},
                            ]
                        },
                    ]
                },
                {
                    "or": [
                        {"!": _var("riceve_crs_indigenza")},
                        {"<=": [_var("data_contratto"), 20210902]},
                    ]
                },
            ]
        },
        {"min": [{"+": [_var("servizi_anno"), _var("debito_pregresso")]}, 2700]},
        None,
    ]
}
"""The amount, or null when not admitted."""


def _answer(found: object) -> tuple[str, int | None]:
    return ("non-ammesso", None) if found is None else ("ammesso", round(float(str(found)) * 100))


def cases() -> Iterator[Case]:
    """The rule of the benchmark by both libraries."""
    row = h.as_json(h.COMPLETE)
    yield Case(
        "jsonlogic-python",
        "JsonLogic, `maykin-json-logic-py` (pure Python)",
        "evaluate(rule, row)",
        {"evaluate": jsonLogic, "rule": RULE, "row": row},
        _answer(jsonLogic(RULE, row)),
    )
    engine = datalogic_py.Engine()
    rule = engine.compile(RULE)
    yield Case(
        "jsonlogic-rust-dict",
        "JsonLogic, `datalogic-py` (compiled Rust), from a `dict`",
        "evaluate(row)",
        {"evaluate": rule.evaluate, "row": row},
        _answer(rule.evaluate(row)),
    )
    session, handle = engine.session(), datalogic_py.DataHandle(row)
    yield Case(
        "jsonlogic-rust",
        "JsonLogic, `datalogic-py` (compiled Rust), row prepared as a `DataHandle`",
        "evaluate(rule, row)",
        {"evaluate": session.evaluate_data, "rule": rule, "row": handle},
        _answer(session.evaluate_data(rule, handle)),
    )


def _python(rule: object) -> Callable[[object], object]:
    return lambda row: jsonLogic(rule, row)


def _rust(rule: object) -> Callable[[object], object]:
    return datalogic_py.Engine().compile(rule).evaluate


LIBRARIES = {
    "JsonLogic (`maykin-json-logic-py`)": _python,
    "JsonLogic (`datalogic-py`)": _rust,
}


def beyond(library: str, op: str, quota: Decimal, rows: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether costs are beyond the share of income, for rows of costs and income in cents."""
    rule = {op: [_var("costi"), {"*": [float(quota), _var("reddito")]}]}
    ask = LIBRARIES[library](rule)
    return [bool(ask({"costi": costi / 100, "reddito": reddito / 100})) for costi, reddito in rows]


def decide(library: str, facts: Mapping[str, h.Plain]) -> tuple[str, int | None]:
    """The rule of the benchmark."""
    return _answer(LIBRARIES[library](RULE)(h.as_json(facts)))


def says(library: str, facts: Mapping[str, h.Plain]) -> str:
    """What a caller is told, in English."""
    _, cents = decide(library, facts)
    return "not admitted" if cents is None else f"admitted, pays {cents / 100:,.2f}"
