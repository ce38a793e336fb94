"""The command tells what changed and what to do next, and its exit code says the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from oraculo_contracts.compat.__main__ import main
from oraculo_contracts.flujos import load_flujos

SCHEMAS = Path(__file__).parents[1] / "schemas" / "v1"
Edit = Callable[[Any], object]


def run(
    evento: str, edit: Edit, folder: Path, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[int, str]:
    old = SCHEMAS / f"{evento}.json"
    schema = json.loads(old.read_bytes())
    edit(schema)
    new = folder / "nuevo.json"
    new.write_text(json.dumps(schema), encoding="utf-8")
    code = main([str(old), str(new), *more])
    out, err = capsys.readouterr()
    return code, out + err


def add_canal(schema: Any) -> None:
    schema["$defs"]["Canal"]["enum"].append("correo")


def add_nota(schema: Any) -> None:
    schema["properties"]["nota"] = {"type": "string", "default": ""}


def require_nota(schema: Any) -> None:
    add_nota(schema)
    schema["required"].append("nota")


def test_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run("PlazoVencido", dict, tmp_path, capsys)
    assert code == 0
    assert "No hay nada que desplegar." in text


def test_an_optional_field_goes_in_any_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = run("ConsultaRag", add_nota, tmp_path, capsys)
    assert code == 0
    assert "- nota: se agregó un campo opcional (compatible en cualquier orden)." in text
    assert "en cualquier orden.\n" in text


@pytest.mark.parametrize("evento", sorted(load_flujos()))
def test_a_new_value_names_every_consumer_that_goes_first(
    evento: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = run(evento, add_canal, tmp_path, capsys)
    flujo = load_flujos()[evento]
    first, _, then = text.partition("Cuando todos estén al día")
    assert code == 0
    assert all(service in first for service in flujo.consumidores)
    assert all(service in then for service in flujo.productores)


def test_a_service_at_both_ends_is_deployed_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, both = run("PlazoVencido", add_canal, tmp_path, capsys)
    _, apart = run("SesionCerrada", add_canal, tmp_path, capsys)
    assert "lo envían y lo reciben: router y cartas-muertas. Despliéguelos dos veces" in both
    assert "dos veces" not in apart


def test_a_required_field_asks_for_a_new_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = run("MensajeSaliente", require_nota, tmp_path, capsys)
    assert code == 1
    assert "- nota: se agregó un campo obligatorio (incompatible)." in text
    assert "publique el cambio como una versión nueva a su lado" in text


def test_the_event_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def drop_title(schema: Any) -> None:
        del schema["title"]

    assert run("PlazoVencido", drop_title, tmp_path, capsys)[0] == 2
    code, text = run("PlazoVencido", drop_title, tmp_path, capsys, "--evento", "PlazoVencido")
    assert code == 0
    assert text.startswith("PlazoVencido: 1 cambio.")


@pytest.mark.parametrize("content", ["", "[]", '{"oneOf": []}', None])
def test_what_cannot_be_compared_is_neither_yes_nor_no(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "malo.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert main([str(path), str(path)]) == 2
    assert "No se pudo comparar" in capsys.readouterr().err
