"""What a change does where a requirement is unread: it is left out of that side, and said."""

from __future__ import annotations

import re

from attrs import evolve
from casa.confronta.people import household
from casa.confronta.rules import ON, measure
from casa.imaginary_law import MISURA

from casa_model.casa.confronta import (
    Effetto,
    Trovato,
    Versione,
    confronta,
    effetti,
    libro_di,
    prove,
)
from casa_model.readers.evaluate import evaluate
from casa_model.rules.esito import Esito
from casa_model.rules.misura import Misura, Requisito
from casa_model.rules.quesiti import Risposta
from casa_model.values import Fonte, Grado, Testo

assert "non_visto" in MISURA

UNREAD = Requisito(
    "ignoto", Testo(it="ignoto", en="unread"), Fonte(Grado.DERIVATA, testo="esempio"), None
)
SIMPLE = (('detrae = ["isee"]\ndetrae_da = "spesa"\n', ""), ('se = "sano"\n', ""))


def unread(*swaps: tuple[str, str]) -> Misura:
    """The measure with something that nobody has read."""
    misura = measure(*SIMPLE, *swaps)
    return evolve(misura, requisiti=(*misura.requisiti, UNREAD))


def proven(prima: Misura, ora: Misura) -> dict[Effetto, Trovato]:
    """What proof says of each effect."""
    change = confronta(Versione(prima, on=ON), Versione(ora, on=ON))
    return {each.effetto: each.trovato for each in prove(change)}


RISE = ('vale = "isee"', 'vale = "isee + 1.00"')


def test_more_is_due() -> None:
    """Nobody is admitted before or now, and more is due all the same to somebody."""
    found = proven(unread(), unread(RISE))

    more = found[Effetto.DI_PIU]
    assert (more.risposta, more.senza_non_letti) == (Risposta.SI, True)
    assert more.confini.non_letti == ("ignoto",)
    less = found[Effetto.DI_MENO]
    assert (less.risposta, less.senza_non_letti) == (Risposta.NO, True)


def test_what_happens_as_it_is_comes_first() -> None:
    """Who was refused is to be completed now: that happens without leaving anything out."""
    found = proven(unread(), unread(("9360.00", "10000.00")))

    assert found[Effetto.INCERTO].risposta is Risposta.SI
    assert not found[Effetto.INCERTO].senza_non_letti
    gains = found[Effetto.GUADAGNA]
    assert (gains.risposta, gains.senza_non_letti) == (Risposta.SI, True)


def test_somebody_has_read_it_now() -> None:
    """What it asks now takes away from those who had to be completed, as it is."""
    prima = unread()
    read = next(each for each in prima.requisiti if each.codice == "isee")
    own = evolve(UNREAD, condizione=read.condizione)
    rows = tuple(own if each.codice == "ignoto" else each for each in prima.requisiti)
    found = proven(prima, evolve(prima, requisiti=rows))

    gains = found[Effetto.GUADAGNA]
    assert (gains.risposta, gains.senza_non_letti) == (Risposta.SI, False)
    assert found[Effetto.DI_PIU].risposta is Risposta.NO


def test_read_by_one_side_alone() -> None:
    """There it refuses: who comes in is found, and only of that side is anything left aside."""
    prima = measure(*SIMPLE)
    rows = [
        evolve(each, condizione=None, deroghe=()) if each.codice == "isee" else each
        for each in prima.requisiti
    ]
    change = confronta(
        Versione(prima, on=ON), Versione(evolve(prima, requisiti=tuple(rows)), on=ON)
    )
    some = {each.effetto: each for each in prove(change)}
    gains = some[Effetto.GUADAGNA].trovato
    assert gains.esempio is not None
    text = " ".join(libro_di(change, lang="it", prove=some.values()).testo().split())

    assert (gains.risposta, gains.senza_non_letti) == (Risposta.SI, True)
    assert evaluate(prima, gains.esempio.fatti, on=ON).esito is Esito.NON_AMMESSO
    assert "Prima: non ammessa" in text
    assert re.search(r"Prima: [^.]*se si trascura", text) is None
    assert some[Effetto.DI_PIU].trovato.risposta is Risposta.NO


def test_in_words() -> None:
    """The codes, that it was left aside, and that the counts do not leave it aside."""
    change = confronta(Versione(unread(), on=ON), Versione(unread(RISE), on=ON))
    some = list(prove(change))
    counted = effetti(change, [household("a", 1000)])
    text = " ".join(libro_di(change, lang="it", prove=some, effetti=counted).testo().split())

    assert "chiede anche ciò che qui nessuno ha letto (`ignoto`)" in text
    assert (
        "C'è chi ha un importo spettante più alto, se si trascura ciò che nessuno ha letto" in text
    )
    assert (
        "Nessuno ha un importo spettante più basso: è dimostrato, anche se si trascura ciò che "
        "nessuno ha letto"
    ) in text
    assert "Prima: ammessa, 0,00 €, se si trascura ciò che nessuno ha letto. Ora: ammessa" in text
    assert "se si trascura ciò che nessuno ha letto; i conti non lo trascurano" in text
