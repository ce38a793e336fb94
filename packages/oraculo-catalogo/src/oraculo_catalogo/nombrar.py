"""What a record names: every name with its type, before any catalogue exists."""

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.fichas import Ensayo, Etiqueta, Uso
from oraculo_catalogo.objetivos import parse_objetivo
from oraculo_catalogo.partes import cultivos, empresa_words, ensayo_products, is_nothing
from oraculo_catalogo.temporadas import read_temporada
from oraculo_catalogo.texto import tokens


class Nombre(NamedTuple):
    """A name as the record writes it, and its folded words."""

    tipo: TipoEntidad
    escrito: str
    palabras: tuple[str, ...]


@singledispatch
def names_in(ficha: Ensayo | Etiqueta | Uso) -> Iterator[Nombre]:
    """Yield the names that a record holds, repeats included."""
    raise TypeError(f"{type(ficha).__name__} is no record of the catalogue.")


@names_in.register
def _(ficha: Ensayo) -> Iterator[Nombre]:
    for part in ensayo_products(ficha.producto or ""):
        yield from _name(TipoEntidad.PRODUCTO, part)
    for part in cultivos(ficha.cultivo or ""):
        yield from _name(TipoEntidad.CULTIVO, part)
    yield from _name(TipoEntidad.VARIEDAD, ficha.variedad)
    yield from _empresa(ficha.empresa)
    if ficha.temporada and (years := read_temporada(ficha.temporada)):
        words = tuple(dict.fromkeys(map(str, years)))
        yield Nombre(TipoEntidad.TEMPORADA, "-".join(words), words)


@names_in.register
def _(ficha: Etiqueta) -> Iterator[Nombre]:
    yield from _name(TipoEntidad.PRODUCTO, ficha.nombre)
    for ingrediente in ficha.ingredientes:
        yield from _name(TipoEntidad.INGREDIENTE, ingrediente.nombre)
    for objetivo in ficha.objetivos:
        yield from _plagas(objetivo)
    yield from _empresa(ficha.titular)
    for uso in ficha.usos:
        yield from names_in(uso)


@names_in.register
def _(ficha: Uso) -> Iterator[Nombre]:
    for part in cultivos(ficha.cultivo):
        yield from _name(TipoEntidad.CULTIVO, part)
    yield from _plagas(ficha.plaga)


def _name(tipo: TipoEntidad, escrito: str | None) -> Iterator[Nombre]:
    if escrito and not is_nothing(escrito):
        yield Nombre(tipo, escrito, tokens(escrito))


def _empresa(escrito: str | None) -> Iterator[Nombre]:
    if escrito and not is_nothing(escrito):
        yield Nombre(TipoEntidad.EMPRESA, escrito, empresa_words(escrito))


def _plagas(objetivo: str) -> Iterator[Nombre]:
    for name in parse_objetivo(objetivo).nombres:
        yield from _name(TipoEntidad.PLAGA, name)


def plaga_texts(ficha: Ensayo | Etiqueta | Uso) -> tuple[str, ...]:
    """Return the texts of a record in which pests are named."""
    match ficha:
        case Ensayo():
            return ()
        case Etiqueta():
            return (*ficha.objetivos, *(uso.plaga for uso in ficha.usos))
        case Uso():
            return (ficha.plaga,)
