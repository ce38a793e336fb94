"""A message as the linker reads it: its words, and what they tell about its subject."""

from functools import cached_property

from oraculo_catalogo.lexico import is_ordinary, load_words, silent_words
from oraculo_catalogo.plural import singulars
from oraculo_catalogo.texto import tokenize

_MIN_LOCANT_NAME = 3
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "mi", "mis"})


def is_locant_name(palabras: tuple[str, ...]) -> bool:
    """Tell whether words are numbers and letters as a chemical's name has them: «2,4-D»."""
    return (
        len(palabras) >= _MIN_LOCANT_NAME
        and palabras[0].isdigit()
        and any(map(str.isalpha, palabras))
        and all(len(word) == 1 for word in palabras)
    )


class Lectura:
    """A text with its words. Spans are of words, the end excluded."""

    def __init__(self, texto: str) -> None:
        """Split `texto` into words."""
        self.texto = texto
        self.tokens = tokenize(texto)
        self.palabras = tuple(token.texto for token in self.tokens)

    @cached_property
    def singulares(self) -> tuple[str, ...]:
        """The plural keys of the words."""
        return singulars(self.palabras)

    @cached_property
    def es_de_dominio(self) -> bool:
        """Whether a word of the message belongs to the subject."""
        return not load_words("dominio").isdisjoint(self.palabras)

    def offsets(self, inicio: int, fin: int) -> tuple[int, int]:
        """Return where a span of words stands in the text, in characters."""
        return self.tokens[inicio].inicio, self.tokens[fin - 1].fin

    def words_between(self, inicio: int, fin: int) -> tuple[int, int]:
        """Return the span of words that touches characters `inicio` to `fin`."""
        start = sum(token.fin <= inicio for token in self.tokens)
        return start, sum(token.inicio < fin for token in self.tokens)

    def is_alone(self, inicio: int, fin: int) -> bool:
        """Tell whether nothing around a span of words says anything of its own."""
        around = (*self.palabras[:inicio], *self.palabras[fin:])
        return silent_words().issuperset(around)

    def is_weak(self, inicio: int, fin: int) -> bool:
        """Tell whether a span of words is made of ordinary words, marks and numbers only."""
        if is_locant_name(self.palabras[inicio:fin]):
            return False
        return all(
            len(word) == 1 or word.isdigit() or is_ordinary(word)
            for word in self.palabras[inicio:fin]
        )

    def is_silent(self, inicio: int, fin: int) -> bool:
        """Tell whether a span of words says nothing of its own."""
        return silent_words().issuperset(self.palabras[inicio:fin])

    def cue_before(self, inicio: int, senales: frozenset[str]) -> bool:
        """Tell whether one of `senales` comes right before word `inicio`, joining words apart."""
        links = load_words("enlaces")
        place = inicio - 1
        while place >= 0 and self.palabras[place] in links:
            place -= 1
        return place >= 0 and self.palabras[place] in senales

    def comes_after(self, inicio: int, palabra: str) -> bool:
        """Tell whether `palabra` comes right before word `inicio`, an article apart."""
        place = inicio - 1
        if place > 0 and self.palabras[place] in _ARTICLES:
            place -= 1
        return place >= 0 and self.palabras[place] == palabra

    def is_capitalised(self, inicio: int, fin: int) -> bool:
        """Tell whether a span is written as a name amid words that are not."""

        def capital(place: int) -> bool:
            return self.texto[self.tokens[place].inicio].isupper()

        neighbours = [place for place in (inicio - 1, fin) if 0 <= place < len(self.tokens)]
        return (
            inicio > 0
            and all(map(capital, range(inicio, fin)))
            and not any(map(capital, neighbours))
        )
