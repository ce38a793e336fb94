"""From blocks to passages: by section, at sentence borders, between the rows of a table."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from oraculo_rag.informes.bloques import Bloque, Fila, Parrafo, Tabla, Titulo
from oraculo_rag.informes.modelo import Pasaje, TipoPasaje
from oraculo_rag.informes.sentences import split_sentences
from oraculo_rag.informes.tables import linearize, linearize_row

SECTION_SEPARATOR = " › "
_LONGEST_ID_PREFIX = 96


class _Fragment:
    """Text that one passage is being filled with, line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.pagina: int | None = None
        self.pagina_fin: int | None = None

    def add(self, texto: str, pagina: int | None, *, new_line: bool) -> None:
        if not self.lines:
            self.pagina = pagina
        self.length += len(texto) + bool(self.lines)
        self.pagina_fin = pagina
        if new_line or not self.lines:
            self.lines.append(texto)
        else:
            self.lines[-1] += f" {texto}"


class Chunker:
    """Packs the blocks of one report into passages of about `target` characters."""

    def __init__(self, informe: str, target: int) -> None:
        self._informe = informe
        self._target = target
        self._section: list[Titulo] = []
        self._heading_pending = False
        self._fragment = _Fragment()
        self._seen: Counter[tuple[int | None, str, str]] = Counter()

    def chunk(self, bloques: Iterable[Bloque]) -> Iterator[Pasaje]:
        """Yield the passages in reading order. Every word of the blocks is in one of them."""
        for bloque in bloques:
            match bloque:
                case Titulo():
                    yield from self._enter(bloque)
                case Parrafo():
                    yield from self._write(bloque)
                case Tabla():
                    yield from self._flush()
                    yield from self._split_table(bloque)
        yield from self._flush()
        yield from self._write_pending_heading()

    def _enter(self, titulo: Titulo) -> Iterator[Pasaje]:
        yield from self._flush()
        if self._section and self._section[-1].nivel >= titulo.nivel:
            yield from self._write_pending_heading()
        while self._section and self._section[-1].nivel >= titulo.nivel:
            self._section.pop()
        self._section.append(titulo)
        self._heading_pending = True

    def _write_pending_heading(self) -> Iterator[Pasaje]:
        """A heading with nothing under it is a passage by itself, so that it is not lost."""
        if self._heading_pending:
            titulo = self._section[-1]
            yield from self._write(Parrafo(texto=titulo.texto, pagina=titulo.pagina))
            yield from self._flush()

    def _write(self, parrafo: Parrafo) -> Iterator[Pasaje]:
        fits_alone = len(parrafo.texto) <= self._target
        if fits_alone and self._is_mostly_full() and not self._has_room(len(parrafo.texto)):
            yield from self._flush()
        new_line = True
        for offset, sentence in split_sentences(parrafo.texto, self._target):
            if not self._has_room(len(sentence)):
                yield from self._flush()
            self._fragment.add(sentence, parrafo.pagina_at(offset), new_line=new_line)
            new_line = False

    def _has_room(self, length: int) -> bool:
        return not self._fragment.lines or self._fragment.length + length < self._target

    def _is_mostly_full(self) -> bool:
        return self._fragment.length * 2 > self._target

    def _flush(self) -> Iterator[Pasaje]:
        done, self._fragment = self._fragment, _Fragment()
        if done.lines:
            yield self._passage(
                TipoPasaje.TEXTO, "\n".join(done.lines), (done.pagina, done.pagina_fin)
            )

    def _split_table(self, tabla: Tabla) -> Iterator[Pasaje]:
        room = self._target - len(linearize(tabla.leyenda, tabla.cabecera, ()))
        group: list[Fila] = []
        length = 0
        for fila in tabla.filas:
            row_length = len(linearize_row(fila.celdas)) + 1
            if group and length + row_length > room:
                yield self._table_passage(tabla, group)
                group, length = [], 0
            group.append(fila)
            length += row_length
        if group:
            yield self._table_passage(tabla, group)

    def _table_passage(self, tabla: Tabla, group: list[Fila]) -> Pasaje:
        filas = tuple(fila.celdas for fila in group)
        texto = linearize(tabla.leyenda, tabla.cabecera, filas)
        pages = (group[0].pagina, group[-1].pagina)
        return self._passage(TipoPasaje.TABLA, texto, pages, tabla.cabecera, filas)

    def _passage(
        self,
        tipo: TipoPasaje,
        texto: str,
        pages: tuple[int | None, int | None],
        cabecera: tuple[str, ...] = (),
        filas: tuple[tuple[str, ...], ...] = (),
    ) -> Pasaje:
        self._heading_pending = False
        seccion = SECTION_SEPARATOR.join(titulo.texto for titulo in self._section)
        place = (pages[0], seccion, texto)
        self._seen[place] += 1
        return Pasaje(
            id=passage_id(self._informe, *place, ordinal=self._seen[place]),
            informe=self._informe,
            pagina=pages[0],
            pagina_fin=pages[1],
            seccion=seccion,
            tipo=tipo,
            texto=texto,
            cabecera=cabecera,
            filas=filas,
        )


def passage_id(
    informe: str, pagina: int | None, seccion: str, texto: str, *, ordinal: int = 1
) -> str:
    """Return the id of a passage: report, page and a hash of content and place.

    `ordinal` tells apart passages of the same text in the same section of the same page. An edit
    elsewhere in the report leaves the id as it is.
    """
    parts = (informe, str(pagina), seccion, texto, str(ordinal))
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
    page = f"p{pagina}-" if pagina else ""
    return f"{informe[:_LONGEST_ID_PREFIX]}#{page}{digest}"
