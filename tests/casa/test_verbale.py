"""The record of a decision holds all that is needed to make it again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from casa_model.casa import (
    Ambito,
    FileDiRegole,
    RigaScartata,
    Riscontro,
    Verbale,
    decidi,
    leggi_avviso,
    replay,
    verbale_di,
)
from casa_model.errors import Fault, InvalidFile, InvalidValue, Place
from casa_model.nuclei import Domanda
from casa_model.rules.digest import SEMANTICA
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Fatti
from casa_model.rules.types import DateType
from casa_model.values import Euro

AVVISO = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "energia-l1"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
apertura = 2024-09-02
chiusura = 2024-09-30
[risorse]
dotazione = "120.00"
[graduatoria]
ordine = ["isee", "protocollo"]
fonte = "esempio"
grado = "derivata"
"""
TESTO = FileDiRegole("immaginario.toml", AVVISO)
READY = {
    "quartiere_coperto": True,
    "riceve_crs_difficolta": False,
    "riceve_crs_indigenza": False,
    "spesa_riscaldamento": Euro.parse("200.00"),
    "data_domanda": date(2024, 9, 3),
}


def applicant(riferimento: str, isee: str, protocollo: str | None = None) -> Domanda:
    """An application that lacks nothing."""
    facts = Fatti({**READY, "isee": Euro.parse(isee)})
    return Domanda(riferimento, protocollo=protocollo or riferimento, fatti=facts)


CONTRADICTION = Domanda(
    "d", protocollo="d", fatti=Fatti({**READY, "isee": Euro(1), "protocollo": "altro"})
)
DOMANDE = (
    applicant("a", "9000.00"),
    applicant("b", "8000.00"),
    applicant("c", "99000.00"),
    CONTRADICTION,
    applicant("e", "7000.00", "a"),
)


def record(testo: str = AVVISO, domande: tuple[Domanda, ...] = DOMANDE) -> Verbale:
    """The record of a decision."""
    decisione = decidi(leggi_avviso(testo).valore, domande)
    return verbale_di(
        decisione, domande, avviso=FileDiRegole("immaginario.toml", testo), versione="0.1.0"
    )


def named(riscontro: Riscontro) -> set[tuple[Ambito, str]]:
    """What differs."""
    return {(each.ambito, each.nome) for each in riscontro.discordanze}


class TestRecord:
    """What is written down."""

    def test_every_application_in_order(self) -> None:
        """With what it got, or why it got nothing."""
        voci = record().voci

        assert [voce.domanda.riferimento for voce in voci] == ["a", "b", "c", "d", "e"]
        assert [voce.decisa and voce.decisa.esito for voce in voci] == [
            Esito.AMMESSO, Esito.AMMESSO, Esito.NON_AMMESSO, None, Esito.NON_AMMESSO,
        ]  # fmt: skip
        assert voci[3].scarto is not None

    def test_rows_that_gave_no_application(self) -> None:
        """Where, whose if that could be read, and why: in both languages."""
        fault = Fault("riferimento-mancante", Place("d.csv", 7, 1))
        row = RigaScartata.di(7, None, [fault])
        decisione = decidi(leggi_avviso(AVVISO).valore, DOMANDE)
        filed = verbale_di(decisione, DOMANDE, avviso=TESTO, versione="0", scartate=[row])

        assert filed.scartate == (RigaScartata(7, None, row.motivi),)
        assert row.motivi[0].it == "la riga non ha `riferimento`; danne uno a ogni domanda"
        assert replay(filed).uguale

    def test_another_text_is_refused(self) -> None:
        """A record that cannot be made again is none."""
        decisione = decidi(leggi_avviso(AVVISO).valore, DOMANDE)
        other = FileDiRegole("x.toml", AVVISO.replace("120.00", "121.00"))

        with pytest.raises(InvalidValue, match="the notice of the decision"):
            verbale_di(decisione, DOMANDE, avviso=other, versione="0.1.0")

    @pytest.mark.parametrize("domande", [DOMANDE[:2], (*DOMANDE, applicant("f", "1.00"))])
    def test_other_applications_are_refused(self, domande: tuple[Domanda, ...]) -> None:
        """All of them and no other."""
        decisione = decidi(leggi_avviso(AVVISO).valore, DOMANDE)

        with pytest.raises(InvalidValue, match="all and no other"):
            verbale_di(decisione, domande, avviso=TESTO, versione="0.1.0")

    def test_its_repr_tells_nothing(self) -> None:
        """Facts, amounts and texts stay out of it."""
        text = repr(record()) + repr(record().voci[0].decisa)

        assert "8000" not in text
        assert "100.00" not in text


