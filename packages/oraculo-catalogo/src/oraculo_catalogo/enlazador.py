"""The entity linker: reads the words of a message as entities of the catalogue."""

from collections.abc import Collection, Iterable

from oraculo_contracts.tipos import Mencion, TipoEntidad

from oraculo_catalogo import texto as _texto
from oraculo_catalogo.candidato import Candidato, choose
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.compuerta import is_on_subject, passes
from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.exactos import exact_candidates
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lecturas import with_synonyms
from oraculo_catalogo.lexico import is_ordinary, is_spanish
from oraculo_catalogo.tolerantes import (
    allowed_edits,
    misspelt_words,
    telling_runs,
    tolerant_candidates,
)

_ALL = frozenset(TipoEntidad)
_MAX_IDS = 2000
_MAX_LINE = 512


class Enlazador:
    """Links messages to one catalogue. Pure and safe to share between threads."""

    def __init__(self, catalogo: Catalogo) -> None:
        """Prepare the look-up structures; those for misspelt words are built at first use."""
        self._dictionary = Diccionario(catalogo)

    def tokens(self, texto: str) -> tuple[str, ...]:
        """Return the words of `texto`: lower case, without accents or marks."""
        return _texto.tokens(texto)

    def link(self, texto: str) -> tuple[Mencion, ...]:
        """Return what a message names, in the order of its words and without overlap."""
        reading = Lectura(texto)
        exact = list(exact_candidates(reading, self._dictionary, _ALL))
        on_subject = is_on_subject(exact, reading)
        candidates = [*exact, *self._corrected(reading, on_subject=on_subject)]
        passed = (c for c in candidates if passes(c, reading, en_tema=on_subject))
        found = self._mentions(reading, passed)
        return tuple(sorted(found, key=lambda mention: mention.inicio))

    def link_as(self, texto: str, tipo: TipoEntidad) -> Mencion | None:
        """Return what `texto` names, knowing that it names something of type `tipo`.

        The longest phrase wins; a misspelt one must be longer than any that is written well.
        An ingredient is meant when its words hold the words of the phrase in a row, and only
        then.
        """
        reading = Lectura(texto)
        kinds = frozenset({tipo})
        candidates = list(exact_candidates(reading, self._dictionary, kinds))
        if wrong := misspelt_words(reading, self._dictionary, kinds):
            candidates += tolerant_candidates(
                reading, self._dictionary, kinds, erradas=wrong, seguro=True
            )
        return next(iter(self._mentions(reading, candidates)), None)

    def correct(self, token: str) -> str | None:
        """Return the word of the records' texts that a folded, misspelt word stands for.

        `None` for a word that the texts or everybody knows, and for one with nothing near it.
        """
        if token in self._dictionary.palabras_del_vocabulario or is_spanish(token):
            return None
        near = self._dictionary.vocabulario.near(token, allowed_edits(len(token), seguro=True))
        return near[0].palabra if near else None

    def _corrected(self, lectura: Lectura, *, on_subject: bool) -> Iterable[Candidato]:
        """Return the readings with a corrected word.

        In a message that says one thing only, every word that is not ordinary as it stands may
        be misspelt; in others, inflections of ordinary words are left alone too.
        """
        says_one_thing = len(list(telling_runs(lectura))) == 1
        known = is_ordinary if says_one_thing else is_spanish
        unknown = misspelt_words(lectura, self._dictionary, _ALL)
        wrong = frozenset(word for word in unknown if not known(word))
        if not wrong:
            return ()
        return tolerant_candidates(
            lectura, self._dictionary, _ALL, erradas=wrong, seguro=on_subject or says_one_thing
        )

    def _mentions(self, lectura: Lectura, candidatos: Iterable[Candidato]) -> Collection[Mencion]:
        """Return the chosen readings as mentions, the best first."""
        lengths = tuple(map(len, lectura.palabras))
        return [
            _mention(lectura, with_synonyms(candidate, self._dictionary.catalogo))
            for candidate in choose(candidatos, lengths)
        ]


def _mention(lectura: Lectura, candidato: Candidato) -> Mencion:
    start, end = lectura.offsets(candidato.inicio, candidato.fin)
    return Mencion(
        tipo=candidato.tipo,
        nombre=candidato.nombre[:_MAX_LINE],
        ids=tuple(entity.id for entity in candidato.entidades[:_MAX_IDS]),
        texto=lectura.texto[start:end][:_MAX_LINE],
        inicio=start,
        fin=end,
        confianza=round(candidato.confianza, 3),
        metodo=candidato.metodo,
    )
