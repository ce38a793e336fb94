"""Cuts a long text into messages at line borders: a sentence is never cut in two."""

LIMITE_TEXTO = 3_500
"""Characters of text in one answer: room is left for sources within any channel's 4,096."""


def take_page(texto: str, limit: int = LIMITE_TEXTO) -> tuple[str, str]:
    """Return the first page of `texto`, at most `limit` characters, and what is left.

    The cut falls after the last line that fits; a single longer line is cut after its last
    sentence, or failing that its last word, that fits.
    """
    if len(texto) <= limit:
        return texto, ""
    for border in ("\n", ". ", " "):
        cut = texto.rfind(border, 0, limit)
        if cut > 0:
            end = cut + len(border.rstrip(" "))
            return texto[:end].rstrip(), texto[end:].lstrip()
    return texto[:limit], texto[limit:]
