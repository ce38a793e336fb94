import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oraculo_catalogo.catalogo import VERSION, Catalogo
from oraculo_catalogo.errores import (
    CatalogoAusenteError,
    CatalogoError,
    CatalogoIlegibleError,
    CatalogoIncompatibleError,
)
from oraculo_catalogo.fichas import Ensayo, Etiqueta


def test_a_catalogue_is_the_same_after_saving_and_loading(
    catalogo: Catalogo, tmp_path: Path, ensayos: tuple[Ensayo, ...]
) -> None:
    path = tmp_path / "catalogo.bin"
    catalogo.save(path)
    loaded = Catalogo.load(path)
    assert loaded == catalogo
    assert loaded.coleccion == "prueba_1"
    assert [loaded.ids_of(record) for record in ensayos] == [catalogo.ids_of(r) for r in ensayos]


def test_saving_leaves_no_other_file_behind(catalogo: Catalogo, tmp_path: Path) -> None:
    catalogo.save(tmp_path / "catalogo.bin")
    catalogo.save(tmp_path / "catalogo.bin")
    assert os.listdir(tmp_path) == ["catalogo.bin"]  # noqa: PTH208 - hidden files count


def test_a_missing_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CatalogoAusenteError):
        Catalogo.load(tmp_path / "nada.bin")


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"{}", msgspec.msgpack.encode([1, 2])])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "otro.bin"
    path.write_bytes(content)
    with pytest.raises(CatalogoIlegibleError):
        Catalogo.load(path)


@given(data=st.data())
@settings(max_examples=50)
def test_a_file_with_one_damaged_byte_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("danos") / "catalogo.bin"
    record = Etiqueta(id="e", nombre="ACME", objetivos=("Pulgón",))
    Catalogo.build([], [record], coleccion="c").save(path)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(content))
    with pytest.raises(CatalogoError):
        Catalogo.load(path)


def test_a_file_of_another_version_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "viejo.bin"
    document = {
        "formato": "oraculo-catalogo",
        "version": VERSION + 1,
        "huella": b"",
        "contenido": b"",
    }
    path.write_bytes(msgspec.msgpack.encode(document))
    with pytest.raises(CatalogoIncompatibleError, match=str(VERSION + 1)):
        Catalogo.load(path)
