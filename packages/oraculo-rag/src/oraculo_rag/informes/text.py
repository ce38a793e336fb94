"""Clean-up of characters: what a font or a word processor left in the text."""

import re
import unicodedata

_REPLACEMENTS = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width marks
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "\ufffe": None,
        "\uf0b7": "•",  # bullet of the Symbol font
        "\u2010": "-",  # hyphens that only typography tells apart
        "\u2011": "-",
    }
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return `text` on one line: ligatures spelt out, accents composed, white space single.

    Not NFKC: that would turn «m²» into «m2» and «½» into «1⁄2».
    """
    text = unicodedata.normalize("NFC", text.translate(_REPLACEMENTS))
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()
