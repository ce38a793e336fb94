"""Gathers the names of all records into the entities of a catalogue. Deterministic."""

from collections import Counter, defaultdict
from collections.abc import Iterable, MutableMapping, Sequence

import msgspec
from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.alias import known_cultivos
from oraculo_catalogo.entidades import Clave, EntidadCatalogo, id_of, key_of, key_of_name
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_catalogo.fragmentos import find_fragments
from oraculo_catalogo.nombrar import names_in
from oraculo_catalogo.partes import ensayo_products
from oraculo_catalogo.reconocer import Reconocedor
from oraculo_catalogo.sinonimos import learn_synonyms

_MAX_NAME = 512
_MAX_FORMS = 12
Escrituras = MutableMapping[Clave, Counter[tuple[str, tuple[str, ...]]]]


def build_entities(
    ensayos: Iterable[Ensayo], etiquetas: Iterable[Etiqueta]
) -> tuple[EntidadCatalogo, ...]:
    """Return the entities that the records name, ordered by type and id.

    A crop of the known list that no record names is there as well, with `n_registros` 0: so
    that «no hay nada de duraznero» can be said.
    """
    fichas = sorted([*ensayos, *etiquetas], key=lambda ficha: ficha.id)
    entities = _entities(_collect(fichas))
    recognise = Reconocedor({key: entity.id for key, entity in entities.items()})
    counts = Counter(id_ for ficha in fichas for id_ in recognise.ids_of(ficha))
    counted = {
        entity.id: msgspec.structs.replace(entity, n_registros=counts[entity.id])
        for entity in entities.values()
    }
    labels = [ficha for ficha in fichas if isinstance(ficha, Etiqueta)]
    fragments = find_fragments(counted, labels)
    synonyms = learn_synonyms(counted, labels)
    return tuple(
        msgspec.structs.replace(
            counted[id_], sinonimos=synonyms.get(id_, ()), es_fragmento=id_ in fragments
        )
        for id_ in sorted(counted)
    )


def _collect(fichas: Sequence[Ensayo | Etiqueta]) -> Escrituras:
    spellings: defaultdict[Clave, Counter[tuple[str, tuple[str, ...]]]] = defaultdict(Counter)
    for ficha in fichas:
        for nombre in names_in(ficha):
            if nombre.palabras:
                key = key_of(nombre.tipo, nombre.palabras)
                spellings[key][nombre.escrito, nombre.palabras] += 1
    for key in _ingredientes_in_joint_names(fichas, spellings):
        del spellings[key]
    named = {word for key in spellings if key[0] is TipoEntidad.CULTIVO for word in key[1].split()}
    for name, words in known_cultivos():
        key = key_of(TipoEntidad.CULTIVO, words)
        if key in spellings or key[1] not in named:
            spellings[key][name, words] += 0
    return spellings


def _ingredientes_in_joint_names(
    fichas: Iterable[Ensayo | Etiqueta], escrituras: Escrituras
) -> set[Clave]:
    """Return the «products» that are but an ingredient named in a trial of several things."""
    ingredientes = {
        words.replace(" ", "") for tipo, words in escrituras if tipo is TipoEntidad.INGREDIENTE
    }
    parts = {
        key_of_name(TipoEntidad.PRODUCTO, part)
        for ficha in fichas
        if isinstance(ficha, Ensayo)
        for part in ensayo_products(ficha.producto or "")[1:]
    }
    labels = {
        key_of_name(TipoEntidad.PRODUCTO, ficha.nombre)
        for ficha in fichas
        if isinstance(ficha, Etiqueta)
    }
    return {key for key in parts - labels if key[1] in ingredientes}


def _entities(escrituras: Escrituras) -> dict[Clave, EntidadCatalogo]:
    entities: dict[Clave, EntidadCatalogo] = {}
    for key, spellings in sorted(escrituras.items()):
        forms = sorted({words for _, words in spellings}, key=lambda words: (len(words), words))
        shortest = min(forms, key=lambda words: (len(" ".join(words)), words))
        written, _ = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
        entities[key] = EntidadCatalogo(
            id=id_of(key[0], shortest),
            tipo=key[0],
            nombre=written[:_MAX_NAME],
            formas=tuple(" ".join(words) for words in forms[:_MAX_FORMS]),
        )
    return entities
