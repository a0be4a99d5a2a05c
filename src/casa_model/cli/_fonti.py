"""The source of something as remarks under its row: who says it, and our note on that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.errors import Lang
    from casa_model.values import Atto, Fonte

_SOURCE: Final = Testo(it="fonte", en="source")


def righe_di(fonte: Fonte, atti: Mapping[str, Atto], lang: Lang) -> Iterator[str]:
    """The source with its grade, and its note."""
    yield f"{_SOURCE.render(lang)}: {fonte.render(atti, lang)}"
    if fonte.nota is not None:
        yield fonte.nota.render(lang)
