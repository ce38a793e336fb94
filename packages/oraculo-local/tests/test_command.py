import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Talk = Callable[..., list[dict[str, Any]]]
Run = Callable[..., subprocess.CompletedProcess[str]]

HEADER = (
    "producto_id,nombre_comercial,autorizaciones,grupo_quimico,objetivos,categorias_objetivo,"
    "ingredientes,composicion_texto\n"
)


def test_a_question_is_answered_from_the_demonstration_corpus_with_sources(oraculo: Run) -> None:
    result = oraculo("preguntar", "¿qué tienes para pulgón en duraznero?")
    assert result.returncode == 0
    assert "Ensayos CER:" in result.stdout
    assert "Registro SAG:" in result.stdout
    assert "Fuentes:" in result.stdout
    assert "https://" in result.stdout
    assert "autorización" in result.stdout
    assert "ficticios" in result.stdout


def test_each_message_gives_one_object_of_the_stable_form(conversar: Talk) -> None:
    (turn,) = conversar("¿qué tienes para pulgón en duraznero?")
    assert set(turn) == {"accion", "respuesta", "resultados", "tiempos_ms"}
    assert set(turn["respuesta"]) == {"texto", "opciones", "fuentes"}
    assert set(turn["resultados"]) == {"fuente", "total", "ids"}
    assert turn["accion"] == "CONSULTA_CER"
    assert turn["resultados"]["fuente"] == "ambas"
    assert turn["resultados"]["total"] == len(turn["resultados"]["ids"])
    assert turn["tiempos_ms"]["total"] > 0
    assert {"id", "titulo"} == set(turn["respuesta"]["opciones"][0])
    assert {"titulo", "url", "pagina", "autorizacion"} == set(turn["respuesta"]["fuentes"][0])


def test_a_guided_conversation_goes_from_list_to_detail_to_the_register(conversar: Talk) -> None:
    turns = conversar(
        "hola", "todos los ensayos de cerezo", "más", "el primero", "busca en el SAG", "gracias"
    )
    assert [turn["accion"] for turn in turns] == [
        "PEDIR_PROBLEMA",
        "CONSULTA_CER",
        "CONVERSAR",
        "DETALLE",
        "CONSULTA_SAG",
        "CONVERSAR",
    ]
    detail = turns[3]
    assert detail["resultados"]["ids"] == turns[1]["resultados"]["ids"][:1]
    assert "Tratamientos" in detail["respuesta"]["texto"]
    assert all(fuente["pagina"] for fuente in detail["respuesta"]["fuentes"])


def test_a_dose_is_shown_with_its_crop_and_its_pest(conversar: Talk) -> None:
    (turn,) = conversar("qué productos del registro hay para pulgón en duraznero")
    lines = [line for line in turn["respuesta"]["texto"].splitlines() if "dosis" in line]
    assert lines
    for line in lines:
        assert "Duraznero" in line
        assert "ulgón" in line


def test_the_same_question_gets_the_same_answer_byte_for_byte(conversar: Talk) -> None:
    first, second = conversar("pulgón en duraznero"), conversar("pulgón en duraznero")
    assert first[0]["respuesta"] == second[0]["respuesta"]


def test_a_named_conversation_goes_on_in_another_process(conversar: Talk) -> None:
    listed = conversar("todos los ensayos de cerezo", sesion="continuada")
    chosen = conversar("2", sesion="continuada")
    assert chosen[0]["accion"] == "DETALLE"
    assert chosen[0]["resultados"]["ids"] == listed[0]["resultados"]["ids"][1:2]


def test_unnamed_conversations_share_nothing(conversar: Talk) -> None:
    conversar("todos los ensayos de cerezo")
    assert conversar("2")[0]["accion"] == "ACLARAR"


@pytest.mark.parametrize("mensaje", ["", "   ", "\x00\x07", "¿?"])
def test_a_message_without_words_is_asked_back(conversar: Talk, mensaje: str) -> None:
    (turn,) = conversar(mensaje)
    assert turn["accion"] == "ACLARAR"


