"""How a name becomes an identifier or a file name."""

import re
import unicodedata

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")


def fold(texto: str) -> str:
    """Return `texto` in ASCII lower case: «Nectarín» → «nectarin»; what has no ASCII form goes."""
    return unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode().lower()


def slug(texto: str) -> str:
    """Return the identifier of `texto`: «TRALENKO® 18 EC» → «tralenko_18_ec»."""
    return _NOT_ALPHANUMERIC.sub("_", fold(texto)).strip("_")


def collapse(texto: str) -> str:
    """Return `texto` with every run of white space, line breaks too, as one space."""
    return _SPACES.sub(" ", texto).strip()
