"""Write `docs/catalogo.md`: what the shipped edition holds, in Italian, for who writes notices.

    python tools/catalogo.py

`tests/docs/test_catalogo.py` compares: the page is made again after every change of the rule files.
No value is told to be the one in force: that is a question about a day, and the page has none.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casa_model.casa import edizione
from casa_model.rules import tree as t
from casa_model.rules.reach import names_among, reached
from casa_model.rules.show import number_text, show
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType, type_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casa_model.casa import Edizione
    from casa_model.rules.facts import Fatto
    from casa_model.rules.misura import Definizione, Importo, Misura, Ordinamento, Requisito
    from casa_model.rules.params import Parametro, ParamValue
    from casa_model.rules.types import Type
    from casa_model.values import Fonte

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "catalogo.md"
HEAD: Final = """\
<!-- lang: it -->
<!-- tools/catalogo.py ha scritto questa pagina: non si corregge a mano. -->

# Catalogo

Tutto ciò che un avviso trova già scritto: le misure con i codici dei loro requisiti, le voci, i
parametri e le definizioni, poi il dizionario dei fatti e gli atti. Un comando ricava questa pagina
dai file delle regole, e nessuno la corregge a mano.

- Un **codice** (`anzianita-assegnazione`) si scrive in `sostituisce`, `requisito` o `voce` di [un
  avviso](scrivere-un-avviso.md); un **nome** (`soglia_isee`) si scrive in una regola.
- La **regola** è quella che decide, nel [linguaggio delle regole](linguaggio.md).
- Ogni fonte ha il suo **grado** tra parentesi quadre: vista nell'atto, vista altrove, derivata.
- Di un parametro c'è la **storia**: ogni valore dura fino al successivo. È scritto come in un file:
  `"0.50"` e `"50%"` sono la stessa quota. Quale valga, lo dice il giorno della legge dell'avviso.
"""
FACTS: Final = """
## I fatti

