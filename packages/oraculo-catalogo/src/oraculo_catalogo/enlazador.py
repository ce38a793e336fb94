"""The entity linker: reads the words of a message as entities of the catalogue."""

from collections.abc import Iterable, Iterator
from itertools import islice

from oraculo_contracts.tipos import Mencion, TipoEntidad

from oraculo_catalogo import texto as _texto
from oraculo_catalogo.candidato import Candidato, choose
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.compuerta import is_on_subject, names_surely, passes
from oraculo_catalogo.correcciones import allowed_edits, find_misspelt
from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.exactos import exact_candidates
from oraculo_catalogo.frases import with_synonyms
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lexico import is_inflected, is_ordinary
from oraculo_catalogo.tolerantes import telling_runs, tolerant_candidates, whole_names

_ALL = frozenset(TipoEntidad)
_MAX_MENCIONES, _MAX_IDS, _MAX_LINE = 64, 2000, 512
"""What an event can carry of mentions, ids and characters of a line."""


class Enlazador:
    """Links messages to one catalogue. Pure and safe to share between threads."""

    def __init__(self, catalogo: Catalogo) -> None:
        """Prepare the look-up structures; those for misspelt words are built at first use."""
        self._dictionary = Diccionario(catalogo)

    def tokens(self, texto: str) -> tuple[str, ...]:
        """Return the words of `texto`: lower case, without accents or marks."""
        return _texto.tokens(texto)

    def link(self, texto: str) -> tuple[Mencion, ...]:
        """Return what a message names: at most 64 mentions, in order and without overlap."""
        reading = Lectura(texto)
        exact = list(exact_candidates(reading, self._dictionary, _ALL))
        on_subject = is_on_subject(exact, reading)
        candidates = [*exact, *self._corrected(reading, sure=names_surely(exact, reading))]
        passed = (c for c in candidates if passes(c, reading, en_tema=on_subject))
        best = islice(self._menciones(reading, passed), _MAX_MENCIONES)
        return tuple(sorted(best, key=lambda found: found.inicio))

    def link_as(self, texto: str, tipo: TipoEntidad) -> Mencion | None:
        """Return what `texto` names, knowing that it names something of type `tipo`.

        The longest phrase wins; a misspelt one must be longer than any that is written well.
        An ingredient is meant when its words hold the words of the phrase in a row, and only
        then.
        """
        reading, kinds, names = Lectura(texto), frozenset({tipo}), self._dictionary
        candidates = list(exact_candidates(reading, names, kinds))
        wrong = find_misspelt(reading, names, kinds, es_conocida=is_ordinary, seguro=True)
        if wrong.libres or wrong.dudosas or not candidates:
            candidates += tolerant_candidates(reading, names, kinds, wrong)
            everything = (0, len(reading.palabras))
            candidates += whole_names(reading, names, kinds, (*telling_runs(reading), everything))
        return next(self._menciones(reading, candidates), None)

    def correct(self, token: str) -> str | None:
        """Return the word of the records' texts that a folded, misspelt word stands for.

        `None` for a word that the texts or everybody knows, and for one with nothing near it.
        """
        if token in self._dictionary.palabras_del_vocabulario or is_inflected(token):
            return None
        near = self._dictionary.vocabulario.near(token, allowed_edits(len(token), seguro=True))
        return near[0].palabra if near else None

    def _corrected(self, lectura: Lectura, *, sure: bool) -> Iterator[Candidato]:
        """Yield the readings with a corrected word.

        Inflections of ordinary words are spelt well; but in a message of one name of several
        words and nothing else («que es brav 720»), only ordinary words as they stand are.
        """
        names = self._dictionary
        runs = telling_runs(lectura)
        one_thing = len(runs) == 1 and not any(
            is_ordinary(word) and not names.knows(word, _ALL)
            for word in lectura.palabras[slice(*runs[0])]
        )
        several = one_thing and runs[0][1] - runs[0][0] > 1
        known = is_ordinary if several else is_inflected
        wrong = find_misspelt(lectura, names, _ALL, es_conocida=known, seguro=sure or one_thing)
        if wrong.libres or wrong.dudosas:
            yield from tolerant_candidates(lectura, names, _ALL, wrong)
        if wrong.libres and wrong.seguro:
            misspelt = (r for r in runs if not wrong.libres.isdisjoint(lectura.palabras[slice(*r)]))
            yield from whole_names(lectura, names, _ALL, tuple(misspelt))

    def _menciones(self, lectura: Lectura, candidatos: Iterable[Candidato]) -> Iterator[Mencion]:
        """Yield the chosen readings as mentions, the best first."""
        lengths = tuple(map(len, lectura.palabras))
        for candidate in choose(candidatos, lengths):
            yield _mencion(lectura, with_synonyms(candidate, self._dictionary.catalogo))


def _mencion(lectura: Lectura, candidato: Candidato) -> Mencion:
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
