"""Files of worked cases are tests: collected, told in words, and free for whoever has none."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

from casa_model.testing import _pytest_plugin

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["pytester"]

PLUGIN = "_casa_model_pytestplugin"
INSTALLED = any(each.value == PLUGIN for each in entry_points(group="pytest11"))
OURS = ("-p", "no:cacheprovider", *(() if INSTALLED else ("-p", PLUGIN)))

CASES = """formato = 1
regole = "crs-difficolta"
al = 2024-09-02

[[casi]]
codice = "isee-alla-soglia"
norma = "rr-11-2019, art. 6, c. 1, lett. c"
[casi.fatti]
isee = "9360.00"
[casi.attesi]
esito = "non-ammesso"
"""
NOTICE = """formato = 1
[avviso]
codice = "prova-2024"
titolo = { it = "Avviso di prova", en = "Trial notice" }
ente = "Comune di Prova"
misura = "crs-difficolta"
fonte = "un esempio"
grado = "secondaria"
pubblicazione = 2024-09-02
"""


def _run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*OURS, *args)


def _write(pytester: pytest.Pytester, name: str, text: str) -> Path:
    path = pytester.path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_each_case_is_a_test(pytester: pytest.Pytester) -> None:
    """With the name of its code, beside the tests of Python."""
    _write(pytester, "casi/crs.casi.toml", CASES)
    _write(pytester, "casi/crs.toml", "formato = 1\n")
    pytester.makepyfile("def test_something(): pass")

    result = _run(pytester, "-v")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*casi/crs.casi.toml::isee-alla-soglia PASSED*"])


def test_a_case_can_be_picked(pytester: pytest.Pytester) -> None:
    """As any other test."""
    _write(pytester, "crs.casi.toml", CASES + '\n[[casi]]\ncodice = "altro"\n')

    _run(pytester, "crs.casi.toml::isee-alla-soglia").assert_outcomes(passed=1)


def test_a_failing_case_is_told_in_words(pytester: pytest.Pytester) -> None:
    """Where it is, expected and got, the article; and no traceback of Python."""
    _write(pytester, "crs.casi.toml", CASES.replace("non-ammesso", "ammesso"))

    result = _run(pytester)

    result.assert_outcomes(failed=1)
    text = result.stdout.str()
    assert "crs.casi.toml:5: caso `isee-alla-soglia`: fallito\n" in text
    assert "  - esito: atteso `ammesso`, ottenuto `non-ammesso`\n" in text
    assert "r.r. 11/2019, art. 6, c. 1, lett. c) [dall'atto]\n" in text
    assert "Traceback" not in text
    assert ".py:" not in text


def test_a_requirement_that_was_dropped(pytester: pytest.Pytester) -> None:
    """Its case fails and says so; the others are tried."""
    other = (
        '\n[[casi]]\ncodice = "altro"\n[casi.attesi]\nesito = "non-ammesso"\nmotivi = ["isse"]\n'
    )
    _write(pytester, "crs.casi.toml", CASES + other)

    result = _run(pytester)

    result.assert_outcomes(passed=1, failed=1)
    assert "non hanno un motivo `isse`; forse intendevi `isee`?" in result.stdout.str()


def test_one_that_nobody_has_written_fails(pytester: pytest.Pytester) -> None:
    """In English, where the settings say so."""
    pytester.makeini("[pytest]\ncasi_lang = en\n")
    _write(pytester, "crs.casi.toml", CASES.replace("non-ammesso", ""))

    result = _run(pytester)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*case `isee-alla-soglia`: to be written*"])


def test_a_notice_beside_the_file(pytester: pytest.Pytester) -> None:
    """Its path is from the folder of the cases, and it fixes the day."""
    _write(pytester, "avvisi/a.toml", NOTICE)
    text = CASES.replace('"crs-difficolta"', '"../avvisi/a.toml"').replace("al = 2024-09-02\n", "")
    _write(pytester, "casi/a.casi.toml", text)

    _run(pytester).assert_outcomes(passed=1)


def test_a_csv(pytester: pytest.Pytester) -> None:
    """Its head says its rules and how decimals are written."""
    rows = "codice;al;isee;attesi.esito\nuno;2024-09-02;9.360,00;non-ammesso\n"
    _write(pytester, "a.casi.csv", f"# regole: crs-difficolta\n# decimali: it\n{rows}")

    _run(pytester).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (CASES.replace("esito", "eisto"), "a.casi.toml:11:1: chiave-ignota: * `esito`?"),
        (CASES.replace("regole", "# regole"), "a.casi.toml: mancano le regole; *"),
        ("[server]\nport = 1\n", "a.casi.toml: mancano *; se il file è di un altro programma, *"),
        (CASES.replace("crs-", "crs-d"), "*non è una misura dell'edizione (forse `crs-*"),
        (CASES.replace("crs-difficolta", "xyz"), "*`xyz` non è una misura dell'edizione; *"),
        (
            CASES.replace("crs-difficolta", "no.toml"),
            "a.casi.toml: il file `*no.toml` non si apre; *",
        ),
        (CASES.replace("crs-difficolta", "\\u0000.toml"), "a.casi.toml: il file *non si apre; *"),
        (CASES.replace("crs-difficolta", "b.toml"), "b.toml:1:1: *"),
        ("formato = ", "a.casi.toml:1:*: toml-sintassi: *"),
    ],
)
def test_a_file_that_cannot_be_read(pytester: pytest.Pytester, text: str, says: str) -> None:
    """Every fault is told in its place, and the other tests are run."""
    _write(pytester, "a.casi.toml", text)
    _write(pytester, "b.toml", "formato = 1\n")
    pytester.makepyfile("def test_something(): pass")

    result = _run(pytester, "--continue-on-collection-errors")

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([says])
    assert "Traceback" not in result.stdout.str()


def test_a_csv_of_others(pytester: pytest.Pytester) -> None:
    """What to write at its head, or how to leave it out."""
    _write(pytester, "a.casi.csv", "name,age\nbob,3\n")
    result = _run(pytester)

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*scrivi in testa `# regole: crs-*`--ignore=a.casi.csv`"])


def test_a_language_that_there_is_not(pytester: pytest.Pytester) -> None:
    """A usage error, not Italian in silence."""
    _write(pytester, "a.casi.toml", CASES)
    pytester.makeini("[pytest]\ncasi_lang = fr\n")
    result = _run(pytester)

    assert result.ret is pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*casi_lang = fr: no such language; write `it` or `en`"])


def test_rules_outside_the_folder(pytester: pytest.Pytester) -> None:
    """What is not below the folder of the run is told by its whole path."""
    path = _write(pytester, "b.toml", "formato = 1\n")
    _write(pytester, "qui/a.casi.toml", CASES.replace("crs-difficolta", "../b.toml"))
    pytester.chdir()
    (pytester.path / "qui").joinpath("pytest.ini").write_text("[pytest]\n")

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(pytester.path / "qui")
        result = _run(pytester)

    result.stdout.fnmatch_lines([f"{path}:1:1: *"])


def test_a_fault_of_our_own_keeps_its_traceback(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what a case says is told without one."""
    _write(pytester, "a.casi.toml", CASES)
    monkeypatch.setattr(_pytest_plugin, "prova", None)

    result = _run(pytester)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*TypeError*"])


