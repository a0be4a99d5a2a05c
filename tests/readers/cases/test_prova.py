"""What the rule says of worked cases, and why it is not what was expected."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from casa_model import Atteso, Caso, Esito, Euro, Fatti, IllTyped, evaluate, prova
from casa_model.casa import edizione
from casa_model.exchange.casi import casi_dell_edizione
from casa_model.readers.cases import Aspetto, StatoCaso, giorno_del, perche
from casa_model.rules.misura import Calendario, Misura
from casa_model.testing._decided import verdict_of
from casa_model.testing._households import Question, questions
from casa_model.testing._worked import expected_of

if TYPE_CHECKING:
    from collections.abc import Callable

ON = date(2024, 12, 1)
WAIVED = (
    "`mesi` è rispettato per la deroga `in-regola`: "
    "assegnazione da tempo — r.r. 1/2020, art. 6 [dall'atto]"
)
UNREAD = (
    "`isee` non si può dire: nessuno ha letto l'atto: "
    "ISEE inferiore alla soglia — r.r. 1/2020, art. 6 [dall'atto]"
)


def _said(misura: Misura, fatti: Fatti, **atteso: Any) -> tuple[str, ...]:  # noqa: ANN401 - of `Atteso`
    """The whole of what a failing case says, in Italian."""
    (found,) = prova(misura, [Caso("caso", fatti, Atteso(**atteso), ON)])

    assert found.stato is StatoCaso.FALLITO

    return (*(s.render("it") for s in found.scostamenti), *perche(misura, found, lang="it"))


def test_what_is_expected_passes(measure: Misura, household: Callable[..., Fatti]) -> None:
    """Stated in whole or in part: what is not stated is not compared."""
    fatti = household()
    verdict = evaluate(measure, fatti, on=ON)
    whole = Atteso(Esito.AMMESSO, verdict.importo, (), ())
    casi = [Caso(f"caso-{n}", fatti, a, ON) for n, a in enumerate((whole, Atteso(Esito.AMMESSO)))]

    found = prova(measure, casi)

    assert [each.caso for each in found] == casi
    assert all(each.superato and each.stato is StatoCaso.SUPERATO for each in found)
    assert [perche(measure, each, lang="it") for each in found] == [(), ()]


def test_a_refusal_that_was_not_expected(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The requirement that does not hold, with its article and grade."""
    said = _said(measure, household(isee=Euro(936_000)), esito=Esito.AMMESSO)

    assert said == (
        "esito: atteso `ammesso`, ottenuto `non-ammesso`",
        "`isee` non è rispettato: ISEE inferiore alla soglia — r.r. 1/2020, art. 6 [dall'atto]",
    )


def test_an_admission_that_was_not_expected(
    measure: Misura, household: Callable[..., Fatti]
) -> None:
    """The requirement that was expected to fail holds, by the derogation that is named."""
    late = household(assegnata=date(2024, 11, 1), in_regola=True)

    assert _said(measure, late, esito=Esito.NON_AMMESSO, motivi=("mesi",)) == (
        "esito: atteso `non-ammesso`, ottenuto `ammesso`",
        "motivi: atteso `mesi`, ottenuto niente",
        WAIVED,
    )
    assert _said(measure, late, esito=Esito.NON_AMMESSO)[1:] == (
        "tutti i requisiti sono rispettati",
        WAIVED,
    )
    plain = _said(measure, household(), esito=Esito.NON_AMMESSO, motivi=("isee",))
    assert plain[2].startswith("`isee` è rispettato: ISEE inferiore alla soglia — ")


