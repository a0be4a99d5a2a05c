"""What differs is told from what to what, with the law that the record kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve
from casa.imaginary_law import AVVISO, MISURA, notice

from casa_model.casa import Ambito, Cambio, FileDiRegole, Lettura, Verbale, replay
from casa_model.casa._letture import letture
from casa_model.rules.avviso import Dotazione
from casa_model.rules.digest import SEMANTICA, notice_parts
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso


def differing(
    before: Avviso, after: Avviso, *, kept: bool = True
) -> dict[tuple[Ambito, str], tuple[str, tuple[Cambio, ...]]]:
    """What differs between two notices, in words and in values; `kept`: with what was in force."""
    parts = notice_parts(before)
    file = FileDiRegole("avviso.toml", AVVISO)
    said = letture(before, parts) if kept else ()
    found = replay(Verbale("0", SEMANTICA, file, (), parts, (), letture=said), avviso=after)
    of_law = (d for d in found.discordanze if d.ambito is not Ambito.GRADUATORIA)
    return {(d.ambito, d.nome): (d.testo.it, d.cambi) for d in of_law}


def told(before: Avviso, after: Avviso) -> dict[str, str]:
    """What differs, in words, by name."""
    return {name: text for (_, name), (text, _) in differing(before, after).items()}


def test_a_parameter() -> None:
    """Its value then and now, with its unit; of a table the rows that differ."""
    other = MISURA.replace("9360.00", "8000.00").replace('"1.57"', '"1.60"').replace("0.30", "0.25")
    found = differing(notice(), notice(other))

    assert found == {
        (Ambito.PARAMETRO, "soglia"): (
            "9.360,00 € → 8.000,00 €",
            (Cambio("", Euro(936000), Euro(800000)),),
        ),
        (Ambito.PARAMETRO, "scala"): (
            "[2] 1,57 → 1,60",
            (Cambio("2", Decimal("1.57"), Decimal("1.60")),),
        ),
        (Ambito.PARAMETRO, "parte"): (
            "0,30 → 0,25",
            (Cambio("", Decimal("0.30"), Decimal("0.25")),),
        ),
    }


def test_requirements_and_definitions() -> None:
    """Their text then and now, each derogation by its code."""
    other = (
        MISURA.replace("isee < soglia", "isee <= soglia")
        .replace('condizione = "sano"', 'condizione = "not sano"')
        .replace("area == 'nord'", "area == 'sud'")
    )

    assert told(notice(), notice(other)) == {
        "isee": "`isee < soglia` → `isee <= soglia`; `sano` `sano` → `not sano`",
        "fascia": '`quando area == "nord": "a"; altrimenti: "b"` → '
        '`quando area == "sud": "a"; altrimenti: "b"`',
    }


def test_what_came_and_what_went() -> None:
    """With its text, where it has one."""
    before = notice()
    asked = before.misura.requisiti
    after = evolve(before, misura=evolve(before.misura, requisiti=(asked[0], asked[2])))

    condition = '`punti < scala[componenti] and fascia == "a" and dal < data_requisiti`'
    table = '`quando area == "nord": "a"; altrimenti: "b"`'
    numbers = "[1] 1,00; [2] 1,57; [3] 2,04"

    assert told(before, after) == {
        "ordine": "sono diverse da allora",
        "resto": f"non c'è più: {condition}",
        "fascia": f"non c'è più: {table}",
        "scala": f"non c'è più: {numbers}",
    }
    assert told(after, before) == {
        "ordine": "sono diverse da allora",
        "resto": f"allora non c'era: {condition}",
        "area": "allora non c'era",
        "dal": "allora non c'era",
        "punti": "allora non c'era",
        "componenti": "allora non c'era",
        "fascia": f"allora non c'era: {table}",
        "scala": f"allora non c'era: {numbers}",
    }


def test_days_terms_and_endowment() -> None:
    """Which day or amount, then and now."""
    other = AVVISO.replace("chiusura = 2024-09-30T12:00:00", "chiusura = 2024-10-01")
    moved = notice(MISURA, other)
    # No file may say so of a measure that pays; the record only tells what it finds.
    housed = evolve(moved, dotazione=Dotazione(None, 7, moved.fonte))
    found = told(notice(), housed)

    assert found["termini"] == "`chiusura` `2024-09-30 12:00` → 1º ottobre 2024"
    assert found["giorni"] == "`chiusura` 30 settembre 2024 → 1º ottobre 2024"
    assert found["dotazione"] == "120,00 € → niente; `alloggi` niente → 7"


def test_the_ranking_and_the_amount() -> None:
    """Keys, items and caps, as a file spells them; a truth in words."""
    other = MISURA.replace('vale = "isee"', 'vale = "soglia"')
    keys = AVVISO.replace('"-isee"', '"isee"')
    found = told(notice(), notice(other, keys))
    before = notice()
    ranked = before.misura.graduatoria
    assert ranked is not None
    jumping = evolve(before, misura=evolve(before.misura, graduatoria=evolve(ranked, salta=True)))

    assert found["importo"] == "`voce` `isee` → `soglia`"
    assert found["graduatoria"] == "`ordine` `-isee, protocollo` → `isee, protocollo`"
    assert told(before, jumping) == {"graduatoria": "`salta` no → sì"}


def test_where_the_record_has_not_kept_it() -> None:
    """That it differs, in words that agree with it."""
    other = (
        MISURA.replace("9360.00", "8000.00")
        .replace("isee < soglia", "isee <= soglia")
        .replace("area == 'nord'", "area == 'sud'")
        .replace('vale = "isee"', 'vale = "soglia"')
    )
    found = differing(notice(), notice(other), kept=False)

    assert found == {
        (Ambito.PARAMETRO, "soglia"): ("è diverso da allora", ()),
        (Ambito.REQUISITO, "isee"): ("è diverso da allora", ()),
        (Ambito.DEFINIZIONE, "fascia"): ("è diversa da allora", ()),
        (Ambito.MISURA, "importo"): ("sono diverse da allora", ()),
    }


def test_a_change_shows_no_value_by_itself() -> None:
    """An amount is masked wherever it is printed, and its sentence has to be asked for."""
    change = Cambio("importo", Euro(739173), None, personale=True)

    assert "7391" not in repr(change)
    assert change.testo("it") == "7.391,73 € → niente"
    assert change.testo("en") == "€7,391.73 → nothing"
    assert Cambio("n", Decimal("0.5"), date(2024, 1, 1)).testo("en") == "0.5 → 1 January 2024"


def test_one_and_true_are_not_the_same() -> None:
    """A value of another kind is another value."""
    parts = {"parametro/soglia": "0"}
    said = (Lettura("parametro/soglia", "", True),)  # noqa: FBT003 - a value of the law
    file = FileDiRegole("a", AVVISO)
    found = replay(Verbale("0", SEMANTICA, file, (), parts, (), letture=said), avviso=notice())

    assert found.discordanze[0].testo.it == "sì → 9.360,00 €"
