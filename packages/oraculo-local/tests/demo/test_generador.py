import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

GENERADOR = Path(__file__).parents[2] / "demo" / "generar.py"


@pytest.mark.skipif(find_spec("reportlab") is None, reason="reportlab is in the demo group only")
def test_the_committed_corpus_is_what_the_script_makes() -> None:
    resultado = subprocess.run(
        [sys.executable, str(GENERADOR), "--comprobar"], capture_output=True, text=True, check=False
    )
    assert (resultado.returncode, resultado.stdout, resultado.stderr) == (0, "", "")