def test_what_is_missing(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The requirements that cannot be told, and each missing fact with its label."""
    said = _said(measure, household(unknown=("area",)), esito=Esito.AMMESSO, mancano=())

    assert said == (
        "esito: atteso `ammesso`, ottenuto `da-completare`",
        "mancano: atteso niente, ottenuto `area`",
        "`area` non si può dire: area ammessa — r.r. 1/2020, art. 6 [dall'atto]",
        "manca `area`: area",
    )


def test_another_amount(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The items tell how it came about."""
    said = _said(measure, household(), esito=Esito.AMMESSO, importo=Euro(1))

    assert said == (
        "importo: atteso 0,01 €, ottenuto 500,00 €",
        "tutti i requisiti sono rispettati",
        "voce `quota-della-spesa`: 115,00 € su 125,00 €",
        "voce `meta`: 385,00 € su 500,00 €",
    )


def test_what_nobody_has_read(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The best outcome is `da-completare`, and the reason says which act is unread."""
    unread = evolve(measure.requisiti[0], condizione=None)
    asked = evolve(measure, requisiti=(unread, *measure.requisiti[1:]))

    assert _said(asked, household(), esito=Esito.AMMESSO)[1:] == (UNREAD,)


def test_in_english(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The same, with the words of the programmer."""
    caso = Caso("caso", household(isee=Euro(936_000)), Atteso(Esito.AMMESSO, Euro(500)), ON)
    (found,) = prova(measure, [caso])

    assert [each.render("en") for each in found.scostamenti] == [
        "outcome: expected `ammesso`, got `non-ammesso`",
        "amount: expected €5.00, got nothing",
    ]
    assert perche(measure, found, lang="en") == (
        "`isee` does not hold: ISEE below the threshold — r.r. 1/2020, art. 6 [from the act]",
    )
    assert [stato.render("en") for stato in StatoCaso] == [
        "passed",
        "failed",
        "to be written",
        "not tried",
    ]


def test_nobody_has_written_the_outcome(measure: Misura, household: Callable[..., Fatti]) -> None:
    """The case fails, and says what to do; what the rule answers is not suggested."""
    (found,) = prova(measure, [Caso("caso", household(), on=ON)])

    assert found.stato is StatoCaso.DA_SCRIVERE
    assert not found.superato
    assert found.motivo is not None
    assert "leggi l'articolo" in found.motivo.it
    assert perche(measure, found, lang="it") == ()


def test_nobody_has_written_the_amount(measure: Misura, household: Callable[..., Fatti]) -> None:
    """It fails as long, unless the outcome is another: that is told first."""
    to_write = Atteso(Esito.AMMESSO, importo_da_scrivere=True)
    refused = household(isee=Euro(936_000))
    casi = [Caso("uno", household(), to_write, ON), Caso("due", refused, to_write, ON)]
    found, other = prova(measure, casi)

    assert found.stato is StatoCaso.DA_SCRIVERE
    assert found.scostamenti == ()
    assert found.motivo is not None
    assert "nessuno ha scritto l'importo" in found.motivo.it
    assert other.stato is StatoCaso.FALLITO


def test_one_that_cannot_be_asked_does_not_stop_the_others(
    measure: Misura, household: Callable[..., Fatti]
) -> None:
    """Facts that do not fit, a day out of force, no day at all."""
    good = Atteso(Esito.AMMESSO)
    casi = [
        Caso("fatto", Fatti({"reddito": Euro(1)}), good, ON),
        Caso("giorno", household(), good, date(2019, 12, 31)),
        Caso("senza", household(), good),
        Caso("buono", household(), good, ON),
    ]

    found = prova(measure, casi)

    assert [each.stato.value for each in found] == ["non-provato"] * 3 + ["superato"]
    assert [each.motivo.it.split(";")[0] for each in found if each.motivo] == [
        "`reddito` non è un fatto della misura",
        "`prova` non è in vigore il 2019-12-31, ma dal 2020-01-01",
        "manca il giorno di cui vale la legge",
    ]
    assert [each.verdict for each in found[:3]] == [None] * 3
    assert perche(measure, found[0], lang="it") == ()


def test_the_day_is_that_of_the_case_then_of_the_notice_then_the_one_given(
    measure: Misura, household: Callable[..., Fatti]
) -> None:
    """A notice fixes its law: a case of it need not say the day."""
    closed = evolve(measure, calendario=Calendario(ON, ON))
    caso = Caso("caso", household(), Atteso(Esito.AMMESSO))
    other = evolve(caso, on=date(2024, 12, 2))

    assert giorno_del(measure, caso) is None
    assert giorno_del(measure, other, on=ON) == date(2024, 12, 2)
    assert prova(measure, [caso], on=ON)[0].superato
    assert prova(closed, [caso], on=date(2020, 1, 1))[0].superato
    (refused,) = prova(closed, [other])
    assert refused.stato is StatoCaso.NON_PROVATO
    assert refused.motivo is not None
    assert refused.motivo.it == (
        "l'avviso ha il suo giorno, il 2024-12-01; togli `al` dal caso, o dalla testa del file"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        lambda m: prova(m.codice, []),
        lambda m: prova(m, [], on=datetime(2024, 1, 1)),  # noqa: DTZ001 - refused
        lambda m: prova(m, ["caso"]),
    ],
)
def test_what_cannot_be_tried(measure: Misura, wrong: Callable[[Misura], Any]) -> None:
    """A notice is no measure, a text no case, an instant no day."""
    with pytest.raises(IllTyped):
        wrong(measure)


class TestWholeAnswers:
    """A case that states the whole answer of a rule passes; one that states another fails there."""

    @given(questions())
    def test_the_whole_answer_passes(self, asked: Question) -> None:
        """For any rule, household and day."""
        caso = Caso("caso", asked.fatti, expected_of(verdict_of(asked)), asked.on)

        assert prova(asked.misura, [caso])[0].superato

    @given(questions())
    def test_another_outcome_fails(self, asked: Question) -> None:
        """Each of the two others, and a sentence for it in both languages."""
        verdict = verdict_of(asked)
        others = [esito for esito in Esito if esito is not verdict.esito]
        casi = [Caso(str(o), asked.fatti, Atteso(o), asked.on) for o in others]

        for found in prova(asked.misura, casi):
            assert [each.aspetto for each in found.scostamenti] == [Aspetto.ESITO]
            assert perche(asked.misura, found, lang="it")
            assert perche(asked.misura, found, lang="en")


def test_items_are_compared_one_by_one() -> None:
    """Of an amount that the cap cuts, the last item is cut; one that is not stated may be any."""
    misura = edizione().misure["crs-difficolta"]
    caso = next(
        c for c in casi_dell_edizione("crs-difficolta").casi if c.codice == "importo-al-massimo"
    )
    fatti = Fatti({**caso.fatti.valori, "servizi_anno": Euro(270_000)})
    right = Atteso(Esito.AMMESSO, voci=(("servizi", Euro(270_000)),))
    wrong = Atteso(
        Esito.AMMESSO, voci=(("debito-pregresso", Euro(70_000)), ("servizi", Euro(270_000)))
    )
    passed, failed = prova(misura, [Caso("a", fatti, right, ON), Caso("b", fatti, wrong, ON)])

    assert passed.superato
    assert (
        "voci: atteso `debito-pregresso` 700,00 €, `servizi` 2.700,00 €, "
        "ottenuto `debito-pregresso` 0,00 €, `servizi` 2.700,00 €"
    ) == failed.scostamenti[0].render("it")
