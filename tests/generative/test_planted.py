"""A check that cannot fail checks nothing: bugs planted in either reader are found, and shrunk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from generative.readers import READERS
from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

from casa_model.readers import meaning
from casa_model.readers.compiled import _known, _unknown
from casa_model.readers.compiled._print import printed
from casa_model.readers.compiled._unknown import Unknown
from casa_model.rules import tree as t
from casa_model.rules.lowered import steps as s
from casa_model.rules.show import show
from casa_model.rules.walk import walk
from casa_model.testing._households import Question, questions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casa_model.rules.lowered import Lowered, Reg, Work

SETTINGS = settings(
    max_examples=2000, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]
)


READABLE = 20
"""Nodes and facts that a person reads at a glance."""


def differ(question: Question) -> bool:
    """Whether two readers answer a question in two ways; with a slip one may give no answer."""
    one, other = (reader(question.misura, question.on) for reader in READERS.values())
    try:
        return one(question.fatti) != other(question.fatti)
    except KeyError:  # an index that the slip lets out of its table
        return True


def smallest() -> Question:
    """A question on which two readers differ, shrunk until a person reads it at a glance.

    Then nothing else differs any more: what is left to shrink would cost half a minute.
    """
    readable: list[Question] = []

    def still_to_read(question: Question) -> bool:
        if readable:
            return question == readable[0]
        found = differ(question)
        if found and size(question) <= READABLE:
            readable.append(question)
        return found

    return find(questions(), still_to_read, settings=SETTINGS)


def trees(question: Question) -> list[t.Expr]:
    """Every tree of the measure."""
    misura = question.misura
    found = [each.vale for each in misura.definizioni]
    for requisito in misura.requisiti:
        found += [] if requisito.condizione is None else [requisito.condizione]
        found += [deroga.condizione for deroga in requisito.deroghe]
    for voce in () if misura.importo is None else misura.importo.voci:
        found += [tree for tree in (voce.vale, voce.se, voce.massimo) if tree is not None]
    return found


def size(question: Question) -> int:
    """How many nodes and facts a person has to read."""
    facts = sum(map(len, (question.fatti.valori, *(question.fatti.membri or ()))))
    return facts + sum(1 for tree in trees(question) for _ in walk(tree))


def wrongly(step: type, old: str, new: str) -> Callable[[Lowered, Reg, Work, Sequence[str]], str]:
    """The printer of the second reader with a slip in the text of one kind of step."""

    def slip(lowered: Lowered, reg: Reg, work: Work, args: Sequence[str]) -> str:
        text = printed(lowered, reg, work, args)
        return text.replace(old, new) if isinstance(work, step) else text

    return slip


def test_in_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not known taken for true: the old mistake of rule engines, in one `and`."""
    monkeypatch.setattr(meaning, "_all", lambda held: False not in held)
    found = smallest()
    nodes = [node for tree in trees(found) for node in walk(tree)]

    assert any(isinstance(node, t.And | t.AllMembers) for node in nodes)
    assert size(found) <= READABLE, [show(tree) for tree in trees(found)]


def test_in_the_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A `not` that got lost, in what the second reader prints."""
    slip = wrongly(s.Not, "not ", "")
    monkeypatch.setattr(_known, "printed", slip)
    monkeypatch.setattr(_unknown, "printed", slip)

    assert size(smallest()) <= READABLE


def test_in_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact that a condition still needs, forgotten while the condition is not known."""
    monkeypatch.setattr(Unknown, "missing", lambda _self, _reg: "0")
    found = smallest()

    assert size(found) <= READABLE
    assert len(found.fatti.valori) <= 1


def test_no_bug_no_case() -> None:
    """With nothing planted there is nothing to find."""
    with pytest.raises(NoSuchExample):
        find(questions(), differ, settings=settings(SETTINGS, max_examples=50))
