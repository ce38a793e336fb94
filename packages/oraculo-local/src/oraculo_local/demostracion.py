"""The demonstration corpus: fictitious, bundled, built into the data folder on first use."""

import hashlib
from importlib.resources import as_file, files
from pathlib import Path

import msgspec
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.construccion import Avance
from oraculo_rag.informes.modelo import Informe

_ARCHIVOS = ("registro.csv", "usos.csv", "indice.csv", "informes.json")
_ORIGEN = "origen"


def ensure_demo(path: Path, avance: Avance) -> None:
    """Build the demonstration knowledge under `path`, unless this program's own is there."""
    with as_file(files("oraculo_local") / "demo") as corpus:
        origin = _fingerprint(corpus)
        mark = path / _ORIGEN
        if mark.is_file() and mark.read_text(encoding="ascii") == origin:
            return
        # Imported late: only a build needs what reads and validates sources.
        from oraculo_local.ingesta import load_ensayos, load_register  # noqa: PLC0415

        carpeta = CarpetaConocimiento(path)
        reports = msgspec.json.decode(
            (corpus / "informes.json").read_bytes(), type=tuple[Informe, ...]
        )
        load_register(
            carpeta, corpus / "registro.csv", avance, usos=corpus / "usos.csv", ficticia=True
        )
        load_ensayos(carpeta, corpus / "indice.csv", avance, informes=reports, ficticia=True)
        mark.write_text(origin, encoding="ascii")


def _fingerprint(corpus: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name in _ARCHIVOS:
        digest.update((corpus / name).read_bytes())
    return digest.hexdigest()
