"""The demonstration corpus: every row of its reports' tables is found as a row."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.metadata import find_metadata
from oraculo_rag.informes.modelo import Informe

_LOCAL = Path(__file__).parents[3] / "oraculo-local"
_REPORTS = sorted((_LOCAL / "src/oraculo_local/demo/informes").glob("*.pdf"))
_CONTENTS = sorted((_LOCAL / "demo/contenido/ensayos").glob("*.toml"))
pytestmark = pytest.mark.skipif(not _REPORTS, reason="the demonstration corpus is not there")


@pytest.fixture(scope="module")
def reports() -> dict[str, Informe]:
    """Read each report once, by its title."""
    return {informe.titulo: informe for informe in map(extract, _REPORTS)}


@pytest.fixture(params=_CONTENTS, ids=lambda path: path.stem)
def content(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What a report was made from."""
    return tomllib.loads(request.param.read_text("utf-8"))


def _treatments(content: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for treatment in content["tratamientos"]:
        yield tuple(treatment[key] for key in ("codigo", "producto", "dosis", "momento"))


def _means(content: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for result in content["resultados"]:
        for code, cells in result["tabla"]["filas"].items():
            yield (code, *cells)


def test_every_report_is_read_without_problems(reports: dict[str, Informe]) -> None:
    assert len(reports) == len(_REPORTS)
    assert [informe.problemas for informe in reports.values()] == [()] * len(reports)


def test_every_treatment_is_a_row(reports: dict[str, Informe], content: dict[str, Any]) -> None:
    found = {row for pasaje in reports[content["titulo"]].pasajes for row in pasaje.filas}
    assert set(_treatments(content)) <= found


def test_every_row_of_means_is_a_row(reports: dict[str, Informe], content: dict[str, Any]) -> None:
    passages = reports[content["titulo"]].pasajes
    found = {(row[0].split()[0], *row[1:]) for p in passages for row in p.filas if row[0]}
    assert set(_means(content)) <= found


def test_every_section_of_text_is_found(
    reports: dict[str, Informe], content: dict[str, Any]
) -> None:
    sections = {pasaje.seccion for pasaje in reports[content["titulo"]].pasajes}
    for result in content["resultados"]:
        assert any(section.endswith(result["titulo"]) for section in sections)


def test_the_title_page_tells_what_the_trial_is(
    reports: dict[str, Informe], content: dict[str, Any]
) -> None:
    found = find_metadata(reports[content["titulo"]])
    assert found["temporada"] == content["temporada"].replace(" – ", "-")
    assert found["variedad"].casefold() == content["variedad"].replace("'", "’").casefold()
