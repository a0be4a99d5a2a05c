"""The record of a decision: all that is needed to make it again, and to say what differs.

A record holds the text of the rules as they were given, a digest of each part of them, every
application with a digest of its facts, and what each got. It holds people's facts, and belongs
where they may be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from casa_model.casa._letture import Lettura, letture
from casa_model.casa.avviso import leggi_avviso
from casa_model.casa.edizione import edizione
from casa_model.errors import InvalidValue
from casa_model.graduatorie import Graduatoria
from casa_model.nuclei import Domanda
from casa_model.rules.digest import SEMANTICA, digest_of, notice_parts
from casa_model.rules.esito import Esito, EsitoDefinizione, EsitoVoce, Verdict
from casa_model.rules.leggi import leggi_misura
from casa_model.values import Euro, FrozenMap, Testo

if TYPE_CHECKING:
    from casa_model.casa.decidi import Decisione
    from casa_model.errors import Fault
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura


def _masked(value: object) -> str:
    return "None" if value is None else "<…>"


def _how_many(values: tuple[object, ...]) -> str:
    return f"<{len(values)}>"


@frozen
class FileDiRegole:
    """A rule file as it was given: its name, and its text."""

    file: str
    testo: str = field(repr=False)


@frozen
class RagioneDecisa:
    """How a requirement came out: True, False or None, which way decided, what was missing."""

    codice: str
    esito: bool | None
    deciso_da: str | None = None
    mancano: tuple[str, ...] = ()


@frozen
class Decisa:
    """What an application got, in codes: a verdict without its words, which may improve."""

    esito: Esito
    ragioni: tuple[RagioneDecisa, ...]
    importo: Euro | None = field(default=None, repr=_masked)
    voci: tuple[EsitoVoce, ...] = ()
    definizioni: tuple[EsitoDefinizione, ...] = ()
    mancano: tuple[str, ...] = ()
    riserve: tuple[str, ...] = ()

    @classmethod
    def di(cls, verdict: Verdict) -> Decisa:
        """The codes of a verdict."""
        return cls(
            verdict.esito,
            tuple(
                RagioneDecisa(f.codice, f.esito, f.deciso_da, f.mancano) for f in verdict.findings
            ),
            verdict.importo,
            verdict.voci,
            verdict.definizioni,
            verdict.mancano,
            verdict.riserve,
        )


@frozen
class VoceVerbale:
    """An application as it was decided, the digest of its facts, and what it got.

    `decisa` is None when its facts contradict one another: `scarto` says why.
    """

    domanda: Domanda
    impronta: str
    decisa: Decisa | None
    scarto: Testo | None = None


@frozen
class RigaScartata:
    """A row of the applications' file that gave no application, and so was never decided.

    `riferimento` is None where it could not be read. `motivi` are the texts of its faults, which
    never hold the value of a fact.
    """

    riga: int
    riferimento: str | None
    motivi: tuple[Testo, ...]

    @classmethod
    def di(cls, riga: int, riferimento: str | None, difetti: Iterable[Fault]) -> RigaScartata:
        """The row that a reader discarded for `difetti` (a `Scartata` of `Lette`)."""
        told = (Testo(it=fault.testo("it"), en=fault.testo("en")) for fault in difetti)
        return cls(riga, riferimento, tuple(told))


@frozen
class Verbale:
    """A decision on record.

    `versione` is that of the library that decided, `semantica` that of what rules mean. `misure`
    are the files of measures that were given beside the edition, `parti` the digest of each part of
    the law and of the notice (`casa_model.rules.digest.notice_parts`). `voci` are in the order of
    the applications. `scartate` are the rows that the reader discarded: there is no application to
    decide again, and whoever wrote them may ask why. `letture` say what each part of the law said:
    a digest tells that it is another, these tell from what to what.
    """

    versione: str
    semantica: int
    avviso: FileDiRegole
    misure: tuple[FileDiRegole, ...]
    parti: Mapping[str, str] = field(repr=False, converter=FrozenMap[str, str])
    voci: tuple[VoceVerbale, ...] = field(repr=_how_many)
    graduatoria: Graduatoria | None = field(default=None, repr=False)
    scartate: tuple[RigaScartata, ...] = field(default=(), repr=_how_many)
    letture: tuple[Lettura, ...] = field(default=(), repr=_how_many)


def verbale_di(  # noqa: PLR0913 - what was decided, by which texts, and what was not
    decisione: Decisione,
    domande: Iterable[Domanda],
    *,
    avviso: FileDiRegole,
    misure: Iterable[FileDiRegole] = (),
    versione: str,
    scartate: Iterable[RigaScartata] = (),
) -> Verbale:
    """The record of a decision, with the texts of the rules that it was made by.

    `domande` are all those that were given to `decidi`, `scartate` the rows of their file that gave
    none. `versione` is `casa_model.__version__`.
    Raises `InvalidValue` when the texts do not give the notice of the decision, or the applications
    are not its own: a record that cannot be made again is none.
    """
    texts = tuple(misure)
    if riletto(avviso, texts) != decisione.avviso:
        raise InvalidValue(
            it="il testo non dà l'avviso della decisione; passa i file con cui è stata presa",
            en="the text does not give the notice of the decision; pass the files it was made by",
        )
    got = {esito.riferimento: Decisa.di(esito.verdict) for esito in decisione.esiti}
    refused = {scarto.riferimento: scarto.motivo for scarto in decisione.scarti}
    given = tuple(domande)
    if sorted(d.riferimento for d in given) != sorted((*got, *refused)):
        raise InvalidValue(
            it="le domande non sono quelle della decisione; passa tutte e sole quelle",
            en="the applications are not those of the decision; pass them all and no other",
        )
    parti = notice_parts(decisione.avviso, stated=_stated(decisione, given))
    return Verbale(
        versione=versione,
        semantica=SEMANTICA,
        avviso=avviso,
        misure=texts,
        parti=parti,
        voci=tuple(
            VoceVerbale(d, digest_of(d), got.get(d.riferimento), refused.get(d.riferimento))
            for d in given
        ),
        graduatoria=decisione.graduatoria,
        scartate=tuple(scartate),
        letture=letture(decisione.avviso, parti),
    )


def _stated(decisione: Decisione, domande: Iterable[Domanda]) -> frozenset[str]:
    """The names of all facts that were stated, also by applications that were not decided."""
    known = (*(e.fatti for e in decisione.esiti), *(d.fatti for d in domande))
    rows = (row for fatti in known for row in (fatti.valori, *(fatti.membri or ())))
    return frozenset().union(*rows)


def riletto(avviso: FileDiRegole, misure: Iterable[FileDiRegole]) -> Avviso:
    """The notice of a text, over the edition and the measures of other texts.

    Raises `InvalidFile` when a text is no longer read.
    """
    shipped = edizione()
    known: dict[str, Misura] = dict(shipped.misure)
    for each in misure:
        read = leggi_misura(each.testo, file=each.file, fatti=shipped.fatti, norme=shipped.norme)
        known[read.valore.codice] = read.valore
    return leggi_avviso(avviso.testo, file=avviso.file, misure=known).valore
