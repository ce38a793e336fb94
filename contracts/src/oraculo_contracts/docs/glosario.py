"""The glossary, `glosario.toml`: one concept, one word; and the words that its twins would be."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

GLOSARIO_FILE = Path(__file__).parents[3] / "glosario.toml"
"""Where a checkout keeps the glossary."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


class Termino(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A concept.

    `gemelos` are the twins that no identifier may use, in lower case, several words with spaces;
    a plural in «s» is meant with its singular. A word that also has a technical meaning is none.
    """

    palabra: str
    definicion: str
    gemelos: tuple[str, ...] = ()


class Glosario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All concepts, in the order of the file."""

    termino: tuple[Termino, ...]


def load_glosario(path: Path = GLOSARIO_FILE) -> tuple[Termino, ...]:
    """Return the concepts of the glossary."""
    return msgspec.toml.decode(path.read_bytes(), type=Glosario).termino


def words_of(identifier: str) -> tuple[str, ...]:
    """Return the words of an identifier, in lower case: `leerDosis_2` → leer, dosis, 2."""
    return tuple(word.lower() for word in _WORD.findall(identifier))


def find_twin(identifier: str, terminos: Iterable[Termino]) -> tuple[str, str] | None:
    """Return the first banned twin in an identifier and the word to use; `None` without one."""
    text = f" {' '.join(words_of(identifier))} "
    for termino in terminos:
        for gemelo in termino.gemelos:
            if re.search(rf" {re.escape(gemelo)}s? ", text):
                return gemelo, termino.palabra
    return None
