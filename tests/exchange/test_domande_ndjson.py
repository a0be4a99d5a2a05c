from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casa_model.errors import InvalidFile
from casa_model.exchange import leggi_domande_ndjson
from casa_model.nuclei import Domanda
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from casa_model.exchange import Lette
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

FILE = "d.ndjson"


def _told(text: str, misura: Misura) -> list[str]:
    lette = leggi_domande_ndjson(text, misura, file=FILE)
    return [f"{f.place.line}:{f.place.column} {f.code}" for f in lette.difetti]


def test_a_line_becomes_an_application(avviso: Avviso) -> None:
    """Numbers by their digits, days as texts, members in a list; null and absent are not known."""
    lette = leggi_domande_ndjson(
        '\ufeff{"riferimento": "A", "isee": 9360.5, "canone_pagato": false, "componenti": 2, '
        '"punteggio": "0.1", "area": null, "data_domanda": "2023-11-30T12:00:00", '
        '"protocollo": "P", "data_contratto": "2020-12-31", '
        '"membri": [{"eta": 41, "reddito": "10.00"}, {}]}\r\n'
        "\n"
        '{"riferimento": "B", "membri": null}'.encode(),
        avviso,
        file=FILE,
    )

    assert (lette.difetti, lette.righe) == ((), 2)
    assert lette.domande == (
        Domanda(
            riferimento="A",
            presentata=datetime(2023, 11, 30, 12),  # noqa: DTZ001 - wall time in Italy
            protocollo="P",
            fatti=Fatti(
                {
                    "isee": Euro(936050),
                    "canone_pagato": False,
                    "componenti": Decimal(2),
                    "punteggio": Decimal("0.1"),
                    "data_contratto": date(2020, 12, 31),
                },
                ({"eta": Decimal(41), "reddito": Euro(1000)}, {}),
            ),
        ),
        Domanda("B"),
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"riferimento": "A"', "1:20 ndjson-sintassi"),
        ("[]", "1:1 ndjson-sintassi"),
        ("[" * 100_000, "1:1 ndjson-sintassi"),
        ('{"riferimento": "A", "isee": NaN}', "1:22 valore-illeggibile"),
        ('{"riferimento": "A", "isee": -1}', "1:22 valore-fuori-intervallo"),
        ('{"riferimento": "A", "ise": 1}', "1:22 colonna-ignota"),
        ('{"riferimento": 1}', "1:2 valore-illeggibile"),
        ('{"riferimento": "+A"}', "1:2 valore-illeggibile"),
        ('{"riferimento": ""}', "1:2 valore-illeggibile"),
        ('{"riferimento": null}', "1:2 riferimento-mancante"),
        ('{"isee": 1}', "1:1 riferimento-mancante"),
        ('{"riferimento": "A", "protocollo": " "}', "1:22 valore-illeggibile"),
        ('{"riferimento": "A", "riferimento": "B"}', "1:22 colonna-ripetuta"),
        ('{"riferimento": "A", "x": {"a": 1, "a": 1}}', "1:1 colonna-ripetuta"),
        ('{"riferimento": "A", "membri": [{"eta": 1, "eta": 1}]}', "1:44 colonna-ripetuta"),
        ('{"x": {"a": 1, "a": 1}, x', "1:25 ndjson-sintassi"),
        ('[{"a": 1, "a": 1}]', "1:1 ndjson-sintassi"),
        ('{"riferimento": "A", "membri": []}', "1:22 valore-illeggibile"),
        ('{"riferimento": "A", "membri": 2}', "1:22 valore-illeggibile"),
        ('{"riferimento": "A", "membri": [{"eta": 1}, 2]}', "1:45 valore-illeggibile"),
        ('{"riferimento": "A", "membri": [ {"eta": 1} , { "eta": 131 } ] }',
         "1:49 valore-fuori-intervallo"),
        ('{"riferimento": "A", "membri": [{"riferimento": "A"}]}', "1:34 colonna-ignota"),
        ('{"riferimento": "A", "membri": [{}], "componenti": 2}', "1:38 componenti-diversi"),
    ],
)  # fmt: skip
def test_a_broken_line_is_told_with_its_column(line: str, told: str, misura: Misura) -> None:
    """The column of the key; of the error, where the line is no JSON."""
    assert _told(line, misura) == [told]


