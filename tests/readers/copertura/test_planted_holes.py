"""Planted faults that coverage shows, and what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readers.copertura.asked import household, point, searched, state

from casa_model.readers.copertura import (
    Escluso,
    Impossibile,
    Mancante,
    NonTrovato,
    Ragione,
    copertura,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.rules.misura import Misura


class TestPlanted:
    """Faults that this tool shows."""

    def test_a_dead_requirement(self, con: Callable[..., Misura]) -> None:
        """One that is never false: proven."""
        dead = con(("isee < soglia", "isee < soglia or isee >= soglia"))
        coperta = copertura(dead, ())

        false = state(coperta, "isee-falso")
        assert isinstance(false, Escluso)
        assert false.perche == Impossibile(Ragione.NESSUN_NUCLEO)
        assert isinstance(state(coperta, "isee-deroga-anziano-decide-sola"), Escluso)
        assert isinstance(state(coperta, "isee-vero"), Mancante)

    def test_a_hole_in_a_table(self, con: Callable[..., Misura]) -> None:
        """Who falls through to `altrimenti` is shown: a household of two, whom a row forgot."""
        hole = con(('"componenti == 2"', '"componenti >= 3"'))

        found = household(hole, "definizione-quota-altrimenti").fatti
        assert (found.valori["componenti"], found.valori["pagato"]) == (2, True)

    def test_a_row_behind_another(self, con: Callable[..., Misura]) -> None:
        """A row that never is the first to hold."""
        dead = con(('"componenti == 2"', '"componenti < 2"'))

        assert isinstance(state(copertura(dead, ()), "definizione-quota-riga-2"), Escluso)

    def test_a_cap_that_never_cuts(self, con: Callable[..., Misura]) -> None:
        """Items that their own caps keep below that of the amount."""
        never = con(
            (
                '{ codice = "fisso", vale = "spesa" }',
                '{ codice = "fisso", vale = "min(spesa, tetto)" }',
            ),
            ('valore = "500.00"', 'valore = "600.00"'),
            ("qualcuno(membri, eta < 18)", "pagato"),
        )

        assert isinstance(state(copertura(never, ()), "importo-massimo-superato"), Escluso)

    def test_nothing_is_proven_of_members(self, con: Callable[..., Misura]) -> None:
        """Only households of a few are tried: nobody is shown, and nothing is called impossible."""
        never = con(("eta < 18", "eta < 0"))

        assert searched(never, "minori-vero") == NonTrovato()
        assert state(copertura(never, ()), "minori-vero") == Mancante(
            point(never, "minori-vero"), None
        )

    def test_as_many_members_as_the_rule_counts_to(self, con: Callable[..., Misura]) -> None:
        """A household of five is not impossible, nor is one where there should be four."""
        many = con(("qualcuno(membri, eta < 18)", "conta(membri, eta < 18) >= 5"))

        for side, members in (("sopra", 6), ("pari", 5), ("sotto", 4)):
            found = household(many, f"minori-{side}").fatti
            assert sum(row.get("eta", 99) < 18 for row in found.membri or ()) == members

    def test_no_more_members_than_the_measure_allows(self, con: Callable[..., Misura]) -> None:
        """Where their number may be two at most nobody of three is tried."""
        pair = con(
            ("qualcuno(membri, eta < 18)", "conta(membri, eta < 18) + componenti >= 4"),
            ("massimo = 30", "massimo = 2"),
        )

        assert household(pair, "minori-pari").fatti.valori["componenti"] == 2
        assert searched(pair, "minori-sopra") == NonTrovato()

    def test_whoever_lists_the_members_says_how_many(self, con: Callable[..., Misura]) -> None:
        """A case with a list and without a number would be none."""
        two = con(("isee < soglia", "isee < soglia or componenti < 3"))
        coperta = copertura(two, ())

        found = [each.nucleo.fatti for each in coperta.mancanti if each.nucleo is not None]
        listed = [fatti for fatti in found if fatti.membri is not None]
        assert listed
        assert all(fatti.valori["componenti"] == len(fatti.membri or ()) for fatti in listed)

    def test_what_no_fact_moves(self, con: Callable[..., Misura]) -> None:
        """A comparison of numbers of the law alone: the same for everybody."""
        fixed = con(("isee < soglia", "massimale < soglia"))
        coperta = copertura(fixed, ())

        reasons = {
            name: stato.perche.ragione
            for name in ("isee-falso", "isee-ignoto", "isee-sotto", "isee-pari", "isee-sopra")
            if isinstance(stato := state(coperta, name), Escluso)
        }
        assert reasons == {
            "isee-falso": Ragione.SENZA_FATTI,
            "isee-ignoto": Ragione.SENZA_FATTI,
            "isee-sotto": Ragione.NON_SI_MUOVE,
            "isee-pari": Ragione.SENZA_FATTI,
            "isee-sopra": Ragione.NON_SI_MUOVE,
        }
        assert isinstance(state(coperta, "isee-vero"), Mancante)

    def test_a_side_that_nothing_crosses(self, con: Callable[..., Misura]) -> None:
        """Everybody is above: the other side is proven to be nobody's."""
        above = con(("isee < soglia", "isee > -1.00"))
        coperta = copertura(above, ())

        assert [isinstance(state(coperta, f"isee-{side}"), Escluso) for side in
                ("sotto", "pari", "sopra")] == [True, True, True]  # fmt: skip
