"""HTML to blocks: the common ground of DOCX and Markdown, whose libraries render to it."""

from html.parser import HTMLParser

from oraculo_rag.informes.bloques import Bloque, Parrafo, Titulo
from oraculo_rag.informes.headings import heading_level
from oraculo_rag.informes.html_table import TableBuilder
from oraculo_rag.informes.text import clean

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS = frozenset({"p", "li", "ul", "ol", "br", "div", "blockquote", "pre", "dd", "dt", "hr"})
_BOLD = frozenset({"strong", "b"})
_SKIPPED = frozenset({"script", "style", "title"})


def read_html(html: str) -> list[Bloque]:
    """Return the headings, paragraphs and tables of `html` in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_text()
    return reader.bloques


class _Reader(HTMLParser):
    """Collects text until a tag ends it, then files it as heading, paragraph or cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bloques: list[Bloque] = []
        self._parts: list[str] = []
        self._all_bold = True
        self._bold = 0
        self._skipped = 0
        self._heading: int | None = None
        self._tables: list[TableBuilder] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "table":
            self._start_table()
        elif self._tables:
            self._start_in_table(tag, dict(attrs))
        elif tag in _BREAKS or tag in _HEADINGS:
            self.end_text()
            self._heading = _HEADINGS.get(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "table":
            self._end_table()
        elif self._tables:
            self._tables[-1].write(" ")
        elif tag in _BREAKS or tag in _HEADINGS:
            self.end_text()

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._tables:
            self._tables[-1].write(data, bold=self._bold > 0)
            return
        self._parts.append(data)
        self._all_bold = self._all_bold and (self._bold > 0 or not data.strip())

    def end_text(self) -> None:
        """File the text collected so far."""
        text, heading = clean("".join(self._parts)), self._heading
        prominent = int(self._all_bold and bool(text))
        self._parts, self._all_bold, self._heading = [], True, None
        if not text:
            return
        level = heading or heading_level(text, prominent=prominent)
        self.bloques.append(Titulo(texto=text, nivel=level) if level else Parrafo(texto=text))

    def _start_table(self) -> None:
        if not self._tables:
            self.end_text()
        self._tables.append(TableBuilder())

    def _start_in_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.start_row()
        elif tag in {"td", "th"}:
            spans = attrs.get("colspan"), attrs.get("rowspan")
            table.start_cell(header=tag == "th", colspan=_span(spans[0]), rowspan=_span(spans[1]))
        elif tag in _BREAKS:
            table.write(" ")

    def _end_table(self) -> None:
        """A table inside a cell becomes that cell's text."""
        if not self._tables:
            return
        table = self._tables.pop()
        if self._tables:
            self._tables[-1].write(f" {table.plain_text()} ")
        else:
            self.bloques.extend(table.build())


def _span(value: str | None) -> int:
    """A span as written, within what a real table has."""
    return min(max(int(value), 1), 100) if value and value.isascii() and value.isdigit() else 1
