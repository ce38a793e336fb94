"""What holds on real, dirty data. The oracle is written here and shares no code with Oráculo."""

import os
import re
import statistics
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from oraculo_contracts.eventos import TurnoRegistrado
from oraculo_local.bootstrap import Oraculo
from oraculo_local.charla import Charla
from oraculo_local.presentacion import text_of

Filas = list[dict[str, str]]


def unaccented(texto: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", texto) if not unicodedata.combining(c))


def words(texto: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", unaccented(texto).casefold())


def contains(longer: list[str], shorter: list[str]) -> bool:
    size = len(shorter)
    return any(longer[i : i + size] == shorter for i in range(len(longer) - size + 1))


def ask(oraculo: Oraculo, *mensajes: str) -> TurnoRegistrado:
    charla = Charla(oraculo.maquina)
    turn = None
    for mensaje in mensajes:
        turn, _ = charla.say(mensaje)
    assert turn is not None
    return turn


def holders(registro: Filas, asked: list[str]) -> set[str]:
    return {
        row["producto_id"]
        for row in registro
        if any(contains(words(cell), asked) for cell in row["ingredientes"].split("|"))
    }


def written_as_a_person_would(registro: Filas) -> list[str]:
    """Return each ingredient of the sample in lower case, without accents, ® or asterisks."""
    cells = {cell.strip() for row in registro for cell in row["ingredientes"].split("|")}
    plain = {
        " ".join(re.sub(r"®|\(\*+\)|\*", "", unaccented(cell)).casefold().split()) for cell in cells
    }
    return sorted(name for name in plain if words(name))


def test_every_ingredient_of_the_sample_gives_its_complete_set(
    oraculo: Oraculo, registro: Filas, capsys: pytest.CaptureFixture[str]
) -> None:
    found = expected = right = 0
    wrong: list[str] = []
    names = written_as_a_person_would(registro)
    for name in names:
        ids = set(ask(oraculo, f"qué productos contienen {name}").traza.resultados.ids)
        truth = holders(registro, words(name))
        found, expected, right = found + len(ids), expected + len(truth), right + len(ids & truth)
        if ids != truth:
            wrong.append(name)
    with capsys.disabled():
        print(
            f"\ningredients: {len(names)} asked, recall {right / expected:.4f}, "
            f"precision {right / found:.4f}"
        )
    assert not wrong


def test_metalaxyl_includes_its_isomer_shown_as_such(oraculo: Oraculo, registro: Filas) -> None:
    turn = ask(oraculo, "qué productos contienen metalaxilo")
    assert set(turn.traza.resultados.ids) == holders(registro, ["metalaxilo"])
    assert turn.respuesta is not None
    assert "Metalaxilo-M" in text_of(turn.respuesta)


def test_an_ingredient_with_a_typing_error_is_understood(oraculo: Oraculo) -> None:
    right = ask(oraculo, "qué productos contienen cianamida").traza.resultados.ids
    turn = ask(oraculo, "que contiene cienamida")
    assert turn.traza.resultados.ids == right
    assert turn.respuesta is not None
    assert "«cienamida»" in text_of(turn.respuesta)


def test_a_colloquial_pest_after_another_question_is_understood(
    oraculo: Oraculo, registro: Filas
) -> None:
    turn = ask(oraculo, "qué productos contienen cianamida", "y el ovidio?")
    truth = {
        row["producto_id"] for row in registro if {"oidio", "oidios"} & set(words(row["objetivos"]))
    }
    assert truth <= set(turn.traza.resultados.ids)


@pytest.mark.parametrize(
    ("plaga", "forms"),
    [
        ("pulgón", ["pulgon", "pulgones"]),
        ("oídio", ["oidio", "oidios"]),
        ("arañita", ["aranita", "aranitas"]),
        ("venturia", ["venturia"]),
        ("botritis", ["botritis"]),
        ("trips", ["trips"]),
    ],
)
def test_a_pest_gives_every_product_whose_label_names_it(
    oraculo: Oraculo, registro: Filas, plaga: str, forms: list[str]
) -> None:
    named = {r["producto_id"] for r in registro if set(forms) & set(words(r["objetivos"]))}
    found = set(ask(oraculo, f"qué productos tienes para {plaga}").traza.resultados.ids)
    assert named <= found
    extra = [r for r in registro if r["producto_id"] in found - named]
    assert len(extra) <= 0.03 * len(found), [r["objetivos"] for r in extra]


def test_all_trials_of_cherry_are_listed_and_paged(oraculo: Oraculo, indice: Filas) -> None:
    truth = {row["pdf"] for row in indice if words(row["especie"])[0] in {"cerezo", "cerezos"}}
    charla = Charla(oraculo.maquina)
    turn, _ = charla.say("Todos los ensayos de cerezo")
    assert set(turn.traza.resultados.ids) == truth
    assert turn.traza.resultados.total == len(turn.traza.resultados.ids) == len(truth)
    assert turn.respuesta is not None
    shown = text_of(turn.respuesta)
    assert f"{len(truth)} ensayos" in shown
    while "Escribe «más»" in shown.splitlines()[-1]:
        turn, _ = charla.say("más")
        assert turn.respuesta is not None
        shown += "\n" + text_of(turn.respuesta)
    for number in range(1, len(truth) + 1):
        assert re.search(rf"^{number}\. ", shown, re.MULTILINE)


def test_trials_that_differ_in_variety_are_told_apart(oraculo: Oraculo, indice: Filas) -> None:
    same = [r for r in indice if r["producto"] == "PROPULSE" and r["temporada"] == "2019-2020"]
    turn = ask(oraculo, "ensayos de propulse")
    assert set(turn.traza.resultados.ids) == {row["pdf"] for row in same}
    assert turn.respuesta is not None
    for row in same:
        assert row["variedad"] in text_of(turn.respuesta)


def test_what_the_register_does_not_hold_is_said_with_the_date_of_the_load(
    oraculo: Oraculo,
) -> None:
    for mensajes in (["pulgón en cerezo"], ["qué productos contienen abamectina", "1"]):
        turn = ask(oraculo, *mensajes)
        assert turn.respuesta is not None
        shown = text_of(turn.respuesta)
        assert "registro cargado no" in shown
        assert re.search(r"cargado el \d\d-\d\d-\d{4}", shown)


def test_no_answer_shows_a_file_name_an_internal_id_or_a_placeholder(oraculo: Oraculo) -> None:
    questions = (
        ["todos los ensayos de cerezo"],
        ["ensayos de melón"],
        ["todos los ensayos", "el último"],
        ["qué productos contienen azufre", "3"],
    )
    for mensajes in questions:
        turn = ask(oraculo, *mensajes)
        assert turn.respuesta is not None
        shown = re.sub(r"https?://\S+", "", text_of(turn.respuesta))
        assert not re.search(r"__|\.pdf|N/D|\bNA\b|None|producto_id", shown), shown


def test_a_turn_is_fast(oraculo: Oraculo, capsys: pytest.CaptureFixture[str]) -> None:
    charla = Charla(oraculo.maquina)
    questions = (
        "qué productos contienen abamectina",
        "más",
        "2",
        "todos los ensayos de cerezo",
        "el primero",
        "y el ovidio?",
        "pulgón en cerezo",
        "menú",
    )
    charla.say("hola")
    times: list[float] = []
    for _ in range(25):
        for question in questions:
            start = time.perf_counter()
            charla.say(question)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    p50, p99 = statistics.median(times), times[int(len(times) * 0.99) - 1]
    with capsys.disabled():
        print(f"\nturn: {len(times)} timed, p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    assert p50 <= 20
    assert p99 <= 60


def test_a_whole_process_answers_in_a_second_and_a_half(
    cargada: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "oraculo_local", "preguntar", "pulgón en cerezo"]
    env = {**os.environ, "ORACULO_DATOS": str(cargada)}
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, env=env, check=True, capture_output=True, timeout=30)
        times.append(time.perf_counter() - start)
    with capsys.disabled():
        print(f"\nwhole process: median {statistics.median(times):.2f} s of {len(times)}")
    assert statistics.median(times) < 1.5