def test_under_xdist(pytester: pytest.Pytester) -> None:
    """Every worker collects the same tests."""
    more = "".join(
        f'[[casi]]\ncodice = "n-{n}"\ncome = "isee-alla-soglia"\n'
        '[casi.attesi]\nesito = "non-ammesso"\n'
        for n in range(4)
    )
    _write(pytester, "a.casi.toml", CASES + more)

    pytester.runpytest_subprocess(*OURS, "-n", "2").assert_outcomes(passed=5)


def test_it_costs_nothing_where_there_are_no_cases(pytester: pytest.Pytester) -> None:
    """Nothing of ours is imported, and so none of our libraries."""
    pytester.makepyfile(
        """
        import sys

        def test_nothing_is_loaded():
            assert "_casa_model_pytestplugin" in sys.modules
            assert not [name for name in sys.modules if name.startswith(("casa_model", "attrs"))]
        """
    )

    pytester.runpytest_subprocess(*OURS, "-p", "no:hypothesispytest", "-W", "error"
                                  ).assert_outcomes(passed=1)  # fmt: skip


def test_the_plugin_alone_imports_nothing() -> None:
    """What pytest loads at every start is one small file."""
    code = f"import sys, {PLUGIN}; print([m for m in sys.modules if m.startswith('casa_model')])"

    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert told.stdout == "[]\n"
