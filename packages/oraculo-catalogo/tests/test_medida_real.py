"""The goals on the real sample, as `measure/medir.py` measures them. Skipped without the sample."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1]
SAMPLE = Path(os.environ.get("ORACULO_DATOS_REALES") or PACKAGE.parents[2] / "shared" / "data")
pytestmark = pytest.mark.skipif(
    not (SAMPLE / "sag_registro.csv").exists(),
    reason="the real sample is not beside the repository nor at ORACULO_DATOS_REALES",
)

GOALS: dict[str, dict[str, float]] = {
    "ingrediente, link_as": {"exhaustividad": 1, "precision": 1},
    "ingrediente, link": {"exhaustividad": 1, "precision": 1},
    "ingrediente, un error, link_as": {"exhaustividad": 0.99, "precision": 0.99},
    "ingrediente, un error, link": {"exhaustividad": 0.99, "precision": 0.99},
    "plaga, link_as": {"exhaustividad": 1, "precision": 1},
    "plaga, link": {"exhaustividad": 1, "precision": 1},
    "plaga, un error, link_as": {"exhaustividad": 0.98, "precision": 0.97},
    "plaga, un error, link": {"exhaustividad": 0.98, "precision": 0.97},
    "sinónimo de plaga, link_as": {"exhaustividad": 0.95, "precision": 0.97},
    "sinónimo de plaga, link": {"exhaustividad": 0.95, "precision": 0.97},
    **{
        f"producto, {clase}{lector}": {"primer_lugar": goal}
        for clase, goal in (("", 1), ("un error, ", 0.97), ("junto o separado, ", 0.99))
        for lector in ("link «{}»", "link «que es {}»", "link «está registrado {}»", "link_as")
    },
    **{
        f"{kind}, dos errores, {lector}": {"primer_lugar": 0.88}
        for kind in ("producto", "plaga")
        for lector in ("link", "link_as")
    },
    "formas coloquiales": {"completas": 0.95},
}
MOST_FALSE_LINKS = 0.02


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    script = PACKAGE / "measure" / "medir.py"
    command = [sys.executable, str(script), "--json"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize("name", GOALS)
def test_a_goal_is_met(figures: dict[str, dict[str, float]], name: str) -> None:
    assert {key: min(figures[name][key], goal) for key, goal in GOALS[name].items()} == GOALS[name]


def test_small_talk_is_left_alone(figures: dict[str, dict[str, float]]) -> None:
    assert figures["fuera_de_tema"]["falsos"] <= MOST_FALSE_LINKS
    assert figures["fuera_de_tema, todas"]["falsos"] <= MOST_FALSE_LINKS
