"""What a notice changes is told part by part, as it was and as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from casa_model.casa import edizione, leggi_avviso
from casa_model.readers.explain import con_avviso, explain
from casa_model.readers.prose import prose
from casa_model.readers.prose._differenze import differenze_di
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.esito import Esito, Verdict
from casa_model.rules.facts import Fatti
from casa_model.rules.leggi import leggi_misura

NOTICES = Path(__file__).parents[3] / "esempi" / "avvisi"
TRIAL = Path(__file__).parents[1] / "explain.toml"
CRS = edizione().misure["crs-difficolta"]
HEAD = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Avviso immaginario", en = "Imaginary notice" }
ente = "Comune immaginario"
misura = "prova"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
"""
SOURCE = 'fonte = "esempio"\ngrado = "derivata"\n'


def example(name: str) -> Avviso:
    """One of the example notices."""
    return leggi_avviso((NOTICES / f"{name}.toml").read_bytes()).valore


def on_trial(rules: str) -> list[str]:
    """What a notice with these rules changes of the trial measure."""
    base = leggi_misura(TRIAL.read_text("utf-8"), file="x").valore
    avviso = leggi_avviso(HEAD + rules, misure={"prova": base}).valore
    return [each.testo for each in differenze_di(avviso, base, "it")]


class TestExamples:
    """The example notices."""

    def test_nothing_is_said_of_what_did_not_change(self) -> None:
        """Brusaporto writes the order that the measure has already."""
        told = differenze_di(example("brusaporto-2023"), CRS, "it")

        assert [(each.parte, each.operazione) for each in told] == [
            ("graduatoria", Operazione.AGGIUNGE)
        ]

    def test_an_item_is_told_as_it_was_and_as_it_is(self) -> None:
        """With its former words where the notice has others, and its new condition."""
        told = [each.testo for each in differenze_di(example("aler-milano-2024"), CRS, "it")]

        assert (
            "sostituisce: voce dell'importo «servizi a rimborso dell'anno, senza il riscaldamento» "
            "(nella misura: «servizi a rimborso dell'anno»: «servizi a rimborso dell'anno di "
            "riferimento»; nell'avviso: «servizi a rimborso dell'anno di riferimento»; solo se «il "
            "canone dell'anno di riferimento è pagato»: sì)"
        ) in told
        assert (
            "aggiunge: ciò che si toglie dall'importo (nell'avviso: «contributo per il "
            "riscaldamento già ricevuto», dalla spesa, prima del massimo)"
        ) in told

    def test_the_order_of_the_items(self) -> None:
        """Both orders, by their labels."""
        told = [each.testo for each in differenze_di(example("comune-immaginario-2025"), CRS, "it")]

        assert (
            "sostituisce: ordine delle voci dell'importo (nella misura: «servizi a rimborso "
            "dell'anno»; «debito pregresso della locazione sociale»; nell'avviso: «debito "
            "pregresso della locazione sociale»; «servizi a rimborso dell'anno»; «riscaldamento, "
            "se il canone è pagato»)"
        ) in told

    def test_an_explanation_says_the_same(self) -> None:
        """The lines of `spiega` are those of the book, each once."""
        avviso = example("comune-immaginario-2025")
        assert avviso.misura.calendario is not None
        day = avviso.misura.calendario.giorno_norma
        verdict = Verdict(avviso.misura.codice, day, Esito.NON_AMMESSO, ())
        found = explain(avviso.misura, Fatti(), verdict, lang="it")
        lines = [
            line for line in con_avviso(found, avviso, base=CRS).testo().split("\n")
            if line.startswith(("- aggiunge", "- sostituisce", "- toglie"))
        ]  # fmt: skip

        assert any("(nella misura: 24; nell'avviso: 36)" in line for line in lines)
        assert len(lines) == len({*lines})


