"""Changes of an object's fields."""

from collections.abc import Iterator

from msgspec import UNSET

from oraculo_contracts.compat.changes import Change, Effect
from oraculo_contracts.compat.model import Schema
from oraculo_contracts.compat.normalise import canonical


def compare_required(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    """Yield the changes of what an object must have."""
    for name in sorted(set(new.required) - set(old.required)):
        detalle = (
            "pasó a ser obligatorio" if name in old.properties else "se agregó un campo obligatorio"
        )
        yield Change(_at(campo, name), Effect.BREAKING, detalle)
    for name in sorted(set(old.required) - set(new.required)):
        if name in new.properties:
            yield Change(_at(campo, name), Effect.CONSUMERS_FIRST, "pasó a ser opcional")
        else:
            yield Change(_at(campo, name), Effect.BREAKING, "se quitó un campo obligatorio")


def compare_optional(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    """Yield the optional fields that came, went, or changed their default.

    Unknown fields are ignored, so that neither harms a record. A map is no record: what it
    holds under the name of a new field was written before the field had a meaning.
    """
    for name in sorted(set(new.properties) - set(old.properties) - set(new.required)):
        yield _added(old, _at(campo, name))
    for name in sorted(set(old.properties) - set(new.properties) - set(old.required)):
        yield _removed(new, _at(campo, name))
    for name in shared_fields(old, new):
        if name not in {*old.required, *new.required}:
            yield from _compare_default(old.properties[name], new.properties[name], campo, name)


def _added(old: Schema, campo: str) -> Change:
    if _is_record(old):
        return Change(campo, Effect.ANY_ORDER, "se agregó un campo opcional")
    detalle = "se agregó un campo a un objeto que admitía otros valores con ese nombre"
    return Change(campo, Effect.BREAKING, detalle)


def _removed(new: Schema, campo: str) -> Change:
    if _is_record(new):
        detalle = "se quitó un campo opcional; no reutilice su nombre para otra cosa"
        return Change(campo, Effect.ANY_ORDER, detalle)
    if new.additional_properties is None:
        detalle = "se quitó un campo, y ahora se admite cualquier valor con ese nombre"
        return Change(campo, Effect.CONSUMERS_FIRST, detalle)
    detalle = "se quitó un campo de un objeto que no admite cualquier otro"
    return Change(campo, Effect.BREAKING, detalle)


def shared_fields(old: Schema, new: Schema) -> list[str]:
    """Return the fields that both versions have."""
    return sorted(set(old.properties) & set(new.properties))


def _compare_default(old: Schema, new: Schema, campo: str, name: str) -> Iterator[Change]:
    # A field at its default is not written: each side reads its own default into the gap.
    before, after = ([] if s.default is UNSET else [s.default] for s in (old, new))
    if canonical(before) != canonical(after):
        yield Change(_at(campo, name), Effect.BREAKING, "cambió el valor por omisión")


def _is_record(schema: Schema) -> bool:
    return bool(schema.properties) and schema.additional_properties is None


def _at(campo: str, name: str) -> str:
    return name if campo == "$" else f"{campo}.{name}"