class TestReplay:
    """Made again, all comes out the same, or what differs is named."""

    def test_the_same(self) -> None:
        """Rules, applications, the door, outcomes and ranking."""
        found = replay(record())

        assert found.uguale
        assert found.discordanze == ()
        assert found.decisione.graduatoria == record().graduatoria

    def test_without_a_ranking(self) -> None:
        """A notice may have none."""
        assert replay(record(AVVISO.partition("[risorse]")[0])).uguale

    def test_another_meaning_of_rules(self) -> None:
        """The version of the semantics is told."""
        found = replay(evolve(record(), semantica=SEMANTICA + 1))

        assert named(found) == {(Ambito.SEMANTICA, str(SEMANTICA + 1))}

    def test_a_parameter_that_changed(self) -> None:
        """By its name, and which outcomes that turns."""
        other = AVVISO + (
            '[parametri.soglia_isee]\nvalore = "8500.00"\nfonte = "esempio"\ngrado = "derivata"\n'
        )
        found = replay(record(), avviso=leggi_avviso(other).valore)

        assert named(found) == {
            (Ambito.PARAMETRO, "soglia_isee"),
            (Ambito.ESITO, "a"),
            (Ambito.GRADUATORIA, "immaginario"),
        }
        said = {each.nome: each.testo.it for each in found.discordanze}
        assert said["a"] == (
            "viene diverso: esito (allora ammessa, ora non ammessa), importo, motivi, voci"
        )

    def test_a_requirement_more(self) -> None:
        """By its code; the list of requirements is another too."""
        more = AVVISO + (
            '[[requisiti]]\ncodice = "in-regola"\ntesto = { it = "in regola", en = "in order" }\n'
            'fonte = "esempio"\ngrado = "derivata"\ncondizione = "anagrafe_regolare"\n'
        )
        forward = replay(record(), avviso=leggi_avviso(more).valore)
        told = {(each.ambito, each.nome, each.testo.it) for each in forward.discordanze}

        assert (
            Ambito.REQUISITO,
            "in-regola",
            "allora non c'era: `anagrafe_regolare`",
        ) in told
        assert (Ambito.FATTO, "anagrafe_regolare", "allora non c'era") in told
        back = replay(record(more), avviso=leggi_avviso(AVVISO).valore)
        assert (Ambito.REQUISITO, "in-regola") in named(back)
        assert "non c'è più: `anagrafe_regolare`" in {each.testo.it for each in back.discordanze}

    def test_terms_and_endowment(self) -> None:
        """What a notice adds to the law is compared too."""
        other = AVVISO.replace("2024-09-30", "2024-10-30").replace('"120.00"', '"90.00"')
        found = replay(record(), avviso=leggi_avviso(other).valore)

        assert {(Ambito.MISURA, "termini"), (Ambito.MISURA, "dotazione")} <= named(found)
        assert (Ambito.GRADUATORIA, "immaginario") in named(found)

    def test_an_application_that_was_altered(self) -> None:
        """Its digest does not match, and what it gets is told."""
        first, *others = record().voci
        touched = evolve(first, domanda=applicant("a", "99000.00", "a"))
        found = replay(evolve(record(), voci=(touched, *others)))

        assert (Ambito.DOMANDA, "a") in named(found)
        assert (Ambito.ESITO, "a") in named(found)

    def test_an_outcome_that_was_altered(self) -> None:
        """The facts are those, and give something else."""
        first, *others = record().voci
        assert first.decisa is not None
        richer = evolve(first, decisa=evolve(first.decisa, importo=Euro(1)))
        found = replay(evolve(record(), voci=(richer, *others)))

        assert [each.testo.en for each in found.discordanze] == ["comes out otherwise: amount"]

    def test_one_that_was_not_decided(self) -> None:
        """Then it contradicted itself, now it does not, or the other way round."""
        voci = list(record().voci)
        voci[3] = evolve(voci[3], domanda=applicant("d", "1.00"), decisa=None)
        found = replay(evolve(record(), voci=tuple(voci)))

        assert (Ambito.ESITO, "d") in named(found)
        said = {each.testo.it for each in found.discordanze if each.ambito is Ambito.ESITO}
        assert said == {"viene diverso: esito (allora non decisa, ora ammessa)"}

    def test_the_declaration_of_a_fact_that_nothing_reads(self) -> None:
        """An application states it, and today it no longer fits: the fact is named."""
        domanda = Domanda("a", fatti=Fatti({**DOMANDE[0].fatti.valori, "punteggio": Decimal(7)}))
        filed = record(AVVISO, (evolve(domanda, protocollo="a"),))
        today = leggi_avviso(AVVISO).valore
        fatti = tuple(
            evolve(f, tipo=DateType()) if f.nome == "punteggio" else f for f in today.misura.fatti
        )
        found = replay(filed, avviso=evolve(today, misura=evolve(today.misura, fatti=fatti)))

        assert named(found) == {
            (Ambito.FATTO, "punteggio"),
            (Ambito.ESITO, "a"),
            (Ambito.GRADUATORIA, "immaginario"),
        }

    def test_a_part_that_this_version_does_not_know(self) -> None:
        """A later version may name other parts: told as they are."""
        filed = record()
        found = replay(evolve(filed, parti={**filed.parti, "altro/cosa": "0"}))

        assert named(found) == {(Ambito.MISURA, "altro/cosa")}

    def test_a_text_that_is_no_longer_read(self) -> None:
        """The faults of the text, each with its place."""
        broken = evolve(record(), avviso=FileDiRegole("vecchio.toml", "formato = 99"))

        with pytest.raises(InvalidFile, match=r"vecchio\.toml:1"):
            replay(broken)
