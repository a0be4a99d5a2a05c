"""The law that a record keeps beside the digests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve
from casa.imaginary_law import AVVISO, MISURA, notice

from casa_model.casa._letture import letture
from casa_model.rules import tree as t
from casa_model.rules.digest import notice_parts
from casa_model.rules.misura import Definizione
from casa_model.rules.types import BoolType
from casa_model.values import Euro


def test_what_a_record_keeps_of_the_law() -> None:
    """Each number in force, each text as a file spells it, each day."""
    avviso = notice()
    found = letture(avviso, notice_parts(avviso))

    assert [(each.parte, each.nome, each.valore) for each in found] == [
        ("misura", "codice", "immaginario"),
        ("importo", "massimo", "soglia"),
        ("importo", "voce", "isee"),
        ("importo", "voce, se", "sano"),
        ("importo", "voce, massimo", "soglia"),
        ("importo", "detrae 1", "isee"),
        ("importo", "detrae_da", "spesa"),
        ("graduatoria", "ordine", "-isee, protocollo"),
        ("graduatoria", "esaurimento", "residuo"),
        ("graduatoria", "salta", False),
        ("graduatoria", "sani", "sano"),
        ("graduatoria", "sani, quota", "parte"),
        ("giorni", "data_requisiti", date(2024, 9, 2)),
        ("giorni", "pubblicazione", date(2024, 9, 2)),
        ("giorni", "apertura", date(2024, 9, 2)),
        ("giorni", "chiusura", date(2024, 9, 30)),
        ("requisito/isee", "", "isee < soglia"),
        ("requisito/isee", "sano", "sano"),
        (
            "requisito/resto",
            "",
            'punti < scala[componenti] and fascia == "a" and dal < data_requisiti',
        ),
        ("requisito/ignoto", "", "non_visto"),
        ("fatto/isee", "tipo", "euro"),
        ("fatto/isee", "membro", False),
        ("fatto/isee", "minimo", Euro(0)),
        ("fatto/isee", "massimo", Euro(99_999_999_999)),
        ("fatto/area", "tipo", "scelta"),
        ("fatto/area", "membro", False),
        ("fatto/area", "valori", "nord, sud"),
        ("fatto/dal", "tipo", "data"),
        ("fatto/dal", "membro", False),
        ("fatto/dal", "minimo", date(1901, 1, 1)),
        ("fatto/dal", "massimo", date(2099, 12, 31)),
        ("fatto/punti", "tipo", "numero(2)"),
        ("fatto/punti", "membro", False),
        ("fatto/punti", "minimo", Decimal("0.00")),
        ("fatto/punti", "massimo", Decimal("9.00")),
        ("fatto/sano", "tipo", "bool"),
        ("fatto/sano", "membro", False),
        ("fatto/protocollo", "tipo", "codice"),
        ("fatto/protocollo", "membro", False),
        ("fatto/componenti", "tipo", "numero(0)"),
        ("fatto/componenti", "membro", False),
        ("fatto/componenti", "minimo", Decimal(1)),
        ("fatto/componenti", "massimo", Decimal(3)),
        ("definizione/fascia", "", 'quando area == "nord": "a"; altrimenti: "b"'),
        ("parametro/soglia", "", Euro(936000)),
        ("parametro/scala", "1", Decimal("1.00")),
        ("parametro/scala", "2", Decimal("1.57")),
        ("parametro/scala", "3", Decimal("2.04")),
        ("parametro/parte", "", Decimal("0.30")),
        ("termini", "apertura", date(2024, 9, 2)),
        ("termini", "chiusura", "2024-09-30 12:00"),
        ("dotazione", "", Euro(12000)),
    ]


def test_a_notice_with_little() -> None:
    """What is not there says nothing, and neither does what no text can say."""
    bare = notice(MISURA.partition("[importo]")[0], AVVISO.partition("[risorse]")[0])
    bare = evolve(bare, apertura=None, chiusura=None)
    table = t.Table((t.Row(t.Truth(value=True), t.Truth(value=True)),), t.Truth(value=False))
    nested = Definizione("annidata", t.Not(table), BoolType())
    avviso = evolve(bare, misura=evolve(bare.misura, definizioni=(nested,)))
    parts = ("importo", "graduatoria", "dotazione", "termini", "definizione/annidata", "fatto/no",
             "requisito/no", "parametro/no", "altro")  # fmt: skip

    assert letture(avviso, parts) == ()
