"""Interviews about the trial measure, and somebody who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from readers.trial import BASE, NEW

from casa_model.readers.needs import Interview
from casa_model.rules.facts import Fatti

if TYPE_CHECKING:
    from datetime import date

    from casa_model.rules.misura import Requisito


def asked(interview: Interview, **answers: object) -> list[str]:
    """The names asked, member by member, of someone who answers with these, or does not know."""
    found = []
    for question in interview:
        at = "" if question.membro is None else f"[{question.membro}]"
        found.append(question.fatto.nome + at)
        interview.answer(answers.get(found[-1]))  # type: ignore[arg-type]
    return found


def of(*requisiti: Requisito, on: date = NEW, **known: object) -> Interview:
    """An interview about the trial measure with these requirements."""
    return Interview(evolve(BASE, requisiti=requisiti), Fatti(known), on=on)  # type: ignore[arg-type]
