"""What stands for a rule that was accepted: it changes when the rule does, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from casa.conforme.notices import HEAD, MOVED, SOURCE, law, notice, parameter, requirement

from casa_model.casa.conforme._impronta import LUNGA, impronta_di
from casa_model.casa.conforme._legge import con_questa, da_sole, legge_di
from casa_model.rules import tree as t

if TYPE_CHECKING:
    from casa_model.rules.misura import Misura

LOOSER = requirement("isee", "isee <= soglia_isee")
ISEE = "requisito/isee"
ALL = "avviso"


def marks(more: str, head: str = HEAD, act: Misura | None = None) -> dict[str, str]:
    """The mark of the whole and of each difference of a notice; no solver is asked."""
    base = act or law()
    avviso = notice(more, head, misure={base.codice: base})
    legge = legge_di(avviso, base)
    fixed = legge.calendario
    assert fixed is not None
    on = fixed.giorno_norma
    found = {
        f"{each.parte}/{each.nome}": impronta_di(
            legge, con_questa(avviso, legge, each), each, on=on
        )
        for each in da_sole(avviso, legge)
    }
    return {ALL: impronta_di(legge, avviso.misura, None, on=on), **found}


def test_a_mark() -> None:
    """A few characters, the same every time, others for each part."""
    more = LOOSER + parameter("massimale_annuo", '"2000.00"')
    found = marks(more)

    assert found == marks(more)
    assert len(set(found.values())) == len(found) == 3
    assert {len(each) for each in found.values()} == {LUNGA}


def test_a_wider_rule() -> None:
    """The same requirement, looser still."""
    assert marks(LOOSER)[ISEE] != marks(requirement("isee", "isee <= 20000.00"))[ISEE]


def test_the_act() -> None:
    """The act draws its line elsewhere: what was accepted is not what stands there now."""
    base = law()
    rows = tuple(
        evolve(r, condizione=t.Compare("<", t.Fact("isee"), t.Number(900_000, 2)))
        if r.codice == "isee"
        else r
        for r in base.requisiti
    )

    assert marks(LOOSER, act=evolve(base, requisiti=rows))[ISEE] != marks(LOOSER)[ISEE]


def test_a_number_of_the_notice() -> None:
    """It is raised: the requirement that reads it is another rule, whatever its text."""
    text = (
        '[parametri.limite]\netichetta = { it = "limite", en = "limit" }\ntipo = "euro"\n'
        f'valore = "9500.00"\n{SOURCE}' + requirement("isee", "isee <= limite")
    )

    assert marks(text)[ISEE] != marks(text.replace("9500.00", "9501.00"))[ISEE]


def test_a_number_of_the_act() -> None:
    """It is its own difference, and the whole is another."""
    first, second = (marks(parameter("soglia_isee", f'"{n}.00"')) for n in (12000, 12001))
    assert first["parametro/soglia_isee"] != second["parametro/soglia_isee"]
    both, one = marks(LOOSER + parameter("soglia_isee", '"12000.00"')), marks(LOOSER)

    assert both[ISEE] == one[ISEE]
    assert both[ALL] != one[ALL]


def test_words_and_what_is_elsewhere() -> None:
    """Labels change nothing; a difference of another part changes the whole only."""
    words = LOOSER.replace("scritto nell'avviso", "detto altrimenti")
    assert marks(words) == marks(LOOSER)
    more = marks(LOOSER + parameter("massimale_annuo", '"2000.00"'))

    assert more[ISEE] == marks(LOOSER)[ISEE]
    assert more[ALL] != marks(LOOSER)[ALL]


def test_a_requirement_that_nobody_has_read() -> None:
    """Its words in either language and its source are all that it has: others, another mark."""
    text = (
        f'[[requisiti]]\ncodice = "comunale"\n{SOURCE}non_visto = true\n'
        'testo = { it = "residenza nel comune", en = "residence in town" }\n'
    )
    others = (
        text.replace("residenza nel comune", "cittadinanza italiana"),
        text.replace("residence in town", "Italian citizenship"),
        text.replace('fonte = "inventato"', 'fonte = "delibera"'),
    )
    found = {marks(each)["requisito/comunale"] for each in (text, *others)}

    assert marks(text + LOOSER)["requisito/comunale"] == marks(text)["requisito/comunale"]
    assert len(found) == len(others) + 1


def test_a_day_moved_further() -> None:
    """Also where no rule reads it."""
    base = law()
    silent = evolve(base, requisiti=tuple(r for r in base.requisiti if r.codice == "isee"))
    name = "data-requisiti/data-requisiti"
    for act in (base, silent):
        one, other = (
            marks("", MOVED.replace("2024-09-30", day), act) for day in ("2024-09-30", "2024-10-31")
        )
        assert one[name] != other[name]


def test_a_ranking() -> None:
    """What it looks at first."""
    one, other = (
        marks(f"[graduatoria]\n{SOURCE}ordine = [{keys}]\n") for keys in ('"isee"', '"isp"')
    )

    assert one["graduatoria/graduatoria"] != other["graduatoria/graduatoria"]
