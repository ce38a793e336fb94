"""Characters to words, by the white space of the file and by the gaps on the page."""

from collections.abc import Iterable

from oraculo_rag.informes.pdf.geometry import Glyph, Style, Word, union

_WIDEST_GAP = 0.3  # of the type's size; wider is a space that the file does not write
_LONGEST_STEP_BACK = 0.5  # kerning goes back a little, a new line a lot

_RAISED_SIZE = 0.85
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def group_words(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Return the words of a page in the order of its file."""
    words: list[Word] = []
    current: list[tuple[Glyph, Style]] = []
    for glyph in glyphs:
        if current and not _continues(current, glyph):
            words.append(_word(current))
            current = []
        if glyph.style is not None:
            current.append((glyph, glyph.style))
    if current:
        words.append(_word(current))
    return tuple(words)


def _continues(word: list[tuple[Glyph, Style]], glyph: Glyph) -> bool:
    previous, style = word[-1]
    if glyph.style is None or glyph.style.upright != style.upright:
        return False
    if not style.upright:
        return True  # turned text is only parted by its spaces
    if _is_raised(glyph, word[-1]) and previous.text.isdigit() and glyph.text.isalpha():
        return False  # «12,5» and the letter of its statistical group
    gap = glyph.box.x0 - previous.box.x1
    near = -_LONGEST_STEP_BACK * style.size <= gap <= _WIDEST_GAP * style.size
    # The letters of a ligature come one by one in the ligature's box.
    on_line = any(glyph.box.shares_line(other.box) for other in (previous, word[0][0]))
    return on_line and (near or glyph.box == previous.box)


def _is_raised(glyph: Glyph, base: tuple[Glyph, Style]) -> bool:
    """Tell whether `glyph` is set smaller and higher than the character before it."""
    previous, style = base
    return (
        glyph.style is not None
        and glyph.style.size < _RAISED_SIZE * style.size
        and glyph.box.center[1] < previous.box.center[1]
    )


def _word(glyphs: list[tuple[Glyph, Style]]) -> Word:
    """Raised figures stay what they are: a note after «2020» must not make it «20201»."""
    text = glyphs[0][0].text + "".join(
        glyph.text.translate(_SUPERSCRIPTS) if _is_raised(glyph, glyphs[0]) else glyph.text
        for glyph, _ in glyphs[1:]
    )
    return Word(text, union(glyph.box for glyph, _ in glyphs), glyphs[0][1])
