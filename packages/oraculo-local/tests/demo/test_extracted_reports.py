import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "demo" / "extraer.py"


def test_what_is_shipped_is_what_the_reports_say_today() -> None:
    result = subprocess.run(
        [sys.executable, str(SCRIPT), "--comprobar"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
