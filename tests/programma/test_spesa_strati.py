"""A mapping in layers is a dictionary that never changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casa_model.programma.spesa._strati import Strati

WRITES = st.lists(st.tuples(st.text("abcde", max_size=2), st.integers()), max_size=80)


@given(WRITES)
def test_it_is_a_dictionary_at_every_step(writes: list[tuple[str, int]]) -> None:
    """The same values in the same order, at the end and in each that came before."""
    made: list[tuple[Strati[int], dict[str, int]]] = [(Strati(), {})]
    for key, value in writes:
        strati, plain = made[-1]
        made.append((strati.plus(key, value), {**plain, key: value}))
    for strati, plain in made:
        assert list(strati.items()) == list(plain.items())
        for key in {key for key, _ in writes} | {"z"}:
            assert strati.get(key, None) == plain.get(key)
            assert (key in strati) == (key in plain)


def test_layers_are_a_logarithm_of_the_size() -> None:
    """Ten thousand entries are in fourteen layers at most."""
    strati: Strati[int] = Strati()
    for number in range(10_000):
        strati = strati.plus(str(number), number)
        assert len(strati._layers) <= 14
