"""What every reader yields: headings, paragraphs and tables in reading order."""

import msgspec


class Titulo(msgspec.Struct, frozen=True, kw_only=True):
    """A section heading. `nivel` is 1 for the outermost."""

    texto: str
    nivel: int
    pagina: int | None = None


class Parrafo(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph. `saltos` are the (offset, page) at which it runs on to another page."""

    texto: str
    pagina: int | None = None
    saltos: tuple[tuple[int, int], ...] = ()

    def pagina_at(self, offset: int) -> int | None:
        """Return the page that the character at `offset` stands on."""
        return max(
            ((start, page) for start, page in self.saltos if start <= offset),
            default=(0, self.pagina),
        )[1]


class Fila(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table and the page it stands on."""

    celdas: tuple[str, ...]
    pagina: int | None = None


class Tabla(msgspec.Struct, frozen=True, kw_only=True):
    """A table: caption, header (empty when it has none) and rows."""

    leyenda: str = ""
    cabecera: tuple[str, ...] = ()
    filas: tuple[Fila, ...] = ()

    @property
    def pagina(self) -> int | None:
        """Page of its first row."""
        return self.filas[0].pagina if self.filas else None


Bloque = Titulo | Parrafo | Tabla


class Aviso(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a file that could not be read."""

    motivo: str
    pagina: int | None = None


class Contenido(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader got out of a file. `paginas` is `None` where the format has none."""

    bloques: list[Bloque]
    paginas: int | None = None
    avisos: tuple[Aviso, ...] = ()
