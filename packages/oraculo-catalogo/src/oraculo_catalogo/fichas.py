"""The two kinds of record that Oráculo knows: a trial and a label. What the catalogue is built of.

A field that a source does not carry is `None` or empty: never «N/D», never a guess.
"""

import msgspec


class Ensayo(msgspec.Struct, frozen=True, kw_only=True):
    """A CER field trial, as the trial index lists it."""

    id: str
    """The `pdf` value of the index; unique."""
    temporada: str | None = None
    """«2023-2024», or one year."""
    empresa: str | None = None
    producto: str | None = None
    cultivo: str | None = None
    variedad: str | None = None
    url_estudio: str | None = None
    url_pdf: str | None = None
    linea: int = 0
    """Line of the source file, from 1, header included; 0 when not from a file."""


class Ingrediente(msgspec.Struct, frozen=True, kw_only=True):
    """One ingredient of a label."""

    nombre: str
    """As the source writes it, without footnote marks («*», «(*)», «®»)."""
    concentracion: str | None = None
    """«1,8% p/v (18 g/L)», as the source writes it."""
    activo: bool | None = None
    """`None` where the source does not say."""


class Uso(msgspec.Struct, frozen=True, kw_only=True):
    """One authorised use: the row that a dose is bound to."""

    cultivo: str
    plaga: str
    """Common name, with the scientific one in brackets where known."""
    dosis: str
    """With its unit: «60-80 g/100 L», «1,5 L/ha»."""
    carencia: str | None = None
    """Pre-harvest interval with its unit: «14 días»."""
    reingreso: str | None = None
    """Re-entry interval with its unit: «12 horas»."""
    mojamiento: str | None = None
    """Spray volume with its unit: «1.500-2.000 L/ha»."""
    observaciones: str | None = None
    linea: int = 0


class Etiqueta(msgspec.Struct, frozen=True, kw_only=True):
    """A plant-protection product of the SAG register."""

    id: str
    """The `producto_id` of the register; unique."""
    nombre: str
    autorizaciones: tuple[str, ...] = ()
    grupos_quimicos: tuple[str, ...] = ()
    objetivos: tuple[str, ...] = ()
    """Pest, disease and weed texts of the label, one cell entry each, white space repaired."""
    categorias: tuple[str, ...] = ()
    ingredientes: tuple[Ingrediente, ...] = ()
    formulacion: str | None = None
    clase: str | None = None
    """Use class: «Insecticida», «Fungicida» …"""
    titular: str | None = None
    estado: str | None = None
    usos: tuple[Uso, ...] = ()
    linea: int = 0
