"""Files made to hurt are loaded or refused at once, and never with another error."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    Banco = Any

LABEL = 'etichetta = { it = "x", en = "x" }\n'
VALUE = 'storia = [{ dal = 2020-01-01, valore = 1, fonte = "s", grado = "atto" }]'


def definition(vale: str) -> str:
    """A definition."""
    return f"[definizioni.x]\nvale = '{vale}'\n"


def table(nome: str, indice: str) -> str:
    """A parameter with a wide index and one row."""
    return (
        f'[parametri.{nome}]\n{LABEL}tipo = "numero(0)"\nindice = [{indice}]\n'
        f"righe = [{{ chiave = [1], {VALUE} }}]\n"
    )


HOSTILE = {
    "arrays": "a = " + "[" * 100_000,
    "tables": "[definizioni.x]\nvale = " + "{ a = " * 20_000,
    "brackets": definition("(" * 900 + "isee" + ")" * 900),
    "negations": definition("not " * 490 + "vero"),
    "signs": definition("-" * 1990 + "1"),
    "sums": definition("+".join(["isee"] * 390)),
    "products": definition("*".join(["2"] * 900)),
    "digits": definition("9" * 1900),
    "number": f'[parametri.p]\n{LABEL}tipo = "numero(0)"\n{VALUE.replace("1,", "9" * 5000 + ",")}',
    "wide": "".join(table(f"p{i}", '"1..10000"') for i in range(60)),
    "wider": table("p", ",".join(['"1..999999"'] * 9)),
    "indices": table("p", '"1..1",' * 5000),
    "keys": "".join(f"k{i} = 1\n" for i in range(30_000)),
    "sections": "".join(f"[k{i}]\n" for i in range(30_000)),
    "chain": "[definizioni]\n" + "".join(f'd{i}.vale = "d{i + 1}"\n' for i in range(20_000)),
    "ring": "[definizioni]\n" + "".join(f'd{i}.vale = "d{(i + 1) % 400}"\n' for i in range(400)),
    "requirements": "[[requisiti]]\n" * 30_000,
    "names": definition(" and ".join(f"n{i}" for i in range(380))),
    "ranking": "[graduatoria]\nordine = [" + '"x",' * 20_000 + "]",
    "null": definition("isee").replace("isee", "is\\u0000ee").replace("'", '"'),
    "control": definition('area == "a"').replace("'", '"""').replace('"a"', "'\\u0001'"),
    "long key": "x" * 900_000 + " = 1",
    "too large": "#" * 2**20,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(banco: Banco, name: str) -> None:
    """Whatever is deep, wide, long or endless in it."""
    start = perf_counter()
    faults = banco.faults("misura", HOSTILE[name])

    assert 0 < len(faults) <= 500
    # Each takes less than a second; the rest is room for a busy machine.
    assert perf_counter() - start < 20
