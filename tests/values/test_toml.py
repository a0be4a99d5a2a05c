"""Every word of a TOML file has a place, and a file that is not TOML has one fault."""

from __future__ import annotations

import sys
import traceback

import pytest

from casa_model.errors import InvalidFile
from casa_model.values.toml import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_TOKEN,
    Document,
    KeyPath,
    TomlFloat,
    read_toml,
)

NOTICE = """\
# un avviso
formato = 1
[misura]
"codice vecchio" . 'è' = { dal = 2019-10-14, al = "mai" }
elenco = [ 1, # uno
  [true, 'due'],
  { tre = 3 },
]
[a.b]
x = 1
[[riga]]
chiave = 1979-05-27 07:32:00
[ riga . storia ]
y = 0.5
[[riga]]
[[riga.voce]]
z = -inf
[a]
w = 0
"""


def _refused(text: str | bytes) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_toml(text, "f")
    (fault,) = caught.value.faults
    return f"{fault.code} {fault.place}"


def _read(*lines: str) -> Document:
    return read_toml("\n".join(lines), "f")


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("formato",), "2:11", "2:1"),
        (("misura",), "3:1", "3:2"),
        (("misura", "codice vecchio"), "4:1", "4:1"),
        (("misura", "codice vecchio", "è"), "4:26", "4:20"),
        (("misura", "codice vecchio", "è", "al"), "4:51", "4:46"),
        (("misura", "elenco"), "5:10", "5:1"),
        (("misura", "elenco", 0), "5:12", "5:12"),
        (("misura", "elenco", 1), "6:3", "6:3"),
        (("misura", "elenco", 1, 1), "6:10", "6:10"),
        (("misura", "elenco", 2), "7:3", "7:3"),
        (("misura", "elenco", 2, "tre"), "7:11", "7:5"),
        (("a", "b"), "9:1", "9:4"),
        (("a",), "18:1", "18:2"),
        (("riga",), "11:1", "11:3"),
        (("riga", 0), "11:1", "11:3"),
        (("riga", 0, "chiave"), "12:10", "12:1"),
        (("riga", 0, "storia"), "13:1", "13:10"),
        (("riga", 0, "storia", "y"), "14:5", "14:1"),
        (("riga", 1), "15:1", "15:3"),
        (("riga", 1, "voce", 0), "16:1", "16:8"),
        (("riga", 1, "voce", 0, "z"), "17:5", "17:1"),
    ],
)
def test_values_and_keys_stand_where_they_are_written(path: KeyPath, value: str, key: str) -> None:
    """The value begins at its first sign or its header's bracket, the key at its own."""
    document = read_toml(NOTICE, "f")

    assert (str(document.place(path)), str(document.key_place(path))) == (f"f:{value}", f"f:{key}")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("boh",), "f:1:1"),
        (("misura", "boh", "boh"), "f:3:1"),
        (("riga", 7), "f:11:1"),
        (("formato", 3), "f:2:11"),
    ],
)
def test_a_path_that_does_not_exist_has_the_place_of_its_nearest_ancestor(
    path: KeyPath, place: str
) -> None:
    """So a missing key is told at its table."""
    document = read_toml(NOTICE, "f")
    places = (document.place(path), document.key_place(path), document.inside(path, 3))

    assert tuple(map(str, places)) == (place, place, place)


def test_the_data_are_those_of_tomllib() -> None:
    """Dotted keys, headers and inline tables say the same."""
    document = read_toml(NOTICE, "f")

    assert document.data["riga"][1] == {"voce": [{"z": "-inf"}]}
    assert document.data["misura"]["elenco"] == [1, [True, "due"], {"tre": 3}]
    assert document.file == "f"


def test_a_number_with_decimals_is_a_text_of_its_own_class() -> None:
    """No float ever exists."""
    value = read_toml("x = 0.50", "f").data["x"]

    assert type(value) is TomlFloat
    assert value == "0.50"


@pytest.mark.parametrize(
    ("lines", "offset", "place"),
    [
        (['x = "abc"'], 0, "1:6"),
        (['x = "abc"'], 2, "1:8"),
        (['x = "abc"'], 3, "1:9"),
        (['x = "abc"'], 99, "1:9"),
        (['x = "abc"'], -1, "1:6"),
        (["x = 'a\\nb'"], 2, "1:8"),
        ([r'x = "\"è\u00e8\U0001F600b"'], 1, "1:8"),
        ([r'x = "\"è\u00e8\U0001F600b"'], 2, "1:9"),
        ([r'x = "\"è\u00e8\U0001F600b"'], 3, "1:15"),
        ([r'x = "\"è\u00e8\U0001F600b"'], 4, "1:25"),
        (['x = """', "ab", 'c"""'], 0, "2:1"),
        (['x = """', "ab", 'c"""'], 2, "2:3"),
        (['x = """', "ab", 'c"""'], 3, "3:1"),
        (['x = """ab\\  ', "", "   cd", '"""'], 2, "3:4"),
        (['x = """ab\\  ', "", "   cd", '"""'], 4, "3:6"),
        (['x = """a""""'], 1, "1:9"),
        (["x = '''", "'a'", "b'''''"], 0, "2:1"),
        (["x = '''", "'a'", "b'''''"], 5, "3:2"),
        (["x = '''", "'a'", "b'''''"], 7, "3:4"),
        (["x = 12"], 1, "1:5"),
    ],
)
def test_every_character_of_a_string_has_its_place(
    lines: list[str], offset: int, place: str
) -> None:
    """Escapes, continuations, the newline trimmed at the head and quotes at the end included."""
    assert str(_read(*lines).inside(("x",), offset)) == f"f:{place}"


