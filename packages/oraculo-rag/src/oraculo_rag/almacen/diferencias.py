"""What changed in the register between two loads: new, gone and changed labels."""

from collections.abc import Iterator, Sequence

import msgspec
from oraculo_catalogo.fichas import Etiqueta, Ingrediente, Uso

from oraculo_rag.almacen.manifiesto import Conocido

_UNICOS = ("nombre", "formulacion", "clase", "titular", "estado")
_VARIOS = ("autorizaciones", "grupos_quimicos", "objetivos", "categorias")
_DE_USO = ("dosis", "carencia", "reingreso", "mojamiento", "observaciones")

Textos = tuple[str, ...]


class Cambio(msgspec.Struct, frozen=True, kw_only=True):
    """One field that is not as it was. An absent value is an empty tuple."""

    campo: str
    """A field of the label or, with `uso`, of that use; «usos» where uses came or went."""
    uso: str | None = None
    """«Cerezo · Trips»."""
    antes: Textos = ()
    """Of a field of several values: only those that left."""
    despues: Textos = ()
    """Of a field of several values: only those that came."""


class Cambiada(msgspec.Struct, frozen=True, kw_only=True):
    """A label that both loads have, and what changed in it."""

    id: str
    nombre: str
    """In the later load."""
    cambios: tuple[Cambio, ...]


class Diferencias(msgspec.Struct, frozen=True, kw_only=True):
    """The differences, each in the order of the load that has the label."""

    nuevos: tuple[Etiqueta, ...] = ()
    retirados: tuple[Etiqueta, ...] = ()
    cambiados: tuple[Cambiada, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nuevos or self.retirados or self.cambiados)


def compare(antes: Conocido, despues: Conocido) -> Diferencias:
    """Return what changed in the labels from one load to the other.

    The same label is the one with the same id. Where a label stands in its file, and the order of
    its values, are no differences.
    """
    before = {label.id: label for label in antes.etiquetas}
    after = {label.id: label for label in despues.etiquetas}
    both = ((before[id_], label) for id_, label in after.items() if id_ in before)
    changed = ((label, tuple(_changes(old, label))) for old, label in both)
    return Diferencias(
        nuevos=tuple(label for id_, label in after.items() if id_ not in before),
        retirados=tuple(label for id_, label in before.items() if id_ not in after),
        cambiados=tuple(
            Cambiada(id=label.id, nombre=label.nombre, cambios=changes)
            for label, changes in changed
            if changes
        ),
    )


def _changes(old: Etiqueta, new: Etiqueta) -> Iterator[Cambio]:
    for campo in _UNICOS:
        yield from _single(campo, getattr(old, campo), getattr(new, campo))
    for campo in _VARIOS:
        yield from _several(campo, getattr(old, campo), getattr(new, campo))
    yield from _several(
        "ingredientes",
        [_ingrediente(ingrediente) for ingrediente in old.ingredientes],
        [_ingrediente(ingrediente) for ingrediente in new.ingredientes],
    )
    yield from _use_changes(_by_subject(old.usos), _by_subject(new.usos))


def _use_changes(old: dict[str, list[Uso]], new: dict[str, list[Uso]]) -> Iterator[Cambio]:
    """Compare field by field where crop and pest have one use each, and whole uses elsewhere."""
    for subject in dict.fromkeys([*old, *new]):
        match old.get(subject, []), new.get(subject, []):
            case [before], [after]:
                for campo in _DE_USO:
                    values = getattr(before, campo), getattr(after, campo)
                    yield from _single(campo, *values, uso=subject)
            case before, after:
                yield from _several(
                    "usos", [_use(use) for use in before], [_use(use) for use in after], subject
                )


def _single(
    campo: str, old: str | None, new: str | None, uso: str | None = None
) -> Iterator[Cambio]:
    if old != new:
        yield Cambio(campo=campo, uso=uso, antes=_present(old), despues=_present(new))


def _several(
    campo: str, old: Sequence[str], new: Sequence[str], uso: str | None = None
) -> Iterator[Cambio]:
    left = tuple(value for value in old if value not in new)
    came = tuple(value for value in new if value not in old)
    if left or came:
        yield Cambio(campo=campo, uso=uso, antes=left, despues=came)


def _present(value: str | None) -> Textos:
    return () if value is None else (value,)


def _by_subject(usos: Sequence[Uso]) -> dict[str, list[Uso]]:
    found: dict[str, list[Uso]] = {}
    for use in usos:
        found.setdefault(f"{use.cultivo} · {use.plaga}", []).append(use)
    return found


def _use(use: Uso) -> str:
    values = ((campo, getattr(use, campo)) for campo in _DE_USO)
    return "; ".join(f"{campo} {value}" for campo, value in values if value is not None)


def _ingrediente(ingrediente: Ingrediente) -> str:
    role = {True: "activo", False: "coformulante", None: None}[ingrediente.activo]
    amount = ingrediente.concentracion
    name = f"{ingrediente.nombre} {amount}" if amount else ingrediente.nombre
    return f"{name} ({role})" if role else name
