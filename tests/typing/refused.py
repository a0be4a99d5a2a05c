"""Never run: calls that both type checkers must refuse. One that is accepted fails the check."""
# pyright: reportUnnecessaryTypeIgnoreComment=true, reportAttributeAccessIssue=true

from __future__ import annotations

from datetime import date

import casa_model as cm

misura = cm.edizione().misure["crs-difficolta"]
fatti = cm.Fatti({"isee": cm.Euro(1)})
DAY = date(2024, 9, 2)

# The day is an argument, and has a name.
cm.evaluate(misura, fatti)  # type: ignore[call-arg]
cm.evaluate(misura, fatti, DAY)  # type: ignore[call-arg]
cm.compiled(misura)  # type: ignore[call-arg]
cm.law_digest(misura)  # type: ignore[call-arg]

# Money is no number, and no number is money.
cm.Euro(1) + 1  # type: ignore[operator]
cm.Euro(1) * 1.5  # type: ignore[operator]
cm.Euro("1.00")  # type: ignore[arg-type]
cm.Fatti({"isee": 1.5})  # type: ignore[dict-item]

# What is made does not change.
fatti.membri = None  # type: ignore[misc]

# A language is one of two, a way of writing decimals too.
cm.explain(misura, fatti, cm.evaluate(misura, fatti, on=DAY), lang="fr")  # type: ignore[arg-type]
cm.leggi_domande("", misura, file="x.csv", decimali=",")  # type: ignore[arg-type]

# A notice is not a measure, nor a file its text.
cm.decidi(misura, [])  # type: ignore[arg-type]
cm.verbale_di(cm.decidi(cm.leggi_avviso("").valore, []), [], avviso="a.toml", versione="1")  # type: ignore[arg-type]
