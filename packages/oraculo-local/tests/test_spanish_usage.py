import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from oraculo_local.aplicacion import app
from typer.main import get_group

Run = Callable[..., subprocess.CompletedProcess[str]]

ENGLISH = re.compile(
    r"usage|options|commands?\b|argument\b|args|missing|no such|did you mean|invalid|unexpected"
    r"|requires|show this|env var|required|default|aborted|try '|<\w+>|traceback",
    re.IGNORECASE,
)
ASK = "Ayuda: oraculo preguntar --help"
LOADS = "Las que hay: sag, cer. Ayuda: oraculo ingerir --help"
OPTIONS = "Las que hay: --datos, --help. Ayuda: oraculo --help"
TALK = "Ayuda: oraculo conversar --help"
NAMES = list(get_group(app).commands)
ORDERS = f"Las que hay: {', '.join(NAMES)}. Ayuda: oraculo --help"


@pytest.mark.parametrize("order", [[], ["ingerir", "cer"], *([name] for name in NAMES)])
def test_every_help_is_in_spanish(oraculo_en: Run, tmp_path: Path, order: list[str]) -> None:
    result = oraculo_en(tmp_path, *order, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Uso: {' '.join(['oraculo', *order])} [OPCIONES]")
    assert "  -h, --help" in result.stdout
    assert "Muestra esta ayuda y termina." in result.stdout
    assert ENGLISH.findall(result.stdout) == []


def test_help_names_arguments_values_variables_and_orders(oraculo_en: Run, tmp_path: Path) -> None:
    root = oraculo_en(tmp_path, "--help").stdout
    assert "[OPCIONES] [ORDEN] ..." in root
    assert "--datos CARPETA" in root
    assert "[variable de entorno: ORACULO_DATOS]" in root
    assert [name for name in NAMES if f"\n  {name} " not in root.partition("Órdenes:")[2]] == []
    load = oraculo_en(tmp_path, "ingerir", "sag", "--help").stdout
    assert "[OPCIONES] ARCHIVO\n" in load
    assert "Argumentos:\n  ARCHIVO  " in load
    assert "--usos USOS.csv" in load
    assert "--columnas MAPA.toml" in load
    search = oraculo_en(tmp_path, "buscar", "--help").stdout
    assert "--fuente cer|sag" in search
    assert "--json  " in search


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["volar"], f"No existe la orden «volar». {ORDERS}"),
        (["preguntr"], f"No existe la orden «preguntr». ¿Querías decir «preguntar»? {ORDERS}"),
        (["--", "--volar"], f"No existe la orden «--volar». {ORDERS}"),
        (["ingerir", "volar"], f"No existe la orden «volar». {LOADS}"),
        (["ingerir", "--"], f"Falta la orden. {LOADS}"),
        (["-x"], f"No existe la opción «-x». {OPTIONS}"),
        (["--dato=x"], f"No existe la opción «--dato». ¿Querías decir --datos? {OPTIONS}"),
        (
            ["conversar", "--sesion"],
            (
                "Falta el valor de la opción --sesion: Continúa la conversación de ese nombre. "
                f"Escribe: --sesion ID. {TALK}"
            ),
        ),
        (
            ["buscar", "--fuente", "libro"],
            (
                "No sirve el valor de --fuente: Busca solo en los ensayos (cer) o en el registro "
                "(sag). Escribe: --fuente cer|sag. Ayuda: oraculo buscar --help"
            ),
        ),
        (["conversar", "--json=sí"], f"La opción --json no lleva valor: escríbela sola. {TALK}"),
        (["preguntar"], f"Falta PREGUNTA: La pregunta, entre comillas. {ASK}"),
        (
            ["preguntar", "pulgón", "en", "duraznero"],
            f"Sobra «en duraznero». Un texto de varias palabras va entre comillas. {ASK}",
        ),
    ],
)
def test_a_misuse_is_refused_in_spanish_with_what_to_do_next(
    oraculo_en: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    result = oraculo_en(tmp_path / "datos", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"Error: {said}\n"
    assert not (tmp_path / "datos").exists()


def test_a_group_alone_is_refused_with_its_help(oraculo_en: Run, tmp_path: Path) -> None:
    result = oraculo_en(tmp_path, "ingerir")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: Falta la orden.\n\nUso: oraculo ingerir")
    assert "Carga el registro SAG" in result.stderr
    assert ENGLISH.findall(result.stderr) == []


def test_what_was_typed_is_cited_short_and_harmless(oraculo_en: Run, tmp_path: Path) -> None:
    result = oraculo_en(tmp_path, "\x1b[31m\n" + "a" * 5000)
    assert result.returncode == 2
    assert "\x1b" not in result.stderr
    assert len(result.stderr) < 250
    assert result.stderr.count("\n") == 1


def test_an_interrupted_conversation_ends_without_a_word(demo: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "oraculo_local", "conversar", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "ORACULO_DATOS": str(demo)},
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"hola\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_an_interruption_while_starting_says_nothing() -> None:
    script = (
        "import signal, sys\n"
        "from oraculo_local.cli import main\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'oraculo_local.aplicacion': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "main()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, timeout=60
    )
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["estado"], ["preguntar", "pulgón"], ["conversar", "--json"]]
)
def test_a_reader_that_left_ends_the_command_without_a_word(
    demo: Path, arguments: list[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "oraculo_local", *arguments],
            input=b"hola\n",
            stdout=writer,
            stderr=subprocess.PIPE,
            env={**os.environ, "ORACULO_DATOS": str(demo)},
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert result.stderr == b""
    assert result.returncode == 1
