"""OpenFisca: the rule as variables, formulas and parameters, as its documentation teaches it.

Documentation: https://openfisca.org/doc/coding-the-legislation/ (variables, formulas, parameters);
https://github.com/openfisca/country-template (the shape of a package).

Choices, each the one that favours OpenFisca:

- one entity, the household, and no group of persons, which would have to be projected;
- `definition_period = DAY`, so that the months count from the very day of the requisites;
- facts are input variables with the default values of their types, as every package has them;
- the months are one comparison with a day worked out from the period, not a count.

OpenFisca is made for populations: the cost for each household of 10,000 at once is timed too.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.model_api import Enum, Variable, min_, not_, where
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from tools.bench import household as h
from tools.bench.handwritten import GIORNO
from tools.bench.timing import Case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from openfisca_core.simulations import Simulation

NAME = "OpenFisca"
PACKAGES = ("openfisca-core", "numpy")
DAY = GIORNO.isoformat()
MANY = 10_000

Nucleo = build_entity(key="nucleo", plural="nuclei", label="household", is_person=True)


class Area(Enum):
    """The areas of art. 6."""

    protezione = "protezione"
    accesso = "accesso"
    permanenza = "permanenza"
    decadenza = "decadenza"


class Decadenza(Enum):
    """The grounds of forfeiture; a member's name holds no hyphen."""

    nessuna = "nessuna"
    c1_a_1 = "c1-a-1"
    c1_a_2 = "c1-a-2"
    c1_a_3 = "c1-a-3"
    c1_a_4 = "c1-a-4"
    c1_b = "c1-b"
    c1_c = "c1-c"
    c1_d = "c1-d"
    c1_e = "c1-e"
    c1_f = "c1-f"
    c1_g = "c1-g"
    c1_h = "c1-h"
    c1_i = "c1-i"
    c1_j = "c1-j"
    c1_j_bis = "c1-j-bis"
    c4 = "c4"


def _input(name: str, value_type: type, **more: object) -> type[Variable]:
    body = {
        "value_type": value_type,
        "entity": Nucleo,
        "definition_period": DateUnit.DAY,
        "label": name,
        **more,
    }
    return type(name, (Variable,), body)


INPUTS = (
    _input("area", Enum, possible_values=Area, default_value=Area.accesso),
    _input("data_assegnazione", date),
    _input("isee", float),
    _input("decadenza", Enum, possible_values=Decadenza, default_value=Decadenza.nessuna),
    _input("isp", float),
    _input("componenti", int),
    _input("scala_equivalenza", float),
    _input("riceve_crs_indigenza", bool),
    _input("data_contratto", date),
    _input("servizi_anno", float),
    _input("debito_pregresso", float),
)
PARAMETERS = {
    "mesi_minimi_assegnazione": 24,
    "soglia_isee": 9360,
    "patrimonio_singolo": 22000,
    "patrimonio_base": 16000,
    "patrimonio_per_scala": 5000,
    "mesi_durata_indigenza": 36,
    "massimale_annuo": 2700,
}


class ammesso(Variable):  # noqa: N801 - a variable of OpenFisca is named after its class
    """Whether every requirement of art. 6 holds."""

    value_type = bool
    entity = Nucleo
    definition_period = DateUnit.DAY
    label = "admitted"

    def formula(nucleo, period, parameters):  # noqa: ANN001, ANN201, N805, D102 - OpenFisca's form
        law = parameters(period)
        area, decadenza = nucleo("area", period), nucleo("decadenza", period)
        in_area = (area == Area.protezione) + (area == Area.accesso) + (area == Area.permanenza)
        assigned_by = period.start.offset(-law.mesi_minimi_assegnazione, "month")
        assigned = nucleo("data_assegnazione", period) <= np.datetime64(str(assigned_by))
        harmless = (
            (decadenza == Decadenza.nessuna)
            + (decadenza == Decadenza.c1_a_1)
            + (decadenza == Decadenza.c1_a_2)
            + (decadenza == Decadenza.c1_j_bis)
        )
        most = where(
            nucleo("componenti", period) == 1,
            law.patrimonio_singolo,
            law.patrimonio_base + law.patrimonio_per_scala * nucleo("scala_equivalenza", period),
        )
        signed_by = period.start.offset(-law.mesi_durata_indigenza, "month")
        over = nucleo("data_contratto", period) <= np.datetime64(str(signed_by))
        return (
            in_area
            * assigned
            * (nucleo("isee", period) < law.soglia_isee)
            * harmless
            * (nucleo("isp", period) <= most)
            * (not_(nucleo("riceve_crs_indigenza", period)) + over)
        )


