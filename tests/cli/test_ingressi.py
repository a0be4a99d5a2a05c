"""What the commands read: each file once, so that what is decided with is what is put on record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from click.testing import Result

    Run = Callable[..., Result]


def test_each_file_is_read_once(
    casa_model: Run, base: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changes meanwhile, or a pipe, is not read a second time for the record."""
    found: Counter[str] = Counter()
    read_bytes = Path.read_bytes

    def counting(self: Path) -> bytes:
        found[self.name] += 1
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", counting)
    result = casa_model("decidi", *base, "--verbale", tmp_path / "verbale.ndjson")

    assert result.exit_code == 0
    assert [found[name] for name in ("avviso.toml", "misura.toml", "domande.csv")] == [1, 1, 1]
