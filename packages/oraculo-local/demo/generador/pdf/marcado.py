"""From the plain texts of the content files to what reportlab calls a paragraph."""

import html
import re

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from generador.silabas import hyphenate

_CURSIVA = re.compile(r"\*([^*]+)\*")
LLAMADA = re.compile(r"\[\^(\d)\]")


def to_paragraph(texto: str, estilo: ParagraphStyle, *, guiones: bool = False) -> Paragraph:
    """Return a paragraph; `*x*` is italic, `[^1]` a superscript call of a foot note."""
    plano = " ".join(texto.split())
    escapado = html.escape(hyphenate(plano) if guiones else plano, quote=False)
    cursiva = _CURSIVA.sub(r"<i>\1</i>", escapado)
    return Paragraph(LLAMADA.sub(r"<super>\1</super>", cursiva), estilo)
