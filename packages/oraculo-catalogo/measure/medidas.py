"""What is measured: whether a question leads to the complete set, or to the right product."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from erratas import CLASES, misspell
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import Mencion, TipoEntidad
from oraculos import Conjunto

Enlace = Callable[[str], Mencion | None]


class Cifra(NamedTuple):
    """A figure with its goal: `al_menos` or, for false links, at most."""

    nombre: str
    casos: int
    valores: Mapping[str, float]
    fallos: tuple[str, ...] = ()


class Banco:
    """A linker with the records that its ids lead to."""

    def __init__(self, etiquetas: Iterable[Etiqueta], ensayos: Iterable[Ensayo]) -> None:
        """Build the catalogue of the records."""
        labels, ensayos = tuple(etiquetas), tuple(ensayos)
        words = (text for label in labels for text in label.objetivos)
        self.catalogo = Catalogo.build(ensayos, labels, coleccion="medida", vocabulario=words)
        self.enlazador = Enlazador(self.catalogo)
        self._records: defaultdict[str, set[str]] = defaultdict(set)
        for record in (*labels, *ensayos):
            for id_ in self.catalogo.ids_of(record):
                self._records[id_].add(record.id)

    def records(self, ids: Iterable[str]) -> Conjunto:
        """Return the records that carry one of the ids."""
        return frozenset(record for id_ in ids for record in self._records[id_])

    def linked_as(self, tipo: TipoEntidad) -> Enlace:
        """Return a reader of texts known to name a thing of a type."""
        return lambda texto: self.enlazador.link_as(texto, tipo)

    def linked_in(self, plantilla: str, tipo: TipoEntidad) -> Enlace:
        """Return a reader of messages made of a template and a name."""

        def read(texto: str) -> Mencion | None:
            found = self.enlazador.link(plantilla.format(texto))
            return next((mencion for mencion in found if mencion.tipo is tipo), None)

        return read


def complete_sets(
    nombre: str, banco: Banco, enlace: Enlace, casos: Iterable[tuple[str, Conjunto]]
) -> Cifra:
    """Measure mean recall and precision of the sets that questions lead to."""
    recalls: list[float] = []
    precisions: list[float] = []
    failures: list[str] = []
    for text, wanted in casos:
        mencion = enlace(text)
        found = banco.records(mencion.ids) if mencion else frozenset[str]()
        hits = len(found & wanted)
        recalls.append(hits / len(wanted))
        precisions.append(hits / len(found) if found else 0.0)
        if hits != len(wanted) or len(found) != hits:
            failures.append(f"{text}: {hits} of {len(wanted)}, {len(found) - hits} wrong")
    values = {"exhaustividad": _mean(recalls), "precision": _mean(precisions)}
    return Cifra(nombre, len(recalls), values, tuple(failures))


def first_places(
    nombre: str, banco: Banco, enlace: Enlace, casos: Iterable[tuple[str, Conjunto]]
) -> Cifra:
    """Measure how often the first entity of a mention is the one that bears the records."""
    right: list[float] = []
    failures: list[str] = []
    for text, wanted in casos:
        mencion = enlace(text)
        hit = mencion is not None and wanted <= banco.records(mencion.ids[:1])
        right.append(hit)
        if not hit:
            failures.append(f"{text}: {mencion.ids[0] if mencion else None}")
    return Cifra(nombre, len(right), {"primer_lugar": _mean(right)}, tuple(failures))


def with_errors(
    casos: Iterable[tuple[str, Conjunto]], *, errores: int, semilla: int = 20261124
) -> list[tuple[str, Conjunto]]:
    """Return the cases misspelt, each in its own way, the same at every run."""
    chance = random.Random(semilla)  # noqa: S311 - repeatable, not secret
    misspelt: list[tuple[str, Conjunto]] = []
    for number, (text, wanted) in enumerate(casos):
        for step in range(errores):
            text = misspell(text, CLASES[(number + step) % len(CLASES)], chance)  # noqa: PLW2901
        misspelt.append((text, wanted))
    return misspelt


def _mean(valores: list[float]) -> float:
    return sum(valores) / len(valores) if valores else 0.0
