"""Floor 8: people at a terminal. `casa-model decidi`, `spiega`, `controlla`, `schema`."""

from casa_model.cli._main import main

__all__ = ["main"]
