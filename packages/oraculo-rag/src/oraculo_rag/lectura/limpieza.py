"""Repairs of the text of a cell. Each function names one oddity of the real sources."""

import re
import unicodedata
from urllib.parse import quote

_AUSENTE = frozenset(
    {"", "na", "n/a", "n/d", "nd", "s/i", "-", "--", "sin dato", "sin datos", "null"}
)
_MARCAS = re.compile(r"\s*\(\*+\)|\*+|[®™Ⓡ©]")
_BORDES = " ,;:|"
_TELEFONO = re.compile(
    r"(?:\+?56[\s-]?)?(?:\(?\d{1,2}\)?[\s-]?)?\d{3,4}[\s-]?\d{4}\b|\b(?:fono|tel[eé]fono|www\.|\S+@\S+)",
    re.IGNORECASE,
)
_HOMOGLIFOS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВСЕНІКМОРТУХ", "ABEZHIKMNOPTYXABCEHIKMOPTYX")
_TEMPORADA = re.compile(r"(?P<desde>(?:19|20)\d{2})(?:\s*[-–—/]\s*(?P<hasta>(?:19|20)?\d{2}))?")


def clean(texto: str | None) -> str | None:
    """Return the text on one line, without control characters; `None` for «NA» and the like."""
    if texto is None:
        return None
    # Nearly every cell is printable as it is, and a list has hundreds of thousands.
    visible = texto if texto.isprintable() else _visible(texto)
    line = " ".join(visible.split()).strip()
    return None if line.casefold() in _AUSENTE else unicodedata.normalize("NFC", line)


def _visible(texto: str) -> str:
    return "".join(
        " " if unicodedata.category(letra) in {"Cc", "Zl", "Zp"} else letra
        for letra in texto
        if unicodedata.category(letra) not in {"Cf", "Cs", "Co", "Cn"}
    )


def clean_name(texto: str | None) -> str | None:
    """Return a name without footnote and trade marks: «Tebuconazol (*)» → «Tebuconazol»."""
    line = clean(texto)
    if line is None:
        return None
    return clean(_MARCAS.sub(" ", fix_lookalikes(line)).strip(_BORDES))


def fix_lookalikes(texto: str) -> str:
    """Return Greek and Cyrillic capitals inside a Latin name as the Latin letters they imitate."""
    return texto.translate(_HOMOGLIFOS)


def split_cell(celda: str | None) -> tuple[str, ...]:
    """Return the distinct values of a cell that separates them by «|», in order."""
    parts = (clean(part) for part in (celda or "").split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def is_contact(texto: str) -> bool:
    """Return whether a composition text is a telephone number or an address on the net."""
    return _TELEFONO.fullmatch(texto.strip(" .")) is not None


def temporada(texto: str | None) -> str | None:
    """Return «2023-2024» for «2023 – 2024» or «2023/24», one year as it is, `None` otherwise."""
    match = _TEMPORADA.search(texto or "")
    if match is None:
        return None
    start, end = match["desde"], match["hasta"]
    if end is None:
        return start
    return f"{start}-{end if len(end) == len(start) else start[:2] + end}"


def web_address(texto: str | None) -> str | None:
    """Return an address that can be opened, or `None`: a broken link is worse than none.

    An address with symbols in it («te╠ucnico») was damaged on its way and is not guessed at.
    """
    line = clean(texto)
    if line is None or not re.match(r"https?://[^\s/]+", line, re.IGNORECASE):
        return None
    if any(unicodedata.category(letra) == "So" for letra in line):
        return None
    return quote(line, safe=":/?#[]@!$&'()*+,;=%")
