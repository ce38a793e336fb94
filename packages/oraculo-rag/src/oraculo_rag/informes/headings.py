"""Which lines are section headings, told from their words alone or with their looks."""

import re

_LONGEST = 140
_CAPTION = re.compile(
    r"(?:tabla|cuadro|figura|fig\.|gráfico|grafico|foto|imagen)\s*(?:n[°º.]?\s*)?\d+", re.IGNORECASE
)
_TABLE_CAPTION = re.compile(r"(?:tabla|cuadro)\s*(?:n[°º.]?\s*)?\d+", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})(?P<mark>\.-|[.)-])?\s+(?P<name>[A-ZÁÉÍÓÚÑ¿].*)"
)
_FIELD = re.compile(
    r"(?:temporada|empresa|cliente|mandante|solicitante|productos?|especie|cultivo|variedad|"
    r"cultivar|fecha|autore?s?|responsables?|ejecutor|localidad|lugar|c[oó]digo)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]{3}")
_LABEL = re.compile(r"[^:]{2,40}:\s*\S")
_KNOWN = re.compile(
    r"(?:resumen|abstract|introducci[oó]n|antecedentes|objetivos?|hip[oó]tesis|materiales?|"
    r"metodolog[ií]a|m[eé]todos?|tratamientos?|evaluaciones|an[aá]lisis|resultados?|"
    r"discusi[oó]n|conclusi[oó]n(?:es)?|recomendaciones|referencias|bibliograf[ií]a|anexos?|"
    r"agradecimientos)\b",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[•▪◦‣·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.-")
_FEWEST_CAPITALS = 4
_BULLETS = ("•", "▪", "◦", "- ", "– ", "* ")


def is_caption(text: str) -> bool:
    """Tell whether `text` begins like the caption of a table or a figure."""
    return _CAPTION.match(text) is not None


def is_table_caption(text: str) -> bool:
    """Tell whether `text` begins like the caption of a table."""
    return _TABLE_CAPTION.match(text) is not None


def is_label(text: str) -> bool:
    """Tell whether `text` is a field with its value: «Temporada: 2022-2023»."""
    return _LABEL.match(text) is not None


def is_section_name(text: str) -> bool:
    """Tell whether `text` is a section that reports have: «Resultados», «II. OBJETIVO»."""
    numbered = _NUMBER.fullmatch(text)
    return _KNOWN.match(numbered["name"] if numbered else text) is not None


def is_marker(word: str) -> bool:
    """Tell whether `word` can mark an item of a list: «•», «1.», «b)»."""
    return _MARKER.fullmatch(word) is not None


def starts_with_marker(text: str) -> bool:
    """Tell whether `text` begins like an item of a list."""
    first, _, rest = text.partition(" ")
    return bool(rest) and is_marker(first)


def is_numbered(text: str) -> bool:
    """Tell whether `text` begins like a numbered heading or an item of a numbered list."""
    return _NUMBER.match(text) is not None


def heading_level(text: str, *, prominent: int = 0) -> int | None:
    """Return the level of the heading that `text` is, outermost 1, or `None`.

    Args:
        text: One line, or a heading's few lines joined.
        prominent: How much its looks stand out: 0 not at all, 1 bold, 2 larger than the body.
    """
    if _is_ruled_out(text, prominent):
        return None
    numbered = _NUMBER.fullmatch(text)
    if numbered and _NAME.match(numbered["name"]):
        return _numbered_level(numbered, prominent)
    if prominent > 1 or _is_capitals(text):
        return 1
    return 3 if prominent else None


def _is_ruled_out(text: str, prominent: int) -> bool:
    """Long, a caption, an item, the middle of a sentence, or a field with its value."""
    field = _FIELD if prominent > 1 else _LABEL  # a large title may have a colon in it
    return (
        len(text) > _LONGEST
        or not _NAME.search(text)
        or text.startswith(_BULLETS)
        or text.endswith((";", ","))
        or (text.endswith(".") and not prominent)
        or is_caption(text)
        or field.match(text) is not None
    )


def _numbered_level(numbered: re.Match[str], prominent: int) -> int | None:
    """«3.1 Resultados» always; «1. Testigo» in plain type is an item of a list."""
    depth = numbered["number"].count(".") + 1
    name = numbered["name"]
    if depth > 1 or prominent or _is_capitals(name) or _KNOWN.match(name):
        return depth
    return None


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= _FEWEST_CAPITALS and all(letter.isupper() for letter in letters)
