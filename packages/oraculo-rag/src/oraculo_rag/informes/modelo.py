"""What a trial report is once read: passages that can be retrieved, cited and checked."""

from enum import StrEnum

import msgspec


class TipoPasaje(StrEnum):
    """Prose, or rows of a table."""

    TEXTO = "texto"
    TABLA = "tabla"


class Gravedad(StrEnum):
    """`ERROR`: nothing could be read. `AVISO`: the rest of the report was read."""

    ERROR = "error"
    AVISO = "aviso"


class Problema(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be read, and what a person can do about it."""

    archivo: str
    """Name of the file, without its folder."""
    pagina: int | None = None
    motivo: str
    gravedad: Gravedad


class Pasaje(msgspec.Struct, frozen=True, kw_only=True):
    """A citable piece of a report: sentences of one section, or whole rows of one table."""

    id: str
    """The same for the same content at the same place; at most 128 characters."""
    informe: str
    pagina: int | None = None
    """First page, from 1; `None` where the format has no pages (DOCX, Markdown, text)."""
    pagina_fin: int | None = None
    seccion: str = ""
    """Headings above the passage, outermost first: «3. Resultados › 3.1 Daño en frutos»."""
    tipo: TipoPasaje = TipoPasaje.TEXTO
    texto: str
    """Readable text; of a table: caption, header and rows, cells parted by « | »."""
    cabecera: tuple[str, ...] = ()
    filas: tuple[tuple[str, ...], ...] = ()
    """Rows of the table, each as long as `cabecera` when there is one."""


class Informe(msgspec.Struct, frozen=True, kw_only=True):
    """A report as read from its file."""

    id: str
    titulo: str
    paginas: int | None = None
    """Pages of the file, read or not; `None` where the format has none."""
    pasajes: tuple[Pasaje, ...] = ()
    problemas: tuple[Problema, ...] = ()
