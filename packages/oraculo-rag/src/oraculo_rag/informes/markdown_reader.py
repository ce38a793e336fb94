"""Markdown to blocks, by markdown-it."""

import re

from oraculo_rag.informes.bloques import Bloque
from oraculo_rag.informes.errores import LectorAusenteError
from oraculo_rag.informes.html_reader import read_html

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_markdown(text: str) -> list[Bloque]:
    """Return the blocks of a Markdown document. Fields of a front matter are paragraphs."""
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  imported late: an optional extra
    except ImportError as error:
        raise LectorAusenteError from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FRONT_MATTER.sub(lambda match: match[1].replace("\n", "\n\n") + "\n\n", text)
    return read_html(MarkdownIt("commonmark").enable("table").render(text))
