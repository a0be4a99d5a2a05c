"""Whether facts that are not missing now may still be asked, once those that are become known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.readers.environment import environment
from casa_model.readers.needs._members import flat, place_of, written_out
from casa_model.readers.needs._rest import Rest
from casa_model.readers.needs._state import span_of
from casa_model.readers.needs._uses import answers
from casa_model.rules import tree as t
from casa_model.rules.walk import walk

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from casa_model.rules.facts import Fatti
    from casa_model.rules.misura import Misura


def more_later(misura: Misura, fatti: Fatti, mancano: Container[str], *, on: date) -> bool:
    """Whether a household that lacks `mancano` may be asked for other facts after those.

    What stands behind a choice that is not known (an `if`, a table, the members) is not missing
    yet. False is sure; true is what simplifying the rule shows, so that now and then no fact comes.
    """
    if fatti.membri is not None:
        misura, fatti = written_out(misura, len(fatti.membri)), flat(fatti)
    env = environment(misura, fatti, on)
    unknown = [fatto for fatto in misura.fatti if fatto.nome not in env.fatti]
    spans = {fatto.nome: ends for fatto in unknown if (ends := span_of(fatto)) is not None}
    rest = Rest(env, spans)
    names = {fatto.nome for fatto in unknown if place_of(fatto.nome)[0] not in mancano}
    trees = (tree for _, some in answers(misura, on) for tree in some)
    return any(not names.isdisjoint(_read(rest, tree)) for tree in trees)


def _read(rest: Rest, tree: t.Expr) -> Iterator[str]:
    """The facts of what is left of a tree, those of the members too."""
    left, definitions = rest.signature(tree)
    for each in (left, *(body for _, body in definitions)):
        for node in walk(each):
            if isinstance(node, t.Fact | t.MemberFact):
                yield node.name
