"""How long loading and linking take, in milliseconds."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from medidas import Cifra
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador

_QUESTIONS = (
    "¿qué tienes para pulgón en duraznero?",
    "todos los ensayos de cerezo",
    "qué productos contienen cianamida",
    "y el ovidio?",
    "que contiene cienamida",
    "para romper dormancia en cerezo",
    "¿está registrado el captan para botritis en vid?",
    "ensayos de la empresa stoler en la temporada 2019-2020",
    "hola, buenas tardes",
    "cuál es la dosis para la arañita bimaculda en manzano",
)
_ROUNDS = 30
_RUNS = 5


def measure_times(catalogo: Catalogo) -> Iterator[Cifra]:
    """Yield the times of an import in a new process, of a load, of a first and a later link."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogo.bin"
        catalogo.save(path)
        loads = [_milliseconds(lambda: Enlazador(Catalogo.load(path))) for _ in range(_RUNS)]
        linker = Enlazador(Catalogo.load(path))
    first = [_milliseconds(lambda q=q: linker.link(q)) for q in _QUESTIONS]
    later = [_milliseconds(lambda q=q: linker.link(q)) for _ in range(_ROUNDS) for q in _QUESTIONS]
    yield Cifra("importar (ms)", _RUNS, {"mediana": statistics.median(_imports())})
    yield Cifra("cargar y preparar (ms)", _RUNS, {"mediana": statistics.median(loads)})
    yield Cifra("primer enlace (ms)", len(first), {"peor": max(first)})
    yield Cifra(
        "enlazar (ms)",
        len(later),
        {"p50": statistics.median(later), "p99": statistics.quantiles(later, n=100)[98]},
    )


def _milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def _imports() -> list[float]:
    """Time the import in new processes, compiled beforehand as a release ships it."""
    code = (
        "import time; start = time.perf_counter();"
        "import oraculo_catalogo.enlazador; print((time.perf_counter() - start) * 1000)"
    )
    with tempfile.TemporaryDirectory() as compiled:
        environment = {"PYTHONPYCACHEPREFIX": compiled, "PATH": os.defpath}
        outputs = [
            subprocess.run(  # noqa: S603 - this interpreter, this code
                [sys.executable, "-c", code], capture_output=True, check=True, env=environment
            ).stdout
            for _ in range(_RUNS + 1)
        ]
    return [float(output) for output in outputs[1:]]
