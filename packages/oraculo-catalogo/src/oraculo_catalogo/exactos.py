"""Reads the names that a message writes as they are, joined or split, or by a curated name."""

from collections.abc import Iterator, Sequence

from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad

from oraculo_catalogo.candidato import Alcance, Candidato
from oraculo_catalogo.correcciones import Tipos
from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.entidades import EntidadCatalogo
from oraculo_catalogo.frases import read_phrase
from oraculo_catalogo.indice import Frase, IndiceNombres
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.senales import announces
from oraculo_catalogo.temporadas import covers, find_periods, read_temporada

_WITHOUT_ARTICLES = 0.97
_JOINED = 0.98
_MAX_SPAN = 6


def exact_candidates(
    lectura: Lectura, diccionario: Diccionario, tipos: Tipos
) -> Iterator[Candidato]:
    """Yield the readings of a message that change no letter of it."""
    for kind, index in diccionario.indices.items():
        if kind in tipos:
            yield from _phrases(lectura, index)
    if TipoEntidad.PLAGA in tipos:
        for candidate in _phrases(lectura, diccionario.sin_articulos):
            yield candidate._replace(confianza=_WITHOUT_ARTICLES)
    if TipoEntidad.TEMPORADA in tipos:
        yield from _temporadas(lectura, diccionario)
    yield from _nicknames(lectura, diccionario, tipos)
    yield from _joined(lectura, diccionario, tipos)


def _itself(palabra: str) -> tuple[tuple[str, float], ...]:
    return ((palabra, 0.0),)


def _phrases(lectura: Lectura, indice: IndiceNombres) -> Iterator[Candidato]:
    for phrase in indice.phrases(lectura.palabras, _itself):
        if candidate := read_phrase(lectura, indice, phrase):
            yield candidate


def _nicknames(lectura: Lectura, diccionario: Diccionario, tipos: Tipos) -> Iterator[Candidato]:
    for start in range(len(lectura.palabras)):
        for nickname in diccionario.apodos.at(lectura.singulares, start):
            if nickname.tipo in tipos:
                yield Candidato(
                    tipo=nickname.tipo,
                    inicio=start,
                    fin=start + len(nickname.palabras),
                    nombre=nickname.nombre,
                    entidades=nickname.entidades,
                    alcance=Alcance.ENTERO,
                    metodo=MetodoEnlace.ALIAS,
                    confianza=1.0,
                    letras=sum(map(len, nickname.palabras)),
                    esperado=announces(lectura, start, nickname.tipo),
                )


def _joined(lectura: Lectura, diccionario: Diccionario, tipos: Tipos) -> Iterator[Candidato]:
    """Read «xcyte» and «x cyte» as «X-CYTE»."""
    words = lectura.palabras
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MAX_SPAN, len(words)) + 1):
            for kind, name in diccionario.compactos.get("".join(words[start:end])):
                if kind in tipos and name != words[start:end]:
                    phrase = Frase(start, end, name, 0.0)
                    candidate = read_phrase(lectura, diccionario.indices[kind], phrase)
                    if candidate:
                        yield candidate._replace(metodo=MetodoEnlace.COMPUESTO, confianza=_JOINED)


def _temporadas(lectura: Lectura, diccionario: Diccionario) -> Iterator[Candidato]:
    for written in find_periods(lectura.texto):
        found = tuple(
            entity
            for entity in diccionario.temporadas
            if (years := read_temporada(entity.nombre)) and covers(years, written.periodo)
        )
        start, end = lectura.words_between(written.inicio, written.fin)
        several_years = written.periodo.desde != written.periodo.hasta
        if found and start < end:
            yield Candidato(
                tipo=TipoEntidad.TEMPORADA,
                inicio=start,
                fin=end,
                nombre=found[0].nombre if len(found) == 1 else " a ".join(_ends(found)),
                entidades=found,
                alcance=Alcance.ENTERO if several_years else Alcance.DENTRO,
                metodo=MetodoEnlace.EXACTO,
                confianza=1.0,
                letras=written.fin - written.inicio,
            )


def _ends(temporadas: Sequence[EntidadCatalogo]) -> tuple[str, str]:
    return temporadas[0].nombre, temporadas[-1].nombre
