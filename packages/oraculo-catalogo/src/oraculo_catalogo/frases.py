"""Turns phrases found in a message into candidates of one type."""

from collections.abc import Iterable

from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad

from oraculo_catalogo.candidato import Alcance, Candidato
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.entidades import EntidadCatalogo
from oraculo_catalogo.indice import Frase, IndiceNombres
from oraculo_catalogo.lectura import Lectura, is_locant_name
from oraculo_catalogo.lexico import empty_keys, is_ordinary, load_words
from oraculo_catalogo.plural import singular
from oraculo_catalogo.senales import announces

_CORRECTED, _LEAST = 0.97, 0.3
_COST_OF_AN_EDIT = 1.2
_MIN_PART, _MIN_START = 5, 4
_MIN_SHARE = 0.2
"""Of the letters of the shortest name: less names no part that people would ask by."""


def read_phrase(lectura: Lectura, indice: IndiceNombres, frase: Frase) -> Candidato | None:
    """Return what a phrase names, or `None` when it is too small a part of a name to tell."""
    entities = indice.containing(frase.palabras)
    if not entities or not _is_telling(indice, frase.palabras, entities):
        return None
    reach = _reach(indice, frase.palabras, entities)
    letters = sum(map(len, frase.palabras))
    named = reach >= Alcance.MARCA or len(entities) == 1
    return Candidato(
        tipo=indice.tipo,
        inicio=frase.inicio,
        fin=frase.fin,
        nombre=entities[0].nombre if named else " ".join(frase.palabras),
        entidades=entities,
        alcance=reach,
        metodo=MetodoEnlace.TIPEO if frase.costo else MetodoEnlace.EXACTO,
        confianza=_confidence(frase.costo, letters),
        letras=letters,
        esperado=announces(lectura, frase.inicio, indice.tipo),
    )


def _confidence(costo: float, letras: int) -> float:
    """Return 1 for words as they are; below any exact reading, and less by each wrong letter."""
    return max(_LEAST, _CORRECTED - _COST_OF_AN_EDIT * costo / letras) if costo else 1.0


def _is_telling(
    indice: IndiceNombres, palabras: tuple[str, ...], entidades: Iterable[EntidadCatalogo]
) -> bool:
    """Tell whether words point at a name: its beginning, or a word of it that is its own."""
    whole = indice.is_whole(palabras)
    if empty_keys().issuperset(map(singular, palabras)):
        return indice.tipo is TipoEntidad.CULTIVO or (whole and len(palabras) > 1)
    if whole:
        return True
    codes = load_words("formulaciones")
    if all(len(word) == 1 or word.isdigit() or word in codes for word in palabras):
        return is_locant_name(palabras) and indice.starts_a_name(palabras)
    letters = sum(map(len, palabras))
    if letters < _MIN_SHARE * min(len(entity.formas[0]) for entity in entidades):
        return False
    of_ingrediente = indice.tipo is TipoEntidad.INGREDIENTE
    own = any(
        len(word) >= _MIN_PART and (of_ingrediente or not is_ordinary(word)) for word in palabras
    )
    return own or (letters >= _MIN_START and indice.starts_a_name(palabras))


def _reach(
    indice: IndiceNombres, palabras: tuple[str, ...], entidades: Iterable[EntidadCatalogo]
) -> Alcance:
    if indice.is_whole(palabras):
        return Alcance.DENTRO if next(iter(entidades)).es_fragmento else Alcance.ENTERO
    if indice.tipo is TipoEntidad.PRODUCTO and _is_brand(palabras, entidades):
        return Alcance.MARCA
    return Alcance.COMIENZO if indice.starts_a_name(palabras) else Alcance.DENTRO


def _is_brand(palabras: tuple[str, ...], entidades: Iterable[EntidadCatalogo]) -> bool:
    """Tell whether only a formulation follows the words in some product's name."""
    codes = load_words("formulaciones")
    tails = (
        form.split()[len(palabras) :]
        for entity in entidades
        for form in entity.formas
        if tuple(form.split()[: len(palabras)]) == palabras
    )
    return any(
        all(len(word) == 1 or word[0].isdigit() or word in codes for word in tail) for tail in tails
    )


def with_synonyms(candidato: Candidato, catalogo: Catalogo) -> Candidato:
    """Add what the named entity stands for as well: the common names of a species."""
    if candidato.alcance is not Alcance.ENTERO:
        return candidato
    known = {entity.id for entity in candidato.entidades}
    others = [
        entity
        for id_ in candidato.entidades[0].sinonimos
        if id_ not in known and (entity := catalogo.get(id_))
    ]
    if not others:
        return candidato
    method = MetodoEnlace.SINONIMO if candidato.metodo is MetodoEnlace.EXACTO else candidato.metodo
    return candidato._replace(entidades=(*candidato.entidades, *others), metodo=method)
