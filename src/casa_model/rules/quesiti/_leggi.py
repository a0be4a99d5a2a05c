"""From the text of a file of sentences to its questions; all its faults at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casa_model.rules.quesiti._lettore import Lettore
from casa_model.values.sheet import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti._non_chiesta import NonChiesta
    from casa_model.rules.quesiti._proprieta import Proprieta


def leggi_proprieta(
    testo: str | bytes,
    *,
    file: str,
    misure: Mapping[str, Misura],
    scartate: list[str] | None = None,
    non_chieste: list[NonChiesta] | None = None,
) -> tuple[Proprieta, ...]:
    """Read a file of sentences about some measures, which it names by their codes.

    At the head may stand `misura` and `al` (a day), for the sentences that say none; a sentence
    that says neither `al` nor `giorni = "tutti"` is of all days. Raises `InvalidFile` with every
    fault, each with its place and, where there is one, a near miss.

    With `scartate`, a sentence that does not speak of these measures (a notice may have removed
    what it names) is no fault: its code is put there. With `non_chieste`, one whose only fault is
    that it names a requirement, a definition, a parameter or a fact that is not there, or a
    parameter that has no value on any of its days, is put there with its faults, for that may be
    the mistake to be found; so is one about a notice that says other days than that of its law. All
    other faults are raised. With
    both, for sentences that are known to be well written, `scartate` are only those of a day on
    which one of their measures is not in force; `non_chieste` all others with a fault.
    """
    page = Page(testo, file, {"misura": str, "al": date, "proprieta": list})
    rows = page.rows("proprieta")
    if not rows:
        page.wrong("chiave-mancante", (), chiave="proprieta", esempio="`[[proprieta]]`")
    reader = Lettore(page, misure, own=scartate is None)
    if non_chieste is not None:
        found = [reader.read_known(path, non_chieste, scartate) for path in rows]
    elif scartate is not None:
        found = [reader.try_read(path, scartate) for path in rows]
    else:
        found = [reader.read(path) for path in rows]
    page.faults.raise_if_grave()
    return tuple(each for each in found if each is not None)
