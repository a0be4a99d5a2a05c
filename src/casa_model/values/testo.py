"""A text for people, in Italian and English, standing where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from casa_model.errors import InvalidValue, only_lang
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from attrs import Attribute

    from casa_model.errors import Lang


def _not_blank(_testo: Testo, attribute: Attribute[str], text: str) -> None:
    if not text.strip():
        raise InvalidValue(
            it=f"il testo `{attribute.name}` è vuoto; scrivilo in italiano e in inglese",
            en=f"the text `{attribute.name}` is empty; write it in Italian and in English",
        )


@frozen
class Testo:
    """The same words in Italian and in English; neither may be blank.

    Raises `InvalidValue` for a blank text, `IllTyped` for what is not a text.
    """

    # pytest takes any imported class whose name begins with "Test" for a class of tests.
    __test__: ClassVar[bool] = False

    it: str = field(validator=[exact(str), _not_blank])
    en: str = field(validator=[exact(str), _not_blank])

    def render(self, lang: Lang) -> str:
        """Return the words in `lang`. Raises `InvalidValue` for any other language."""
        only_lang(lang)
        return self.it if lang == "it" else self.en
