"""Never run: read by mypy and basedpyright, so that the public verbs keep their types."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import casa_model as cm
from casa_model.readers.explain import Spiegazione

letta = cm.leggi_avviso("formato = 1")
assert_type(letta, cm.Letta[cm.Avviso])
assert_type(letta.valore.misura, cm.Misura)
assert_type(letta.rilievi, tuple[cm.Fault, ...])

lette = cm.leggi_domande("riferimento\n", letta.valore, file="domande.csv", decimali="it")
assert_type(lette.domande, tuple[cm.Domanda, ...])

decisione = cm.decidi(letta.valore, lette.domande)
assert_type(decisione, cm.Decisione)
assert_type(decisione.esiti, tuple[cm.EsitoDomanda, ...])
assert_type(decisione.scarti, tuple[cm.Scarto, ...])
assert_type(decisione.graduatoria, cm.Graduatoria | None)
assert_type(cm.esiti_csv(decisione), str)

fatti = cm.Fatti({"isee": cm.Euro.parse("9359.99"), "componenti": 2, "canone_pagato": True})
verdict = cm.evaluate(letta.valore.misura, fatti, on=date(2024, 9, 2))
assert_type(verdict, cm.Verdict)
assert_type(verdict.esito, cm.Esito)
assert_type(verdict.importo, cm.Euro | None)
assert_type(verdict.findings[0].esito, bool | None)
fast = cm.compiled(letta.valore.misura, on=date(2024, 9, 2))
assert_type(fast, cm.Compiled)
assert_type(fast.verdict(fatti), cm.Verdict)
assert_type(fast.bits(fast.prepare(fatti)), tuple[int, int | None, int, int, int])
assert_type(cm.bits_of(verdict, letta.valore.misura), cm.Bits)
assert_type(cm.explain(letta.valore.misura, fatti, verdict, lang="it"), Spiegazione)

letto = cm.needs(letta.valore.misura, on=date(2024, 9, 2))
assert_type(letto, cm.Needs)
assert_type(letto.documenti[0].prova, cm.Testo)
colloquio = cm.Interview(letta.valore.misura, fatti, on=date(2024, 9, 2))
for question in colloquio:
    assert_type(question, cm.Question)
    assert_type(question.fatto, cm.Fatto)
    colloquio.answer(None)
assert_type(colloquio.status.esito, cm.Esito)
assert_type(colloquio.fatti, cm.Fatti)

assert_type(cm.from_json("{}", cm.Verdict), cm.Verdict)
assert_type(cm.to_json(verdict), str)
assert_type(cm.edizione().misure["crs-difficolta"], cm.Misura)
assert_type(cm.__version__, str)

assert_type(cm.prose(letta.valore, lang="it"), cm.Libro)
assert_type(cm.prose(letta.valore.misura, on=date(2024, 9, 2), lang="en").testo(), str)
assert_type(cm.schema_domanda(letta.valore), str)
assert_type(cm.schema_verdict(letta.valore.misura), str)
assert_type(cm.law_digest(letta.valore.misura, on=date(2024, 9, 2)), str)
verbale = cm.verbale_di(
    decisione, (), avviso=cm.FileDiRegole("avviso.toml", ""), versione=cm.__version__
)
assert_type(verbale, cm.Verbale)
assert_type(cm.leggi_verbale(cm.verbale_ndjson(verbale), file="verbale.ndjson"), cm.Verbale)
assert_type(cm.replay(verbale), cm.Riscontro)
assert_type(cm.replay(verbale).discordanze, tuple[cm.Discordanza, ...])
