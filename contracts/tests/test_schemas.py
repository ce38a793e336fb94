"""The committed schemas are those of the structs."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from oraculo_contracts import EVENT_TYPES, EventType, encode
from oraculo_contracts.schemas import SCHEMAS_FOLDER, find_drift, main, path_of, write_schemas
from oraculo_contracts.testing import values_of


def name_of(event_type: EventType) -> str:
    return event_type.nombre


def validator_of(event_type: EventType) -> Any:
    return Draft202012Validator(json.loads(path_of(event_type).read_bytes()))


def test_the_committed_schemas_are_up_to_date() -> None:
    assert find_drift() == []


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=name_of)
def test_a_schema_is_valid_and_names_itself(event_type: EventType) -> None:
    schema = json.loads(path_of(event_type).read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:oraculo:contracts:v{event_type.version}:{event_type.nombre}"
    assert schema["title"] == event_type.nombre


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=name_of)
@given(data=st.data())
def test_every_event_fits_its_schema(event_type: EventType, data: st.DataObject) -> None:
    evento = data.draw(values_of(event_type.struct))
    validator_of(event_type).validate(json.loads(encode(evento)))


def test_write_then_check_finds_nothing(tmp_path: Path) -> None:
    assert main(["write", "--carpeta", str(tmp_path)]) == 0
    assert main(["check", "--carpeta", str(tmp_path)]) == 0
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.json")}
    committed = {
        path.relative_to(SCHEMAS_FOLDER): path.read_bytes()
        for path in SCHEMAS_FOLDER.rglob("*.json")
    }
    assert written == committed


def test_check_names_what_is_changed_missing_or_of_no_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_schemas(tmp_path)
    changed, missing, stray = (
        tmp_path / "v1" / f"{name}.json" for name in ("ConsultaRag", "PlazoVencido", "Otro")
    )
    changed.write_text("{}", encoding="utf-8")
    missing.unlink()
    stray.write_text("{}", encoding="utf-8")
    assert main(["check", "--carpeta", str(tmp_path)]) == 1
    errors = capsys.readouterr().err
    assert all(str(path) in errors for path in (changed, missing, stray))
    assert errors.count("\n") == 4
    assert "Ejecute" in errors
