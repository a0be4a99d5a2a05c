"""A secret put in every field of a person is found in no `repr`, error or traceback."""

from __future__ import annotations

import traceback
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from casa_model.errors import CasaError
from casa_model.nuclei import (
    Assegnazione,
    AttestazioneIsee,
    Componente,
    Domanda,
    Nucleo,
    Ruolo,
    TipoIsee,
    avvertenze_di,
    fatti_di,
)
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET_DAY = date(1987, 6, 5)
SECRETS = ("1987", "76543", "S3NT1N3L", "corrente", "coniuge", "17.83", "<29>", "=29")
TEXT = "S3NT1N3L"
MONEY = Euro(7_654_321)

MEMBER = Componente(Ruolo.CONIUGE, SECRET_DAY, altri={"nota": TEXT, "reddito": MONEY})
ISEE = AttestazioneIsee(
    isee=MONEY,
    isp=MONEY,
    scala=Decimal("17.83"),
    tipo=TipoIsee.CORRENTE,
    rilascio=SECRET_DAY,
    scadenza=SECRET_DAY,
)
DWELLING = Assegnazione(SECRET_DAY, SECRET_DAY, TEXT)
DOMANDA = Domanda(
    "A-1",
    SECRET_DAY,
    TEXT,
    Fatti({"reddito": MONEY, "nota": TEXT}),
    Nucleo((MEMBER,) * 29, 29),
    ISEE,
    DWELLING,
)


def assert_silent(text: str) -> None:
    """No secret stands in `text`."""
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize(
    "entity",
    [MEMBER, Nucleo((MEMBER,)), Nucleo(numero=29), ISEE, DWELLING, DOMANDA],
    ids=lambda entity: type(entity).__name__,
)
def test_a_repr_tells_what_is_known_and_never_its_value(entity: object) -> None:
    """Both spellings of an entity say `<known>`."""
    assert "<known>" in repr(entity)
    for text in (repr(entity), str(entity), f"{entity}", repr([entity])):
        assert_silent(text)


def test_a_repr_tells_what_is_not_known() -> None:
    """What is missing is no secret."""
    expected = (
        "Componente(ruolo=<not known>, data_nascita=<known>, eta=<not known>, altri=<cieco, nota>)"
    )

    assert expected == repr(
        Componente(data_nascita=SECRET_DAY, altri={"cieco": True, "nota": TEXT})
    )


def test_the_facts_and_the_warnings_are_silent() -> None:
    """What comes out of an application is as masked as what went in."""
    on = date(2023, 10, 27)

    assert_silent(repr(fatti_di(DOMANDA, on=on)))
    assert_silent(repr(avvertenze_di(DOMANDA, on=on)))


@pytest.mark.parametrize(
    "fail",
    [
        lambda: Componente(ruolo=TEXT),
        lambda: Componente(data_nascita=TEXT),
        lambda: Componente(eta=TEXT),
        lambda: Componente(altri=TEXT),
        lambda: Componente(altri={"nota": [TEXT]}),
        lambda: Nucleo(TEXT),
        lambda: Nucleo((TEXT,)),
        lambda: Nucleo(numero=TEXT),
        lambda: Nucleo(numero=76543),
        lambda: Nucleo((MEMBER,), 29),
        lambda: AttestazioneIsee(isee=TEXT, rilascio=SECRET_DAY),
        lambda: AttestazioneIsee(isee=-MONEY, rilascio=SECRET_DAY),
        lambda: AttestazioneIsee(isee=MONEY, isp=-MONEY, rilascio=SECRET_DAY),
        lambda: AttestazioneIsee(isee=MONEY, scala=Decimal("0.76543"), rilascio=SECRET_DAY),
        lambda: AttestazioneIsee(isee=MONEY, tipo=TEXT, rilascio=SECRET_DAY),
        lambda: AttestazioneIsee(isee=MONEY, rilascio=TEXT),
        lambda: AttestazioneIsee(isee=MONEY, rilascio=SECRET_DAY, scadenza=date(1987, 6, 4)),
        lambda: Assegnazione(TEXT),
        lambda: Assegnazione(data_contratto=TEXT),
        lambda: Assegnazione(area=MONEY),
        lambda: Domanda(MONEY),
        lambda: Domanda("A-1", TEXT),
        lambda: Domanda("A-1", protocollo=MONEY),
        lambda: Domanda("RSSMRA87H05F205X"),
        lambda: Domanda("A-1", protocollo="RSSMRA87H05F205X"),
        lambda: Domanda("A-1", fatti={"nota": TEXT}),
        lambda: Domanda("A-1", nucleo=TEXT),
        lambda: Domanda("A-1", isee=MONEY),
        lambda: Domanda("A-1", assegnazione=SECRET_DAY),
        lambda: fatti_di(
            Domanda("A-1", protocollo=TEXT, fatti=Fatti({"protocollo": "76543"})), on=SECRET_DAY
        ),
        lambda: fatti_di(
            Domanda("A-1", fatti=Fatti(membri=({"nota": TEXT},)), nucleo=Nucleo((MEMBER,))),
            on=SECRET_DAY,
        ),
        lambda: fatti_di(DOMANDA, on=TEXT),
    ],
)
def test_an_error_names_the_field_and_never_its_value(fail: Callable[[], Any]) -> None:
    """Neither language of an error, nor its arguments, causes and contexts, repeat a value."""
    with pytest.raises(CasaError) as caught:
        fail()

    told = _chain(caught.value)
    for error in told:
        for text in (str(error), repr(error), repr(error.args), repr(vars(error))):
            assert_silent(text)
            assert "RSSMRA" not in text
    lines = traceback.TracebackException.from_exception(caught.value).format_exception_only()
    assert_silent("".join(lines))


def _chain(error: BaseException) -> list[BaseException]:
    """An error and those that it came from, hidden ones included."""
    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None:
        chain.append(following)
        following = following.__cause__ or following.__context__
    return chain