class TestParts:
    """Each part of a measure that has them all."""

    def test_a_cap(self) -> None:
        """As it was and as it is; not a word where it is the same."""
        amount = f'[importo]\n{SOURCE}massimo = "soglia"\n'

        (told,) = on_trial(amount)

        assert told == (
            "sostituisce: massimo dell'importo (nella misura: «tetto» alla riga «area»; "
            "nell'avviso: «soglia ISEE» (9.360,00 €))"
        )
        assert on_trial(f'[importo]\n{SOURCE}massimo = "tetto[area]"\n') == []

    @pytest.mark.parametrize(
        ("detrae", "now"),
        [
            ('detrae = ["bonus"]\ndetrae_da = "contributo"', "«bonus ricevuto», dal contributo, "),
            ("detrae = []", "niente)"),
        ],
    )
    def test_deductions(self, detrae: str, now: str) -> None:
        """What is taken off, and from what; nothing is taken where there is none."""
        (told,) = on_trial(f"[importo]\n{SOURCE}{detrae}\n")

        assert told.startswith(
            "sostituisce: ciò che si toglie dall'importo (nella misura: «bonus ricevuto», dalla "
            f"spesa, prima del massimo; nell'avviso: {now}"
        )

    def test_the_same_deductions(self) -> None:
        """Not a word."""
        assert on_trial(f'[importo]\n{SOURCE}detrae = ["bonus"]\ndetrae_da = "spesa"\n') == []

    def test_a_piece_with_another_code(self) -> None:
        """By its own words, and by those that it had."""
        told = on_trial(
            '[[requisiti]]\ncodice = "altro"\nsostituisce = "isee"\n'
            'testo = { it = "ISEE piccolo", en = "small" }\n'
            f'condizione = "isee < soglia"\n{SOURCE}'
            f'[importo]\n{SOURCE}[[importo.voci]]\ncodice = "tutta"\nsostituisce = "meta"\n'
            f'vale = "spesa"\n{SOURCE}'
        )

        assert told == [
            "sostituisce: requisito «ISEE piccolo» (nella misura: «ISEE inferiore alla soglia»)",
            (
                "sostituisce: voce dell'importo «tutta» (nella misura: «metà della spesa»: "
                "il valore di («metà» (50 %) per «spesa dell'anno») arrotondato a 2 decimali; "
                "nell'avviso: «spesa dell'anno»)"
            ),
        ]


def test_a_day_without_a_publication() -> None:
    """What counts by default is named; its day is not known."""
    avviso = example("sesto-san-giovanni-2024")
    (told, *_) = differenze_di(avviso, CRS, "en")

    assert told.testo.startswith(
        "replaces: day of the requisites (by default: publication of the notice"
    )
    assert "nella misura" not in "".join(x.testo for x in differenze_di(avviso, None, "it"))


def test_pieces_that_are_not_there() -> None:
    """A difference of a measure built by hand may name nothing: it is told by its name."""
    avviso = example("brusaporto-2023")
    bare = evolve(
        avviso,
        misura=evolve(avviso.misura, importo=None, graduatoria=None),
        differenze=tuple(
            Differenza(parte, "assente", Operazione.SOSTITUISCE, avviso.fonte)
            for parte in ("voce", "importo", "graduatoria", "parametro", "requisito")
        ),
    )

    assert [each.testo for each in differenze_di(bare, bare.misura, "it")] == [
        "sostituisce: voce dell'importo «assente»",
        "sostituisce: importo",
        "sostituisce: graduatoria",
        "sostituisce: numero «assente»",
        "sostituisce: requisito «assente»",
    ]


def test_two_pieces_of_the_same_words() -> None:
    """Each is told, by its code too: a reader counts what was removed."""
    base = leggi_misura(TRIAL.read_text("utf-8"), file="x").valore
    isee, *others = base.requisiti
    twin = evolve(base, requisiti=(isee, evolve(isee, codice="isee-bis"), *others))
    why = 'motivo = { it = "vale ovunque", en = "it holds everywhere" }\n'
    removed = "".join(f'[[togli]]\nrequisito = "{c}"\n{why}{SOURCE}' for c in ("isee", "isee-bis"))
    avviso = leggi_avviso(HEAD + removed, misure={"prova": twin}).valore
    book = prose(avviso, lang="it", base=twin).testo()

    assert [each.testo for each in differenze_di(avviso, twin, "en")] == [
        "removes: requirement “ISEE below the threshold” (code isee)",
        "removes: requirement “ISEE below the threshold” (code isee-bis)",
    ]
    assert (
        book.replace("\n  ", " ").count(
            "- toglie: requisito «ISEE inferiore alla soglia» (codice isee"
        )
        == 2
    )
