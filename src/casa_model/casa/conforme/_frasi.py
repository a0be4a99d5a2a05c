"""The sentences of a notice held against its act, in both languages, with their blanks."""

from __future__ import annotations

from typing import Final

from casa_model.values import Testo

FRASI: Final = {
    "titolo": Testo(it="L'avviso è conforme? {a}", en="Does the notice conform? {a}"),
    "legge": Testo(
        it="Confrontato con: {a}, legge {b}, requisiti {c}.",
        en="Held against: {a}, law {b}, requisites {c}.",
    ),
    "non_letti": Testo(
        it="L'atto chiede anche ciò che qui nessuno ha letto: nel confronto non conta.",
        en="The act also asks what nobody here has read: it does not count in the comparison.",
    ),
    "trascura": Testo(
        it="{a}, se si trascura ciò che nessuno ha letto",
        en="{a}, leaving aside what nobody has read",
    ),
    "senza_pubblicazione": Testo(
        it="L'avviso non dice quando è pubblicato: il giorno della sua legge non si controlla.",
        en="The notice does not say when it is published: the day of its law is not checked.",
    ),
    "legge_di_allora": Testo(
        it="Se l'avviso tace, si applica la legge del giorno della pubblicazione: {a}.",
        en="If the notice is silent, the law of the day of publication applies: {a}.",
    ),
    "altra_legge": Testo(
        it="Qui conta la legge in vigore {a}, che l'avviso ha scelto: che cosa cambia rispetto a "
        "quella del giorno della pubblicazione è detto sotto.",
        en="This is by the law in force {a}, which the notice chose: what changes from that of the "
        "day of publication is told below.",
    ),
    "senza_legge": Testo(
        it="Quel giorno però la misura non aveva una legge: non c'è con che confrontare.",
        en="On that day however the measure had no law: there is nothing to compare with.",
    ),
    "graduatoria": Testo(
        it="Della graduatoria (l'ordine, le riserve e le loro quote) si dice soltanto se non "
        "è quella dell'atto: chi passa prima e chi è nelle riserve si vede con `confronta`.",
        en="Of the ranking (the order, the reserves and their shares) it is only told whether it "
        "is not that of the act: `confronta` shows who comes first and who is in the reserves.",
    ),
    "senza_graduatoria": Testo(
        it="L'atto non ha una graduatoria: quella dell'avviso (l'ordine, le riserve e le loro "
        "quote) qui non si guarda; per quella usa `confronta`.",
        en="The act has no ranking: that of the notice (the order, the reserves and their shares) "
        "is not looked at here; for that use `confronta`.",
    ),
    "nulla": Testo(
        it="Nulla da dire: entro ciò che è stato guardato, scritto sotto, chi l'atto ammette è "
        "ammesso anche dall'avviso, con lo stesso importo, e chi l'atto esclude non lo è.",
        en="Nothing to say: within what was looked at, told below, the notice admits whom the act "
        "admits, with the same amount, and does not admit whom the act refuses.",
    ),
    "nuovi": Testo(it="Rilievi nuovi: {n}.", en="New findings: {n}."),
    "noti": Testo(it="Rilievi già accettati: {n}.", en="Findings already accepted: {n}."),
    "cambiati": Testo(
        it="Rilievi da rivedere, perché la regola accettata è cambiata: {n}.",
        en="Findings to look at again, because the rule that was accepted has changed: {n}.",
    ),
    "cambiato": Testo(
        it="La regola accettata è cambiata: rivedila{dove}. Era accettata {a} ({b}): {c}",
        en="The rule that was accepted has changed: look at it again{dove}. It was accepted {a} "
        "({b}): {c}",
    ),
    "sbagliato": Testo(
        it="Accettato e non trovato{dove}: {a} non c'è in questo avviso; forse {b}?",
        en="Accepted and not found{dove}: {a} is not in this notice; perhaps {b}?",
    ),
    "impronta": Testo(it="Impronta, per chi accetta: {a}", en="Digest, for whoever accepts: {a}"),
    "sparito": Testo(
        it="Era accettato e non c'è più{dove}: {a}. Si può togliere dal file.",
        en="It was accepted and is no longer there{dove}: {a}. It may be taken out of the file.",
    ),
    "insieme": Testo(it="Nel suo insieme", en="As a whole"),
    "differenze": Testo(it="Differenza per differenza", en="Difference by difference"),
    "atto": Testo(it="L'atto: {a}", en="The act: {a}"),
    "aggiunto": Testo(it="L'atto non ne parla.", en="The act does not speak of it."),
    "alla_pubblicazione": Testo(
        it="Se l'avviso tace, i requisiti si guardano il giorno della pubblicazione: {a}.",
        en="If the notice is silent, requisites are held on the day of publication: {a}.",
    ),
    "pubblicazione_ignota": Testo(
        it="Se l'avviso tace, i requisiti si guardano il giorno della pubblicazione, che qui non è "
        "noto.",
        en="If the notice is silent, requisites are held on the day of publication, which is not "
        "known here.",
    ),
    "chiede": Testo(it="Fatti chiesti in più: {a}.", en="Facts asked beside: {a}."),
    "chiede_almeno": Testo(
        it="Fatti chiesti in più, e forse altri che la prova non ha trovato in tempo: {a}.",
        en="Facts asked beside, and perhaps others that proof did not find in time: {a}.",
    ),
    "ordina": Testo(
        it="Non chiede fatti che l'atto non chiede già; chi passa prima si vede con `confronta`.",
        en="It asks no facts that the act does not ask already; `confronta` shows who comes first.",
    ),
    "avviso": Testo(it="L'avviso: {a}", en="The notice: {a}"),
    "equivale": Testo(
        it="Con questa differenza sola chi l'atto ammette resta ammesso, con lo stesso importo, e "
        "chi l'atto esclude non è ammesso.",
        en="With this difference alone whoever the act admits stays admitted, with the same "
        "amount, and whoever it refuses is not admitted.",
    ),
    "uguale": Testo(
        it="Chi l'atto ammette resta ammesso, con lo stesso importo, e chi l'atto esclude non è "
        "ammesso; chi passa prima si vede con `confronta`.",
        en="Whoever the act admits stays admitted, with the same amount, and whoever it refuses is "
        "not admitted; `confronta` shows who comes first.",
    ),
    "codice": Testo(it="{a} [{b}]", en="{a} [{b}]"),
    "accettato": Testo(it="Accettato {a} ({b}): {c}", en="Accepted {a} ({b}): {c}"),
    "voce": Testo(it="{a} {b}", en="{a} {b}"),
    "voci": Testo(it="{a} ({b})", en="{a} ({b})"),
    "nucleo": Testo(it="Per esempio questo nucleo inventato:", en="For instance this household:"),
    "lati": Testo(it="Secondo l'atto: {a}. {b}: {c}.", en="By the act: {a}. {b}: {c}."),
    "con_avviso": Testo(it="Secondo l'avviso", en="By the notice"),
    "con_questa": Testo(it="Con questa differenza soltanto", en="With this difference alone"),
}