def test_a_message_too_long_is_told_and_the_conversation_goes_on(conversar: Talk) -> None:
    long, short = conversar("a" * 20_000, "hola")
    assert "20.000 caracteres" in long["respuesta"]["texto"]
    assert short["accion"] == "PEDIR_PROBLEMA"


def test_control_characters_do_not_reach_the_answer(oraculo: Run) -> None:
    result = oraculo("preguntar", "pulgón\x1b[31m en \x07duraznero")
    assert result.returncode == 0
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["preguntar", "   "], "La pregunta está vacía"),
        (["conversar", "--sesion", "s" * 300], "entre 1 y 128 caracteres"),
        (["preguntar", "a" * 20_000], "el máximo es 4.096"),
        (["ingerir", "sag", "no-existe.csv"], "No existe el archivo"),
        (["ingerir", "cer", "no-existe.csv"], "No existe el archivo"),
    ],
)
def test_an_error_is_a_clear_message_and_a_failing_exit(
    oraculo: Run, arguments: list[str], said: str
) -> None:
    result = oraculo(*arguments)
    assert result.returncode != 0
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_command_is_refused_in_spanish(oraculo: Run) -> None:
    result = oraculo("volar")
    assert result.returncode != 0
    assert "volar" in result.stderr
    assert "No such" not in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_of_the_wrong_form_says_which_columns_are_missing(
    oraculo_en: Run, tmp_path: Path
) -> None:
    source = tmp_path / "malo.csv"
    source.write_text("a,b\n1,2\n", encoding="utf-8")
    result = oraculo_en(tmp_path / "datos", "ingerir", "sag", str(source))
    assert result.returncode != 0
    assert "producto_id" in result.stderr


def test_loading_reports_bad_rows_and_loading_again_changes_nothing(
    oraculo_en: Run, tmp_path: Path
) -> None:
    source = tmp_path / "registro.csv"
    source.write_text(
        HEADER
        + "uno,FICTICOL 50 WP,90001,,Trips,plaga,Azufre,Azufre (ingrediente_activo): 50% p/p\n"
        + ",SIN ID,,,,,,\n",
        encoding="utf-8",
    )
    datos = tmp_path / "datos"
    first = oraculo_en(datos, "ingerir", "sag", str(source))
    assert "Cargados 1 productos" in first.stdout
    assert "línea 3: no tiene producto_id" in first.stdout
    assert "Sin cambios" in oraculo_en(datos, "ingerir", "sag", str(source)).stdout
    status = oraculo_en(datos, "estado")
    assert "registro.csv" in status.stdout
    answer = oraculo_en(datos, "preguntar", "qué productos contienen azufre")
    assert "Azufre 50% p/p" in answer.stdout
    assert "no trae la dosis" in answer.stdout


