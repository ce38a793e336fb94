from pathlib import Path

import pytest
from generador.contenido import CARPETA_CONTENIDO, ContenidoError
from generador.etiquetas import load_etiquetas

FUENTE = CARPETA_CONTENIDO / "etiquetas" / "insecticidas.toml"


def write_labels(carpeta: Path, original: str, cambiado: str) -> None:
    texto = FUENTE.read_text("utf-8")
    assert original in texto
    (carpeta / FUENTE.name).write_text(texto.replace(original, cambiado), "utf-8")


def test_a_use_without_a_target_is_refused(tmp_path: Path) -> None:
    write_labels(tmp_path, '"Trips de California\\n(Frank', '"Trips de Nevada\\n(Frank')
    with pytest.raises(ContenidoError, match="uses without a target"):
        load_etiquetas(tmp_path)


def test_an_unknown_field_is_refused_with_the_files_name(tmp_path: Path) -> None:
    write_labels(tmp_path, "carencia =", "carensia =")
    with pytest.raises(ContenidoError, match=FUENTE.name):
        load_etiquetas(tmp_path)
