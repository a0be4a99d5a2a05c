"""What compares rules loads no solver until proof is asked."""

from __future__ import annotations

import subprocess
import sys


def test_no_solver_is_loaded() -> None:
    """Neither by the rooms of `casa` nor by the edition."""
    code = (
        "import sys; import casa_model.casa.conforme, casa_model.casa.confronta; "
        "from casa_model.casa import edizione; edizione(); print('z3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
