"""One thing in which a notice is not what its act says, with a household that shows it."""

from __future__ import annotations

from attrs import field, frozen

from casa_model.casa.conforme._verso import Verso
from casa_model.rules.avviso import Differenza
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Confini, Esempio, Perche
from casa_model.values import Testo
from casa_model.values._exact import exact


@frozen
class Rilievo:
    """One finding; `codice` is the same as long as the finding is: part, name, which way.

    `esempio` is an invented household, decided by the act (first) and by the notice, or by the act
    with this difference alone. `perche` says why nobody knows. `impronta` stands for the two rules,
    that of the act and that of the notice: another rule, another digest. `chiesti` are the facts
    that the notice asks and the act does not, of one that is more demanding: all of them, unless
    proof did not get that far (`tutti_chiesti`).
    """

    codice: str = field(validator=exact(str))
    parte: str = field(validator=exact(str))
    nome: str = field(validator=exact(str))
    verso: Verso = field(validator=exact(Verso))
    esempio: Esempio | None = field(
        default=None, repr=False, validator=exact(Esempio, optional=True)
    )
    perche: Perche | None = field(default=None, validator=exact(Perche, optional=True))
    impronta: str = field(default="", validator=exact(str))
    chiesti: tuple[str, ...] = field(default=(), validator=exact(tuple))
    tutti_chiesti: bool = field(default=True, validator=exact(bool))


@frozen
class Esame:
    """What was found of the whole notice, or of one difference alone; nothing: it is equivalent.

    `differenza` is None for the whole. `titolo` is what is changed, `articolo` where the act says
    it (None for what the act does not have), `fonte` where the notice does. `misura` is what was
    held against the act.
    """

    differenza: Differenza | None = field(validator=exact(Differenza, optional=True))
    titolo: Testo = field(validator=exact(Testo))
    articolo: Testo | None = field(validator=exact(Testo, optional=True))
    fonte: Testo = field(validator=exact(Testo))
    misura: Misura = field(repr=False, validator=exact(Misura))
    rilievi: tuple[Rilievo, ...] = field(validator=exact(tuple))
    confini: Confini = field(validator=exact(Confini))

    @property
    def equivalente(self) -> bool:
        """Whether whom the act admits or refuses stays so, with the same amount.

        The ranking is that of the act, or the act has none. Whom the act leaves undecided is not
        looked at.
        """
        return not self.rilievi
