"""Changes in sentences: values only to whoever asks, nobody's facts once, in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from readers.changes.asked import found as of
from readers.changes.households import ACCESSO, ADMITTED, DIFFICOLTA, FREE, NOTICE, but
from readers.changes.words import told

from casa_model.errors import InvalidValue
from casa_model.readers.changes import (
    Cambiamento,
    DatoCambiato,
    NonDeciso,
    Rimedio,
    racconto,
)
from casa_model.rules.facts import Fatti, Fatto
from casa_model.rules.types import BoolType, CodeType, NumberType
from casa_model.values import Euro, Testo


class TestRefused:
    """What to tell a household that is refused."""

    def test_in_italian(self) -> None:
        """The fact, the distance, the outcome, the article."""
        text = told(of(but(isee=Euro(940_000))))

        assert "# Ora: domanda non ammessa; requisiti guardati il 1º settembre 2024\n" in text
        assert "nella domanda va scritto soltanto ciò che è vero" in text
        assert "Requisiti non soddisfatti ora: ISEE in corso di validità" in text
        assert (
            "# Che cosa può cambiare la persona, un dato alla volta\n"
            "se «ISEE del nucleo, in corso di validità» fosse 9.359,99 € (ora è 9.400,00 €: "
            "40,01 € in meno), la domanda sarebbe ammessa, con un importo di 1.000,00 €.\n"
        ) in text

    def test_in_english(self) -> None:
        """The same."""
        text = told(of(but(isee=Euro(940_000))), lang="en")

        assert "if “household ISEE, valid on the day” were €9,359.99 (now it is €9,400.00: " in text
        assert "€40.01 less), the application would be admitted, with an amount of" in text

    def test_without_values(self) -> None:
        """No value, no difference, no amount that is not due, no day counted from a fact."""
        found = of(but(isee=Euro(940_000), data_assegnazione=date(2022, 10, 15)))
        text = told(found, valori=False)

        assert "9.4" not in text
        assert "40,01" not in text
        assert "ottobre" not in text
        assert "«ISEE del nucleo, in corso di validità» avesse un valore più basso" in text
        assert "i requisiti si guardassero da un giorno che deve ancora venire" in text
        assert "I valori, le differenze e i giorni che li rivelano non si mostrano." in text

    def test_two_facts(self) -> None:
        """Which requirement each mends, as there is more than one."""
        text = told(of(but(isee=Euro(940_000), isp=Euro(3_000_000))))

        assert "# Nessun dato basta da solo: due insieme\nse «ISEE" in text
        assert "8.000,00 € in meno), la domanda sarebbe ammessa" in text
        assert ". Requisiti che sarebbero soddisfatti: ISEE in corso" in text

    def test_what_nobody_can_change(self) -> None:
        """Said once, without a value."""
        one = told(of(but(decadenza="c1-h")))
        many = told(of(but(riceve_crs_indigenza=True, data_contratto=date(2022, 1, 10))))

        assert "Con un altro valore di «motivo del provvedimento di decadenza" in one
        assert "Il tempo da solo non basta" in one
        assert "nessuno può cambiarli: «giorno di firma del contratto di locazione», «" in many

    def test_nothing(self) -> None:
        """Three requirements, each of a fact of its own."""
        text = told(of(but(isee=Euro(940_000), isp=Euro(3_000_000), decadenza="c1-h")))

        assert "Nessun dato, da solo o con un altro, cambia l'esito." in text
        assert (
            "# Che cosa servirebbe a ogni requisito, guardato da solo\n"
            "ISEE in corso di validità inferiore alla soglia: servirebbe che «ISEE del nucleo, in "
            "corso di validità» fosse 9.359,99 € (ora è 9.400,00 €: 40,01 € in meno).\n"
        ) in text
        assert "contributo: dipende da «motivo del provvedimento di decadenza, secondo" in text

    def test_what_each_requirement_would_take(self) -> None:
        """Time, a notice held later, several facts that nobody can change, no fact at all."""
        fatti = but(isee=Euro(940_000), isp=Euro(3_000_000), data_assegnazione=date(2022, 10, 15))
        notice = told(of(fatti, NOTICE), NOTICE)
        found = of(fatti)
        nobody = tuple(
            evolve(
                each,
                cambiamenti=tuple(c for c in each.cambiamenti if c.giorno is None) * 2
                if each.requisito == "anzianita-assegnazione"
                else (),
            )
            for each in found.rimedi
        )
        other = of(
            but(decadenza="c1-h", riceve_crs_indigenza=True, data_contratto=date(2022, 1, 10))
        )
        both = evolve(found, rimedi=(*nobody, Rimedio("decadenza", other.nessuno)))

        assert "richiesti: è soddisfatto col tempo, dal 15 ottobre 2024." in told(found)
        assert (
            "servirebbe un avviso uguale, con i requisiti guardati dal 15 ottobre 2024." in notice
        )
        assert "alla soglia: nessun cambiamento che si possa proporre lo soddisfa da solo." in told(
            both
        )
        assert "pubblico», e nessuno può cambiarlo." in told(both)

    def test_what_stays_missing(self) -> None:
        """After the change."""
        text = told(of(but("debito_pregresso", isee=Euro(940_000))))

        assert "la domanda sarebbe da completare; mancherebbe ancora: debito pregresso" in text
        assert "# Che cosa manca" not in text

    def test_what_nobody_has_read(self) -> None:
        """The best outcome is to be completed."""
        fatti = Fatti({"isee": Euro(1_600_001), "isp": Euro(0), "titolo_soggiorno": "ue"})
        text = told(of(fatti, ACCESSO), ACCESSO)

        assert "Nessuno qui ha letto che cosa chiede l'atto: l'esito migliore è da" in text


class TestOthers:
    """Admitted, to be completed, undecided."""

    def test_a_greater_amount(self) -> None:
        """The nearest, and the most."""
        text = told(of(ADMITTED, FREE))
        hidden = told(of(ADMITTED, FREE), valori=False)

        assert (
            "0,01 € in più), l'importo sarebbe 1.000,01 € invece di 1.000,00 €; al massimo "
            "2.700,00 €, con 1.700,00 €."
        ) in text
        assert "avesse un valore più alto, l'importo sarebbe maggiore." in hidden

    def test_a_debt(self) -> None:
        """To run it up is never proposed, and it is said."""
        text = told(of(but(servizi_anno=Euro(0))))
        alone = told(evolve(of(ADMITTED), nessuno=()))

        assert "fosse" not in text
        assert "di «servizi a rimborso dell'anno di riferimento» l'importo sarebbe maggiore" in text
        assert "debito pregresso della locazione sociale: farlo crescere non si propone mai" in text
        assert "Nessun cambiamento che si possa proporre dà un importo maggiore." in alone

    def test_the_greatest(self) -> None:
        """There is nothing to change."""
        text = told(of(but(servizi_anno=Euro(270_000))))

        assert "Nessun dato, da solo o con un altro, dà un importo maggiore." in text

    def test_nothing_to_pay(self) -> None:
        """Admitted by a measure without an amount."""
        misura = evolve(DIFFICOLTA, importo=None)

        assert "non serve cambiare nulla" in told(of(ADMITTED, misura), misura)

    def test_to_be_completed(self) -> None:
        """What to bring, and what proves it."""
        text = told(of(but("isee")))

        assert "prima di tutto la domanda va completata" in text
        assert "# Che cosa manca\nISEE del nucleo, in corso di validità (lo prova: " in text

    def test_more_may_be_missing_later(self) -> None:
        """It is told only where it may be so."""
        later = "Altri possono servire dopo, secondo ciò che si dichiara."

        assert f"\n{later}" in told(evolve(of(but("isee")), altri=True))
        assert later not in told(of(but("isee")))

    def test_the_members_are_missing(self) -> None:
        """No document proves the list."""
        found = of(but("isee"))
        text = told(evolve(found, verdict=evolve(found.verdict, mancano=("membri",))))

        assert "# Che cosa manca\nelenco dei componenti del nucleo" in text

    def test_what_is_not_tried_or_not_decided(self) -> None:
        """Both are named."""
        found = of(but(isee=Euro(940_000)))
        limits = evolve(found, esclusi=("componenti",), non_decisi=(NonDeciso(("isee", "isp")),))
        text = told(limits)

        assert "numero dei componenti del nucleo: i componenti sono elencati" in text
        assert "Non deciso nei passi concessi" in text

    def test_many_pairs(self) -> None:
        """Three are told, the others are counted."""
        found = of(but(isee=Euro(940_000), isp=Euro(3_000_000)))

        assert "e altre 2 coppie più lontane" in told(evolve(found, coppie=found.coppie * 5))

    def test_members_codes_and_numbers(self) -> None:
        """Of which member; another code; a number with its decimals."""
        words = Testo(it="dato", en="fact")
        found = of(but(decadenza="c1-h"))
        data = (
            DatoCambiato(Fatto("comune", CodeType(), words), None, "F205", "altro-1", 1),
            DatoCambiato(
                Fatto("eta", NumberType(0, euro=False, lo=0, hi=130), words, membro=True),
                1,
                Decimal(7),
                Decimal(8),
                1,
            ),
            DatoCambiato(
                Fatto("scala", NumberType(2, euro=False, lo=0, hi=900), words),
                None,
                Decimal("1.57"),
                Decimal("1.50"),
                7,
            ),
            DatoCambiato(Fatto("si", BoolType(), words), None, False, True, 1),  # noqa: FBT003
        )
        some = tuple(Cambiamento((each,), found.verdict) for each in data)
        text = told(evolve(found, persona=some))
        hidden = told(evolve(found, persona=some), valori=False)

        assert "«dato» fosse un altro codice (ora è F205)" in text
        assert "«dato del componente 2» fosse 8 (ora è 7: 1 in più)" in text
        assert "fosse 1,50 (ora è 1,57: 0,07 in meno)" in text
        assert "fosse sì (ora è no)" in text
        assert "«dato» avesse un altro valore" in hidden

    def test_of_another_measure(self) -> None:
        """Or in another language."""
        with pytest.raises(InvalidValue, match="are of the measure"):
            racconto(ACCESSO, of(ADMITTED), lang="it")
        with pytest.raises(InvalidValue, match="no language"):
            racconto(DIFFICOLTA, of(ADMITTED), lang="fr")  # type: ignore[arg-type]
