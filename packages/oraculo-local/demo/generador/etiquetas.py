"""The fictitious labels: from `contenido/etiquetas/*.toml` to rows of the register and of uses."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from generador.contenido import ContenidoError, read_toml
from generador.texto import collapse, slug

COLUMNAS_REGISTRO = (
    "producto_id",
    "nombre_comercial",
    "autorizaciones",
    "grupo_quimico",
    "objetivos",
    "objetivos_normalizados",
    "categorias_objetivo",
    "ingredientes",
    "composicion_texto",
    "formulacion",
    "clase",
    "titular",
    "estado",
)
COLUMNAS_USOS = (
    "producto_id",
    "cultivo",
    "plaga",
    "dosis",
    "carencia",
    "reingreso",
    "mojamiento",
    "observaciones",
)
_SEPARATOR = " | "


class Uso(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One dose and all crops and targets that it holds for; each pair is a row of `usos.csv`."""

    cultivos: list[str]
    plagas: list[str]
    dosis: str
    carencia: str = ""
    mojamiento: str = ""
    """Empty: that of the label."""
    observaciones: str = ""


class Etiqueta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A product as its file describes it."""

    nombre: str
    autorizaciones: list[str]
    grupo_quimico: str
    categorias: list[str]
    ingredientes: list[tuple[str, str]]
    """Name and concentration of each active ingredient."""
    coformulantes: str
    formulacion: str
    clase: str
    titular: str
    estado: str = "Vigente"
    reingreso: str
    mojamiento: str
    objetivos: list[str] = []
    """Only where the register writes targets untidily; else they follow from the uses."""
    usos: list[Uso]

    @property
    def producto_id(self) -> str:
        """Return the identifier of the product, made of its name."""
        return slug(self.nombre)


class _Archivo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    etiquetas: list[Etiqueta]


def load_etiquetas(carpeta: Path) -> list[Etiqueta]:
    """Return the labels of all files in `carpeta`, by first authorisation number.

    Raises:
        ContenidoError: When a file is malformed or a label's targets and uses disagree.
    """
    etiquetas = [
        etiqueta
        for ruta in sorted(carpeta.glob("*.toml"))
        for etiqueta in read_toml(ruta, _Archivo).etiquetas
    ]
    for etiqueta in etiquetas:
        _check_targets(etiqueta)
    return sorted(etiquetas, key=lambda etiqueta: etiqueta.autorizaciones[0])


def registro_row(etiqueta: Etiqueta) -> tuple[str, ...]:
    """Return the row of `registro.csv`, in the order of `COLUMNAS_REGISTRO`."""
    objetivos = sorted(etiqueta.objetivos or _targets_of_uses(etiqueta))
    activos = [(nombre, "ingrediente_activo", cuanto) for nombre, cuanto in etiqueta.ingredientes]
    partes = sorted([*activos, ("Coformulantes", "coformulantes", etiqueta.coformulantes)])
    return (
        etiqueta.producto_id,
        etiqueta.nombre,
        _SEPARATOR.join(etiqueta.autorizaciones),
        etiqueta.grupo_quimico,
        _SEPARATOR.join(objetivos),
        _SEPARATOR.join(slug(objetivo) for objetivo in objetivos),
        _SEPARATOR.join(etiqueta.categorias),
        _SEPARATOR.join(nombre for nombre, _, _ in partes),
        _SEPARATOR.join(f"{nombre} ({papel}): {cuanto}" for nombre, papel, cuanto in partes),
        etiqueta.formulacion,
        etiqueta.clase,
        etiqueta.titular,
        etiqueta.estado,
    )


def usos_rows(etiqueta: Etiqueta) -> Iterator[tuple[str, ...]]:
    """Yield the rows of `usos.csv`, in the order of `COLUMNAS_USOS`."""
    for uso in etiqueta.usos:
        for cultivo in uso.cultivos:
            for plaga in uso.plagas:
                yield (
                    etiqueta.producto_id,
                    cultivo,
                    plaga,
                    uso.dosis,
                    uso.carencia,
                    etiqueta.reingreso,
                    uso.mojamiento or etiqueta.mojamiento,
                    uso.observaciones,
                )


def _targets_of_uses(etiqueta: Etiqueta) -> set[str]:
    return {plaga for uso in etiqueta.usos for plaga in uso.plagas}


def _check_targets(etiqueta: Etiqueta) -> None:
    if not etiqueta.objetivos:
        return
    escritos = collapse(_SEPARATOR.join(etiqueta.objetivos))
    faltan = [plaga for plaga in _targets_of_uses(etiqueta) if plaga not in escritos]
    if faltan:
        raise ContenidoError(f"{etiqueta.nombre}: uses without a target: {sorted(faltan)}.")
