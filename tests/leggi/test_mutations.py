"""A file changed at random is read or refused: nothing else ever happens to the reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casa_model.errors import InvalidFile
from casa_model.rules.leggi import leggi_avviso, leggi_fatti, leggi_misura, leggi_norme

if TYPE_CHECKING:
    Banco = Any

CONTEXT = Path(__file__).parents[1] / "broken" / "contesto"
FILES = {
    kind: (CONTEXT / f"{kind}.toml").read_bytes() for kind in ("fatti", "norme", "misura", "avviso")
}
WORDS = """[ ] { } = ' " 1 -1 true 0.5 2024-01-01 isee membri not ( [1] \\u0000 codice"""
SIGNS = [*WORDS.encode().split(), b"9" * 30, b"\xff", b"\n"]


@st.composite
def mutants(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sound file after a few accidents to its bytes, words or lines."""
    kind = draw(st.sampled_from(sorted(FILES)))
    raw = FILES[kind]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        accident = draw(st.sampled_from(["byte", "sign", "cut", "line", "word"]))
        lines = raw.split(b"\n")
        row = draw(st.integers(0, len(lines) - 1))
        match accident:
            case "byte":
                raw = raw[:at] + draw(st.binary(min_size=1, max_size=2)) + raw[at + 1 :]
            case "sign":
                raw = raw[:at] + draw(st.sampled_from(SIGNS)) + raw[at:]
            case "cut":
                raw = raw[:at] + raw[at + draw(st.integers(1, 40)) :]
            case "line":
                other = lines[draw(st.integers(0, len(lines) - 1))]
                raw = b"\n".join([*lines[:row], other, *lines[row + 1 :]])
            case "word":
                words = sorted(set(raw.replace(b'"', b" ").split()))
                one, two = draw(st.sampled_from(words)), draw(st.sampled_from(words))
                raw = raw.replace(one, two, 1)
    return kind, raw


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mutants())
def test_only_one_error_is_ever_raised(banco: Banco, mutant: tuple[str, bytes]) -> None:
    """`InvalidFile`, whose every fault can be told in both languages."""
    kind, raw = mutant
    misure = {banco.base.codice: banco.base}
    told: list[str] = []
    try:
        match kind:
            case "fatti":
                leggi_fatti(raw, file="f")
            case "norme":
                leggi_norme(raw, file="f", fatti=banco.fatti)
            case "misura":
                leggi_misura(raw, file="f", fatti=banco.fatti, norme=banco.norme)
            case _:
                leggi_avviso(raw, file="f", misure=misure)
    except InvalidFile as error:
        told = [fault.riga(lang) for fault in error.faults for lang in ("it", "en")]

    assert all(told)
