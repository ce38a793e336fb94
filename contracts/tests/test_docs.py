"""What is generated from the catalogue of events and from the glossary is up to date."""

import re
from pathlib import Path

import pytest
from oraculo_contracts.docs import generate
from oraculo_contracts.docs.__main__ import main
from oraculo_contracts.docs.asyncapi import Action, load_asyncapi
from oraculo_contracts.docs.generate import SeccionError, fill_section
from oraculo_contracts.docs.tables import render_diagram
from oraculo_contracts.flujos import EN_UNA_MAQUINA


def test_the_committed_texts_are_up_to_date() -> None:
    assert main(["check"]) == 0


def test_check_names_the_file_and_write_repairs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme, flujos = tmp_path / "README.md", tmp_path / "flujos.json"
    committed = generate.README_FILE.read_text(encoding="utf-8")
    readme.write_text(committed.replace("canal-telegram", "canal-viejo"), encoding="utf-8")
    monkeypatch.setattr(generate, "README_FILE", readme)
    monkeypatch.setattr(generate, "FLUJOS_PATH", flujos)
    assert main(["check"]) == 1
    errors = capsys.readouterr().err
    assert str(readme) in errors
    assert str(flujos) in errors
    assert main(["write"]) == 0
    assert main(["check"]) == 0
    assert readme.read_text(encoding="utf-8") == committed


@pytest.mark.parametrize("text", ["", "<!-- a -->\n", "<!-- a -->\n\n<!-- /a -->\n" * 2])
def test_a_section_must_stand_exactly_once(text: str) -> None:
    with pytest.raises(SeccionError):
        fill_section(text, "a", "nuevo")


def test_a_section_is_filled_as_written() -> None:
    filled = fill_section("x\n<!-- a -->\nviejo\n<!-- /a -->\ny", "a", r"\1 nuevo")
    assert filled == "x\n<!-- a -->\n\n\\1 nuevo\n\n<!-- /a -->\ny"


def test_the_diagram_draws_each_operation_of_the_services_once() -> None:
    asyncapi = load_asyncapi()
    edge = re.compile(r"^ +(\w+) (-->|-\.->)(?:\|\w+\|)? (\w+)$", re.MULTILINE)
    drawn = edge.findall(render_diagram(asyncapi))
    expected = [
        (o.servicio.replace("-", "_"), "-->", o.channel.nombre)
        if o.action is Action.SEND
        else (
            o.channel.nombre,
            "-.->" if o.bindings else "-->",
            o.servicio.replace("-", "_"),
        )
        for o in asyncapi.operations.values()
        if o.servicio != EN_UNA_MAQUINA
    ]
    assert drawn == expected