Il nome di un fatto è la colonna del file delle domande. Gli esempi sono quelli di `--decimali it`;
con `--decimali plain` si scrive `9359.99` e `2022-09-02`. L'ultima colonna dice quali misure lo
guardano: un avviso può guardare anche gli altri.
"""
TITLES: Final = {False: "Del nucleo", True: "Dei componenti, nel secondo file"}


def text() -> str:
    """The whole page."""
    edition = edizione()
    lines = [*_measures(edition), *_shared(edition), *_facts(edition), *_acts(edition)]
    return HEAD + "\n".join(lines) + "\n"


# ── measures ────────────────────────────────────────────────────────────────────────────────────


def _measures(edition: Edizione) -> Iterator[str]:
    yield from ("", "## Le misure")
    for misura in edition.misure.values():
        yield from ("", f"### `{misura.codice}`", "", f"**{misura.titolo.it}**", "")
        yield f"- in vigore {misura.vigenza.render('it')}"
        yield from _source(misura.fonte, indent="")
        if misura.incompatibile:
            yield f"- non insieme a: {_links(misura.incompatibile)}"
        read = _read(misura, t.Fact, t.MemberFact)
        for membro, words in ((False, "fatti del nucleo"), (True, "fatti dei componenti")):
            if named := [f.nome for f in misura.fatti if f.membro is membro and f.nome in read]:
                yield f"- {words} che guarda: {_names(named)}"
        yield from ("", "#### Requisiti", "")
        for requisito in misura.requisiti:
            yield from _requirement(requisito)
        yield from ("", "#### Importo", "", *_amount(misura.importo))
        yield from ("", "#### Parametri", "", *_own(edition, misura))
        yield from ("", "#### Graduatoria", "", *_ranking(misura.graduatoria))
        if misura.note:
            yield from ("", "#### Note", "", *(f"- {nota.it}" for nota in misura.note))


def _read(misura: Misura, *kinds: type[t.Fact | t.MemberFact | t.Param | t.Definition]) -> set[str]:
    """The names of some kinds that the measure reads on some day, through definitions too."""
    nodes = reached(misura, misura.requisiti)
    return {name for kind in kinds for name in names_among(nodes, kind)}


def _requirement(requisito: Requisito) -> Iterator[str]:
    yield f"- `{requisito.codice}`: {requisito.testo.it}"
    if requisito.vigenza is not None:
        yield f"  - vale {requisito.vigenza.render('it')}"
    if requisito.condizione is None:
        yield "  - nessuno qui l'ha letto (`non_visto`): ignoto per tutti"
    else:
        yield f"  - regola: `{show(requisito.condizione)}`"
    yield from _source(requisito.fonte)
    for deroga in requisito.deroghe:
        words = deroga.testo or requisito.testo
        yield f"  - oppure, deroga `{deroga.codice}`: {words.it}"
        yield f"    - regola: `{show(deroga.condizione)}`"
        yield from _source(deroga.fonte, indent="    ")


def _amount(importo: Importo | None) -> Iterator[str]:
    if importo is None:
        yield "La misura non paga un importo."
        return
    if importo.massimo is not None:
        yield f"- massimo in tutto: `{show(importo.massimo)}`"
    if importo.detrae_da is not None:
        yield f"- detrae da `{importo.detrae_da}`: {_names(map(show, importo.detrae))}"
    yield from _source(importo.fonte, indent="")
    for voce in importo.voci:
        label = f": {voce.etichetta.it}" if voce.etichetta else ""
        yield f"- voce `{voce.codice}`{label}"
        rules = {"regola": voce.vale, "se": voce.se, "massimo": voce.massimo}
        yield from (f"  - {word}: `{show(tree)}`" for word, tree in rules.items() if tree)
        yield from _source(voce.fonte)


def _ranking(graduatoria: Ordinamento | None) -> Iterator[str]:
    if graduatoria is None:
        yield "La misura non ne ha: la dà ogni avviso."
        return
    keys = (f"{'-' if k.decrescente else ''}{k.nome}" for k in graduatoria.ordine)
    yield f"- ordine: {_names(keys)}"
    yield f"- esaurimento: `{graduatoria.esaurimento}`{', salta' if graduatoria.salta else ''}"
    yield from _source(graduatoria.fonte, indent="")
    for riserva in graduatoria.riserve:
        yield f"- riserva `{riserva.codice}`: quota `{riserva.quota}`"
        yield f"  - per chi: `{show(riserva.quando)}`"
        yield from _source(riserva.fonte)


# ── parameters and definitions ──────────────────────────────────────────────────────────────────


def _own(edition: Edizione, misura: Misura) -> Iterator[str]:
    """What the measure alone declares, then the shared names that it reads."""
    norme = edition.norme.values()
    yield from _numbers(
        [p for p in misura.parametri if not any(p in each.parametri for each in norme)],
        [d for d in misura.definizioni if not any(d in each.definizioni for each in norme)],
    )
    read = _read(misura, t.Param, t.Definition)
    for each in norme:
        named = [p.nome for p in each.parametri if p in misura.parametri and p.nome in read]
        named += [d.nome for d in each.definizioni if d in misura.definizioni and d.nome in read]
        if named:
            yield f"- condivisi, in {_links([each.codice])}: {_names(named)}"


def _shared(edition: Edizione) -> Iterator[str]:
    yield from ("", "## Ciò che le misure condividono")
    for norme in edition.norme.values():
        if norme.parametri or norme.definizioni:
            yield from ("", f"### `{norme.codice}`", "", f"**{norme.titolo.it}**", "")
            yield from _numbers(norme.parametri, norme.definizioni)


def _numbers(parametri: Iterable[Parametro], definizioni: Iterable[Definizione]) -> Iterator[str]:
    for parametro in parametri:
        yield f"- `{parametro.nome}`, `{type_text(parametro.tipo)}`: {parametro.etichetta.it}"
        yield from _history(parametro)
    for definizione in definizioni:
        label = f": {definizione.etichetta.it}" if definizione.etichetta else ""
        yield f"- definizione `{definizione.nome}`{label}"
        yield from _body(definizione.vale)
        yield from _source(definizione.fonte)


def _history(parametro: Parametro) -> Iterator[str]:
    """One line for each day and source: rows of a table that share them stand together."""
    scale = parametro.tipo.scale if isinstance(parametro.tipo, NumberType) else 0
    entries = [
        (periodo.dal, periodo.fonte, _entry(riga.chiave, _written(periodo.valore, scale)))
        for riga in parametro.righe
        for periodo in riga.storia.periodi
    ]
    entries.sort(key=lambda entry: entry[0])
    for (dal, fonte), group in groupby(entries, key=lambda entry: entry[:2]):
        yield f"  - dal {dal}: {', '.join(entry[2] for entry in group)}"
        yield from _source(fonte, indent="    ")
    for cessa in sorted({r.storia.cessa for r in parametro.righe if r.storia.cessa is not None}):
        yield f"  - dal {cessa}: nessun valore"


def _entry(chiave: tuple[int | str, ...], value: str) -> str:
    return f"`[{', '.join(map(str, chiave))}]` `{value}`" if chiave else f"`{value}`"


def _written(value: ParamValue, scale: int) -> str:
    """A value as a rule file writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    bare = isinstance(value, date | Decimal) and not scale
    return str(value) if bare else f'"{value}"'