class importo(Variable):  # noqa: N801 - see `ammesso`
    """The amount: zero when not admitted."""

    value_type = float
    entity = Nucleo
    definition_period = DateUnit.DAY
    label = "amount"

    def formula(nucleo, period, parameters):  # noqa: ANN001, ANN201, N805, D102 - OpenFisca's form
        due = nucleo("servizi_anno", period) + nucleo("debito_pregresso", period)
        return nucleo("ammesso", period) * min_(due, parameters(period).massimale_annuo)


def _system(
    variables: Sequence[type[Variable]], parameters: Mapping[str, float]
) -> TaxBenefitSystem:
    system = TaxBenefitSystem([Nucleo])
    system.parameters = ParameterNode(
        "",
        data={name: {"values": {"2019-10-14": {"value": it}}} for name, it in parameters.items()},
    )
    for variable in variables:
        system.add_variable(variable)
    return system


SYSTEM = _system((*INPUTS, ammesso, importo), PARAMETERS)


def _situation(facts: Mapping[str, h.Plain]) -> dict[str, Any]:
    """A household as a JSON of the web API states it."""
    row = {
        nome: facts[nome].isoformat() if isinstance(facts[nome], date) else value
        for nome, value in h.as_json(facts).items()
    }
    row = {nome: _name(value) if nome == "decadenza" else value for nome, value in row.items()}
    return {"nuclei": {"uno": {nome: {DAY: value} for nome, value in row.items()}}}


def _name(code: object) -> str:
    return str(code).replace("-", "_")


def _build(situation: Mapping[str, Any]) -> Simulation:
    return SimulationBuilder().build_from_entities(SYSTEM, situation)


def _decide(simulation: Simulation) -> tuple[Any, Any]:
    return simulation.calculate("ammesso", DAY), simulation.calculate("importo", DAY)


def _answer(found: tuple[Any, Any]) -> tuple[str, int | None]:
    admitted, amount = found
    return ("ammesso", round(float(amount[0]) * 100)) if admitted[0] else ("non-ammesso", None)


def _population(facts: Mapping[str, h.Plain], count: int) -> Simulation:
    """The same household many times, as arrays."""
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, count)
    for nome, value in h.as_json(facts).items():
        fact = facts[nome]
        it = np.datetime64(fact) if isinstance(fact, date) else value
        array = np.repeat(np.array([_name(it) if nome == "decadenza" else it]), count)
        simulation.set_input(nome, DAY, array)
    return simulation


def cases() -> Iterator[Case]:
    """The rule of the benchmark; the first is the one that the target is about."""
    situation = _situation(h.COMPLETE)
    answer = _answer(_decide(_build(situation)))

    def prepared(count: int, households: int = 1) -> Iterator[Simulation]:
        return iter([_population(h.COMPLETE, households) for _ in range(count)])

    names = {"decide": _decide, "prepared": prepared, "build": _build, "situation": situation}
    yield Case(
        "openfisca",
        "OpenFisca, simulation prepared with its inputs: `calculate` alone",
        "decide(next(simulations))",
        names,
        answer,
        setup="simulations = prepared({number})",
        most=300,
    )
    yield Case(
        "openfisca-built",
        "OpenFisca, from the JSON of a household: `build_from_entities` and `calculate`",
        "decide(build(situation))",
        names,
        answer,
        most=300,
    )
    yield Case(
        "openfisca-many",
        f"OpenFisca, each of {MANY:,} households at once: `calculate` alone",
        "decide(next(simulations))",
        names,
        _answer(_decide(_population(h.COMPLETE, MANY))),
        setup=f"simulations = prepared({{number}}, {MANY})",
        decisions=MANY,
        most=20,
    )


def beyond(op: str, quota: Decimal, rows: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether costs are beyond the share of income, for rows of costs and income in cents."""

    def formula(nucleo, period, parameters):  # noqa: ANN001, ANN202 - OpenFisca's form
        share = parameters(period).quota * nucleo("reddito", period)
        costi = nucleo("costi", period)
        return costi > share if op == ">" else costi >= share

    rule = _input("oltre", bool, formula=formula)
    inputs = _input("costi", float), _input("reddito", float)
    system = _system((*inputs, rule), {"quota": float(quota)})
    simulation = SimulationBuilder().build_default_simulation(system, len(rows))
    simulation.set_input("costi", DAY, np.array([costi / 100 for costi, _ in rows]))
    simulation.set_input("reddito", DAY, np.array([reddito / 100 for _, reddito in rows]))
    return [bool(it) for it in simulation.calculate("oltre", DAY)]


def decide(facts: Mapping[str, h.Plain]) -> tuple[str, int | None]:
    """The rule of the benchmark."""
    return _answer(_decide(_build(_situation(facts))))


def says(facts: Mapping[str, h.Plain]) -> str:
    """What a caller is told, in English."""
    _, cents = decide(facts)
    return "not admitted" if cents is None else f"admitted, pays {cents / 100:,.2f}"
