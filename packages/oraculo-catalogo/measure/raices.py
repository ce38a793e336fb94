"""Writes the stems of the ordinary words, so that no process stems the list when it starts."""

from pathlib import Path

from oraculo_catalogo.lexico import load_words
from oraculo_catalogo.texto import stem

_HEAD = (
    "# The stems of ordinarias.txt. Written by measure/raices.py; a test holds the two together.\n"
)
_DATA = Path(__file__).parents[1] / "src" / "oraculo_catalogo" / "datos"


def main() -> None:
    """Write `datos/ordinarias_raices.txt`, twelve stems a line."""
    stems = sorted({stem(word) for word in load_words("ordinarias")})
    lines = (" ".join(stems[start : start + 12]) for start in range(0, len(stems), 12))
    (_DATA / "ordinarias_raices.txt").write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