def test_windows_line_ends_move_nothing() -> None:
    """CRLF is one line end, as in `tomllib`, inside strings too."""
    document = read_toml(b'a = 1\r\nb = """\r\nx\r\ny"""\r\n', "f")

    assert document.data["b"] == "x\ny"
    assert str(document.inside(("b",), 2)) == "f:4:1"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a = 1\nb == 2", "toml-sintassi f:2:4"),
        ("a = ", "toml-sintassi f:1:5"),
        ("a = 1\na = 2", "chiave-ripetuta f:2:1"),
        ('a = """\nmai chiusa', "toml-sintassi f:2:11"),
        ("\ufeff\ufeffa = 1", "toml-sintassi f:1:1"),
        ("[[a]]\n[a]\nb = 1\n[a.c]", "sezione-ripetuta f:2:1"),
        ("[a\nb = 1", "sezione-malformata f:1:1"),
        ('x = "\\q"', "toml-sintassi f:1:8"),
        ("à = 1", "nome-malformato f:1:1"),
        (b"a = 1\nb = 'x\xff'", "non-utf8 f:2:7"),
        ("a = 1\nb = 'è\ud800'", "non-utf8 f:2:7"),
        (b"#" * (MAX_BYTES + 1), "file-troppo-grande f:1:1"),
        ("#è" * (MAX_BYTES // 3) + "##", "file-troppo-grande f:1:1"),
        ("x = " + "[" * 5000, f"toml-sintassi f:1:{5 + MAX_DEPTH}"),
        ("x = 1\n" + ".".join("a" * 5000) + " = 1", f"toml-sintassi f:2:{1 + 2 * MAX_DEPTH}"),
        ("[" + "a." * 500_000, f"toml-sintassi f:1:{2 + 2 * MAX_DEPTH}"),
        ("x = [1,\n" + "9" * 5000 + "]", "toml-sintassi f:2:1"),
    ],
)
def test_a_file_that_cannot_be_read_has_one_fault(text: str | bytes, fault: str) -> None:
    """Its place is where the reading stopped."""
    assert _refused(text) == fault


def test_the_limits_themselves_are_allowed() -> None:
    """A file of 1 MiB, the deepest value, the longest number."""
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    text = f"x = {deep}\ny = {'9' * MAX_TOKEN}\n"
    document = read_toml(text + "#" * (MAX_BYTES - len(text)), "f")

    assert document.data["y"] == 10**MAX_TOKEN - 1


def test_a_stack_that_is_nearly_full_is_a_fault_like_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever reads from deep inside gets our error, never a `RecursionError`."""

    def exhausted(*_: object, **__: object) -> object:
        raise RecursionError

    monkeypatch.setattr("tomllib.loads", exhausted)

    assert _refused("a = 1\nb = 2") == "toml-sintassi f:2:6"


def test_no_text_of_the_file_is_in_the_error_or_its_context() -> None:
    """The errors of `tomllib` and of the codec repeat what they could not read."""
    for text in ("SENTINELLA = = 1", b"SENTINELLA\xff", "[SENTINELLA]\n[SENTINELLA]"):
        with pytest.raises(InvalidFile) as caught:
            read_toml(text, "f")

        assert "SENTINELLA" not in "".join(traceback.format_exception(caught.value))
        assert caught.value.__context__ is None


def test_the_repr_of_a_document_shows_its_name_only() -> None:
    """A file of cases may hold facts."""
    assert repr(read_toml("a = 'SENTINELLA'", "f")) == "Document(file='f')"


def test_reading_does_not_depend_on_the_size_of_the_stack() -> None:
    """The depth allowed is far below what Python allows."""
    assert sys.getrecursionlimit() > MAX_DEPTH * 4


@pytest.mark.parametrize("text", ["\ufeffa = 1\n", "\ufeffa = 1\n".encode()])
def test_a_byte_order_mark_is_not_seen(text: str | bytes) -> None:
    """Notepad writes it in front of UTF-8: the file is read, and places are those of the eye."""
    doc = read_toml(text, "f")

    assert (doc.data, str(doc.key_place(("a",)))) == ({"a": 1}, "f:1:1")