def test_a_message_accepted_before_a_kill_is_answered_after_the_restart(demo: Path) -> None:
    script = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from oraculo_local.bootstrap import build\n"
        "from oraculo_local.charla import Charla\n"
        "from oraculo_local.rutas import Rutas\n"
        "oraculo = build(Rutas.resolve(Path(os.environ['ORACULO_DATOS'])))\n"
        "oraculo.maquina.pump = lambda: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Charla(oraculo.maquina, 'interrumpida').say('todos los ensayos de cerezo')\n"
    )
    env = {**os.environ, "ORACULO_DATOS": str(demo)}
    killed = subprocess.run([sys.executable, "-c", script], env=env, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    after = subprocess.run(
        [sys.executable, "-m", "oraculo_local", "conversar", "--json", "--sesion", "interrumpida"],
        input="2\n",
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    (turn,) = [json.loads(line) for line in after.stdout.splitlines()]
    assert turn["accion"] == "DETALLE"


def test_two_processes_on_one_folder_answer_at_the_same_time(demo: Path) -> None:
    env = {**os.environ, "ORACULO_DATOS": str(demo)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "oraculo_local", "conversar", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=env,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("todos los ensayos de cerezo\n2\nmenú\n" * 3)
        process.stdin.close()
    for process in processes:
        assert process.stdout is not None
        actions = [json.loads(line)["accion"] for line in process.stdout]
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert actions == ["CONSULTA_CER", "DETALLE", "PEDIR_PROBLEMA"] * 3


def test_an_interrupted_load_leaves_the_previous_one_in_force(
    oraculo_en: Run, tmp_path: Path
) -> None:
    datos, source = tmp_path / "datos", tmp_path / "registro.csv"
    row = "{0},FICTICOL {0},9000{0},,Trips,plaga,Azufre,\n"
    source.write_text(HEADER + row.format(1), encoding="utf-8")
    assert oraculo_en(datos, "ingerir", "sag", str(source)).returncode == 0
    source.write_text(HEADER + "".join(map(row.format, range(1, 4))), encoding="utf-8")
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from oraculo_local.ingesta import load_register\n"
        "from oraculo_rag.almacen.carpeta import CarpetaConocimiento\n"
        "def die(etapa, hechos, total):\n"
        "    if etapa.startswith('Indexando'): os.kill(os.getpid(), signal.SIGKILL)\n"
        "load_register(CarpetaConocimiento(Path(sys.argv[1])), Path(sys.argv[2]), die)\n"
    )
    folder = str(datos / "conocimiento")
    killed = subprocess.run(
        [sys.executable, "-c", script, folder, str(source)], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    before = oraculo_en(datos, "conversar", "--json", entrada="qué productos contienen azufre\n")
    assert json.loads(before.stdout)["resultados"]["ids"] == ["1"]
    assert "Cargados 3" in oraculo_en(datos, "ingerir", "sag", str(source)).stdout
    after = oraculo_en(datos, "conversar", "--json", entrada="qué productos contienen azufre\n")
    assert json.loads(after.stdout)["resultados"]["ids"] == ["1", "2", "3"]


def test_the_first_answer_on_a_fresh_folder_takes_at_most_five_seconds(
    oraculo_en: Run, tmp_path: Path
) -> None:
    start = time.perf_counter()
    result = oraculo_en(tmp_path / "nueva", "preguntar", "pulgón en duraznero")
    assert result.returncode == 0
    assert time.perf_counter() - start <= 5


def test_searching_gives_one_object_of_the_stable_form_per_line(oraculo: Run) -> None:
    result = oraculo("buscar", "--json", entrada="pulgón verde en duraznero\nlonvaris\n")
    first, second = [json.loads(line) for line in result.stdout.splitlines()]
    assert set(first) == {"entidades", "total", "resultados"}
    keys = {"id", "titulo", "informe", "pagina", "seccion", "texto", "puntaje"}
    assert all(set(item) == keys for item in first["resultados"])
    assert len(first["resultados"]) <= 20
    assert {mencion["tipo"] for mencion in first["entidades"]} == {"plaga", "cultivo"}
    assert second["total"] > 0


def test_searching_one_source_keeps_to_it(oraculo: Run) -> None:
    cer = oraculo("buscar", "--json", "--fuente", "cer", entrada="pulgón verde\n")
    sag = oraculo("buscar", "--json", "--fuente", "sag", entrada="pulgón verde\n")
    passages = json.loads(cer.stdout)["resultados"]
    labels = json.loads(sag.stdout)["resultados"]
    assert passages
    assert all(item["informe"] and item["pagina"] for item in passages)
    assert labels
    assert all(item["informe"] is None for item in labels)


def test_the_catalogue_tells_which_words_led_where(oraculo: Run) -> None:
    result = oraculo("catalogo", "el ovidio en cerezos")
    assert "«ovidio» → plaga" in result.stdout
    assert "«cerezos» → cultivo" in result.stdout
    assert "Ninguna palabra" in oraculo("catalogo", "quién ganó el partido").stdout
