"""The steps that the searches for a household may take, and what they did not decide."""

from __future__ import annotations

from attrs import Factory, define

from casa_model.readers.changes._cambiamenti import NonDeciso


@define
class Passi:
    """`left` are the steps that all searches may still take together, `most` those of one."""

    left: int
    most: int
    undecided: list[NonDeciso] = Factory(list[NonDeciso])

    @property
    def allowed(self) -> int:
        """How many the next search may take."""
        return min(self.most, self.left)

    def spend(self, steps: int) -> None:
        """Take what a search took."""
        self.left -= min(self.left, steps)
