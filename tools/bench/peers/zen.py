"""zen-engine 2 (GoRules): the rule as its documentation teaches it, and as fast as it goes.

Documentation: https://docs.gorules.io/developers/jdm/node-types (expression nodes),
https://docs.gorules.io/reference/python (loader and `ZenDecisionContent` "for pre-compilation").

Choices, each the one that favours zen:

- one expression node holds the whole rule, so that the graph is walked once;
- the graph is loaded once into a static loader, which compiles it once; a loader that returns
  `ZenDecisionContent` is timed beside it; `create_decision` of the quick start is left out, because
  it took from 0.2 to 2 ms a decision, as if it compiled the graph at each;
- days come as whole numbers (20240902) and the last good day stands in the rule, so that no date is
  read; `d('2024-09-02')` costs about a microsecond more;
- numbers are euro with decimals, as JSON has them: zen computes in decimals.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import zen

from tools.bench import household as h
from tools.bench.timing import Case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

NAME = "`zen-engine`"
PACKAGES = ("zen-engine",)

CONDITION = """
area in ["protezione", "accesso", "permanenza"]
and data_assegnazione <= 20220902
and isee < 9360
and decadenza not in ["c1-a-3", "c1-a-4", "c1-b", "c1-c", "c1-d", "c1-e", "c1-f", "c1-g", "c1-h",
    "c1-i", "c1-j", "c4"]
and isp <= (componenti == 1 ? 22000 : 16000 + 5000 * scala_equivalenza)
and (not riceve_crs_indigenza or data_contratto <= 20210902)
""".replace("\n", " ").strip()
DUE = "min([servizi_anno + debito_pregresso, 2700])"

GRAPH = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "Request", "position": {"x": 0, "y": 0}},
        {
            "id": "rule",
            "type": "expressionNode",
            "name": "crs-difficolta",
            "position": {"x": 200, "y": 0},
            "content": {
                "passThrough": False,
                "expressions": [
                    {"id": "1", "key": "ammesso", "value": CONDITION},
                    {"id": "2", "key": "importo", "value": f"$.ammesso ? {DUE} : null"},
                ],
            },
        },
        {"id": "out", "type": "outputNode", "name": "Response", "position": {"x": 400, "y": 0}},
    ],
    "edges": [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "rule"},
        {"id": "b", "type": "edge", "sourceId": "rule", "targetId": "out"},
    ],
}


def _engine() -> zen.ZenEngine:
    return zen.ZenEngine({"loader": {"type": "static", "content": {"rule": GRAPH}}})


def _answer(result: Mapping[str, object]) -> tuple[str, int | None]:
    if not result["ammesso"]:
        return "non-ammesso", None
    return "ammesso", round(float(str(result["importo"])) * 100)


def cases() -> Iterator[Case]:
    """The rule of the benchmark; the first is the one that the target is about."""
    row = h.as_json(h.COMPLETE)
    engine = _engine()
    yield Case(
        "zen",
        "`zen-engine`, graph compiled beforehand by the static loader",
        "evaluate('rule', row)",
        {"evaluate": engine.evaluate, "row": row},
        _answer(engine.evaluate("rule", row)["result"]),
    )
    text = json.dumps(GRAPH)
    content = zen.ZenDecisionContent(text)
    loaded = zen.ZenEngine({"loader": lambda _: content})
    yield Case(
        "zen-loader",
        "`zen-engine`, graph compiled beforehand as `ZenDecisionContent`, own loader",
        "evaluate('rule', row)",
        {"evaluate": loaded.evaluate, "row": row},
        _answer(loaded.evaluate("rule", row)["result"]),
    )
    expression = zen.compile_expression(f"({CONDITION}) ? {DUE} : null")
    encoded = json.dumps(row)
    found = expression.evaluate(encoded)
    yield Case(
        "zen-expression",
        "`zen-engine`, one compiled expression and no graph: the amount, or null",
        "evaluate(row)",
        {"evaluate": expression.evaluate, "row": encoded},
        ("non-ammesso", None) if found is None else ("ammesso", round(found * 100)),
    )


def beyond(op: str, quota: Decimal, rows: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether costs are beyond the share of income, for rows of costs and income in cents."""
    rule = zen.compile_expression(f"costi {op} {quota} * reddito")
    return [
        rule.evaluate({"costi": costi / 100, "reddito": reddito / 100}) for costi, reddito in rows
    ]


def decide(facts: Mapping[str, h.Plain]) -> tuple[str, int | None]:
    """The rule of the benchmark."""
    return _answer(_engine().evaluate("rule", h.as_json(facts))["result"])


def says(facts: Mapping[str, h.Plain]) -> str:
    """What a caller is told, in English."""
    try:
        _, cents = decide(facts)
    except RuntimeError as error:
        found = json.loads(str(error).split("\n\nStack backtrace")[0])
        return f"error: `{found['type']}` in node `{found['nodeId']}`"
    return "not admitted" if cents is None else f"admitted, pays {cents / 100:,.2f}"
