"""Keeps ordinary words from being read as names: without it a third of all small talk is."""

from collections.abc import Collection

from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad

from oraculo_catalogo.candidato import Alcance, Candidato
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lexico import load_words

_FEW_RECORDS = 3
_LONG = 8
_HARDLY_MISSPELT = 0.8


def is_doubtful(candidato: Candidato, lectura: Lectura) -> bool:
    """Tell whether the words of a reading mean something else as a rule.

    So does an ordinary word, a word from inside a longer name, and a bare year. The whole name
    of a pest or a crop is not in doubt when it has two words: «mosca blanca».
    """
    if candidato.tipo is TipoEntidad.TEMPORADA:
        return candidato.alcance is not Alcance.ENTERO
    single = candidato.fin - candidato.inicio == 1
    if single and _is_small_part(candidato):
        return True
    if candidato.alcance is Alcance.ENTERO and not single:
        return candidato.tipo is TipoEntidad.PRODUCTO and _is_weak(candidato, lectura)
    return _is_weak(candidato, lectura)


def _is_small_part(candidato: Candidato) -> bool:
    """Tell whether a word is from inside a name, or begins names that hardly any record has."""
    if candidato.alcance is Alcance.COMIENZO:
        records = sum(entity.n_registros for entity in candidato.entidades)
        return candidato.tipo is not TipoEntidad.PRODUCTO and records < _FEW_RECORDS
    return candidato.alcance is Alcance.DENTRO


def _is_weak(candidato: Candidato, lectura: Lectura) -> bool:
    return lectura.is_weak(candidato.inicio, candidato.fin)


def is_on_subject(candidatos: Collection[Candidato], lectura: Lectura) -> bool:
    """Tell whether a message is about the catalogue's things.

    It is by a word of the subject, by a sure name, or by a pest «en» a crop.
    """
    if lectura.es_de_dominio or names_surely(candidatos, lectura):
        return True
    cultivos = [c for c in candidatos if c.tipo is TipoEntidad.CULTIVO and c.esperado]
    return any(
        c.tipo is TipoEntidad.PLAGA and not c.overlaps(cultivo)
        for c in candidatos
        for cultivo in cultivos
    )


def names_surely(candidatos: Collection[Candidato], lectura: Lectura) -> bool:
    """Tell whether one of the readings is beyond doubt."""
    return any(not is_doubtful(candidate, lectura) for candidate in candidatos)


def passes(candidato: Candidato, lectura: Lectura, *, en_tema: bool) -> bool:
    """Tell whether a reading is let through.

    One in doubt passes when nothing else is left to read in the message, when the words before
    it announce it, or when the message is on the subject; a part of a name needs both, and a
    brand that is an ordinary word («Break») an announcement or its capital.
    """
    start, end = candidato.inicio, candidato.fin
    if lectura.is_silent(start, end) and not candidato.esperado:
        return False
    if candidato.metodo is MetodoEnlace.TIPEO and not _is_sound(candidato, lectura, en_tema):
        return False
    if not is_doubtful(candidato, lectura) or lectura.is_alone(start, end):
        return True
    return _is_announced(candidato, lectura, en_tema)


def _is_announced(candidato: Candidato, lectura: Lectura, en_tema: bool) -> bool:  # noqa: FBT001
    """Tell whether the rest of the message makes a reading in doubt likely."""
    if candidato.alcance < Alcance.MARCA:
        # «Arañita en nogal» where two labels fight mites: the beginning of a rare name will do.
        begins_plaga = candidato.alcance is Alcance.COMIENZO and candidato.tipo is TipoEntidad.PLAGA
        return en_tema and (candidato.esperado or begins_plaga)
    if candidato.tipo is not TipoEntidad.PRODUCTO or _is_long_name(candidato):
        return candidato.esperado or en_tema
    start, end = candidato.inicio, candidato.fin
    return (
        candidato.esperado
        or lectura.cue_before(start, load_words("senales_producto"))
        or lectura.is_capitalised(start, end)
    )


def _is_sound(candidato: Candidato, lectura: Lectura, en_tema: bool) -> bool:  # noqa: FBT001
    """Tell whether a correction leads to enough of a name.

    A single word must be the beginning of one; off the subject, and amid other words, all of
    one that is long, hardly misspelt, and no rarity.
    """
    start, end = candidato.inicio, candidato.fin
    if end - start > 1:
        return True
    if en_tema or lectura.is_alone(start, end):
        return candidato.alcance >= Alcance.COMIENZO
    frequent = max(entity.n_registros for entity in candidato.entidades) >= _FEW_RECORDS
    return (
        candidato.alcance >= Alcance.MARCA
        and candidato.letras >= _LONG
        and candidato.confianza >= _HARDLY_MISSPELT
        and (frequent or candidato.tipo is TipoEntidad.PRODUCTO)
    )


def _is_long_name(candidato: Candidato) -> bool:
    return candidato.alcance is Alcance.ENTERO and candidato.fin - candidato.inicio > 1
