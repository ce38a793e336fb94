"""The command as a person runs it: a process of its own, on a data folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_oraculo(
    datos: Path, *arguments: str, entrada: str = "", timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "oraculo_local", *arguments],
        input=entrada,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        env={**os.environ, "ORACULO_DATOS": str(datos), "PYTHONUTF8": "1", "COLUMNS": "100"},
    )


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder where the demonstration corpus is built already."""
    datos = tmp_path_factory.mktemp("demo")
    result = run_oraculo(datos, "estado")
    assert result.returncode == 0, result.stderr
    return datos


@pytest.fixture
def oraculo(demo: Path) -> Run:
    """Run the command on the demonstration corpus."""
    return lambda *arguments, **options: run_oraculo(demo, *arguments, **options)


@pytest.fixture
def oraculo_en() -> Run:
    """Run the command on a folder of the test's choice."""
    return run_oraculo


@pytest.fixture
def conversar(oraculo: Run) -> Callable[..., list[dict[str, Any]]]:
    """Send messages as one conversation and return the JSON objects that come back."""

    def talk(*mensajes: str, sesion: str | None = None) -> list[dict[str, Any]]:
        extra = ["--sesion", sesion] if sesion else []
        result = oraculo("conversar", "--json", *extra, entrada="".join(m + "\n" for m in mensajes))
        assert result.returncode == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    return talk