def test_the_other_lines_are_read_and_progress_is_told(misura: Misura) -> None:
    """A reference stands once."""
    seen: list[int] = []
    text = '{"riferimento":"A"}\n{\n{"riferimento":"A"}\n{"riferimento":"B"}\n'
    lette = leggi_domande_ndjson(text, misura, file=FILE, progresso=seen.append)

    assert ([d.riferimento for d in lette.domande], lette.righe, seen) == (["A", "B"], 4, [4])
    assert [(f.code, f.data) for f in lette.difetti[1:]] == [
        ("riferimento-ripetuto", {"riga": "1"})
    ]


def test_a_protocol_number_may_be_in_words(misura: Misura) -> None:
    """However long: only a reference may not look like a name."""
    assert _told('{"riferimento": "A", "protocollo": "Protocollo generale n. 12"}', misura) == []


def test_over_thirty_members_break_the_line(misura: Misura) -> None:
    """Told at the list."""
    line = json.dumps({"riferimento": "A", "membri": [{}] * 31})

    assert _told(line, misura) == ["1:22 troppi-membri"]


def test_an_unknown_key_is_repeated_only_if_it_is_surely_a_name(misura: Misura) -> None:
    """With a near miss among the keys that may stand there."""
    text = (
        '{"riferimento": "A", "ise": 1, "membri": [{"et": 1}]}\n'
        '{"riferimento": "B", "Maria Rossi": 1}\n'
        '{"riferimento": "C", "Maria Rossi": 1, "Maria Rossi": 1}\n'
        '{"riferimento": "C", "ise": 1, "ise": 1}\n'
    )
    lette = leggi_domande_ndjson(text, misura, file=FILE)

    assert [(f.code, f.data["nome"], f.vicino) for f in lette.difetti] == [
        ("colonna-ignota", "ise", "isee"),
        ("colonna-ignota", "et", "eta"),
        ("colonna-ignota", "…", None),
        ("colonna-ripetuta", "…", None),
        ("colonna-ripetuta", "ise", None),
    ]


def test_columns_are_the_keys_that_have_a_value(misura: Misura) -> None:
    """In some line, of the household or of a member; null is no value."""
    text = (
        '{"riferimento": "A", "isee": null, "membri": [{"eta": 1}]}\n'
        '{"riferimento": "B", "comune": "015146"}\n'
    )
    lette = leggi_domande_ndjson(text, misura, file=FILE)

    assert lette.colonne == {"riferimento", "comune", "eta"}


def test_a_truth_is_told_as_json_writes_it(misura: Misura) -> None:
    """And a day as ISO 8601 does."""
    line = '{"riferimento": "A", "canone_pagato": "vero", "data_domanda": "31/01/2024"}'
    lette = leggi_domande_ndjson(line, misura, file=FILE)

    assert [(f.data["nome"], f.data["esempio"]) for f in lette.difetti] == [
        ("canone_pagato", "`true`"),
        ("data_domanda", "`2024-01-31 12:00`"),
    ]


def test_a_file_that_is_not_utf8_is_refused(misura: Misura) -> None:
    """As a whole."""
    with pytest.raises(InvalidFile) as refusal:
        leggi_domande_ndjson(b"{}\n\xff", misura, file=FILE)

    assert [str(f.place) for f in refusal.value.faults] == ["d.ndjson:2:1"]


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["riferimento", "isee", "membri", "eta", "x"]), inner),
    ),
    max_leaves=10,
)


class TestNothingIsLost:
    """Every line of the file is an application or a broken row with a fault at its line."""

    @given(st.lists(JSON.map(json.dumps), max_size=6))
    def test_in_any_json(self, misura: Misura, lines: list[str]) -> None:
        """Objects with the right keys and any values."""
        lette = leggi_domande_ndjson("\n".join(lines), misura, file=FILE)
        self._check(lette)

        assert lette.righe == len(lines)

    @given(st.text(st.sampled_from('{}[]":, \n\\ariferimento1')))
    def test_in_any_text(self, misura: Misura, text: str) -> None:
        """Well formed or not."""
        self._check(leggi_domande_ndjson(text, misura, file=FILE))

    def _check(self, lette: Lette) -> None:
        broken = {f.place.line for f in lette.difetti}

        assert lette.righe == len(lette.domande) + len(broken)