def _body(vale: t.Expr) -> Iterator[str]:
    if isinstance(vale, t.Table):
        for row in vale.rows:
            yield f"  - quando `{show(row.when)}`: `{show(row.value)}`"
        yield f"  - altrimenti: `{show(vale.otherwise)}`"
    else:
        yield f"  - regola: `{show(vale)}`"


# ── facts, acts, sources ──────────────────────────────────────────────────────────────────────────


def _facts(edition: Edizione) -> Iterator[str]:
    yield FACTS.rstrip()
    others = [each.fatti for each in edition.norme.values()]
    others += [each.fatti for each in edition.misure.values()]
    declared = dict.fromkeys((*edition.fatti, *chain(*others)))
    misure = edition.misure.values()
    read = {each.codice: _read(each, t.Fact, t.MemberFact) for each in misure}
    for membro, title in TITLES.items():
        yield from ("", f"### {title}", "")
        yield "| nome | che cosa si chiede | nel file | lo prova | misure |"
        yield "|---|---|---|---|---|"
        for fatto in declared:
            if fatto.membro is membro:
                readers = [codice for codice, names in read.items() if fatto.nome in names]
                yield _row(fatto, readers)
    yield from ("", "### I valori delle scelte", "")
    yield "Nel file si scrive il valore della prima colonna, come sta qui."
    for fatto in declared:
        if fatto.valori:
            yield from ("", f"#### `{fatto.nome}`", "", "| valore | vuol dire |", "|---|---|")
            yield from (f"| `{value}` | {label.it} |" for value, label in fatto.valori)


def _row(fatto: Fatto, readers: list[str]) -> str:
    proof = fatto.prova.it if fatto.prova else ""
    cells = (f"`{fatto.nome}`", fatto.etichetta.it, _cell(fatto.tipo), proof, _links(readers))
    return f"| {' | '.join(cell or '–' for cell in cells)} |"


def _cell(tipo: Type) -> str:
    """What a cell of the applications holds, with an example."""
    match tipo:
        case BoolType():
            return "sì o no: `sì`"
        case NumberType(euro=True):
            return "importo: `9.359,99`"
        case NumberType(scale=scale, lo=lo, hi=hi):
            low, high, some = (
                number_text(units, scale).replace(".", ",")
                for units in (lo, hi, lo + (hi - lo) // 10)
            )
            kind = "numero con decimali" if scale else "numero intero"
            return f"{kind}, da {low} a {high}: `{some}`"
        case DateType():
            return "giorno: `02/09/2022`"
        case ChoiceType(values=values):
            return f"[scelta](#i-valori-delle-scelte): `{values[0]}`"
        case _:
            return "codice: `2024/101`"


def _acts(edition: Edizione) -> Iterator[str]:
    yield from ("", "## Gli atti", "", "| codice | atto | data | titolo |", "|---|---|---|---|")
    for atto in edition.atti.values():
        day = atto.data.isoformat() if atto.data else "–"
        yield f"| `{atto.codice}` | {atto.nome} | {day} | {atto.titolo.it} |"


def _source(fonte: Fonte | None, *, indent: str = "  ") -> Iterator[str]:
    if fonte is None:
        return
    page = f", [pagina]({fonte.url})" if fonte.url else ""
    yield f"{indent}- fonte: {fonte.render(edizione().atti, 'it')}{page}"
    if fonte.nota is not None:
        yield f"{indent}- nota: {fonte.nota.it}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _links(codes: Iterable[str]) -> str:
    return ", ".join(f"[`{code}`](#{code})" for code in codes)


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
