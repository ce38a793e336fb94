"""Changes of the constraints on one value: bounds, patterns, enumerated values."""

from collections.abc import Iterator

import msgspec

from oraculo_contracts.compat.changes import Change, Effect
from oraculo_contracts.compat.model import Schema
from oraculo_contracts.compat.normalise import canonical

_LOWER_BOUNDS = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties")
_UPPER_BOUNDS = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties")
_EXACT = ("pattern", "format", "multiple_of", "content_encoding")
_KEYWORDS = {field.name: field.encode_name for field in msgspec.structs.fields(Schema)}


def compare_constraints(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    """Yield the changes of what a value at `campo` must satisfy by itself."""
    yield from _compare_bounds(old, new, campo)
    yield from _compare_exact(old, new, campo)
    yield from _compare_values(old, new, campo)


def _compare_bounds(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    for name in _LOWER_BOUNDS + _UPPER_BOUNDS:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if after is None:
            relaxed = True
        elif before is None:
            relaxed = False
        else:
            relaxed = (after > before) == (name in _UPPER_BOUNDS)
        yield _constraint_change(campo, name, before, after, relaxed=relaxed)


def _compare_exact(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    for name in _EXACT:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield _constraint_change(campo, name, before, after, relaxed=after is None)


def _constraint_change(
    campo: str, name: str, before: object, after: object, *, relaxed: bool
) -> Change:
    verb = "se relajó" if relaxed else "se restringió"
    old, new = ("sin límite" if value is None else f"«{value}»" for value in (before, after))
    effect = Effect.CONSUMERS_FIRST if relaxed else Effect.BREAKING
    return Change(campo, effect, f"{verb} «{_KEYWORDS[name]}»: de {old} a {new}")


def _compare_values(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    if old.enum is None or new.enum is None:
        if old.enum is not None:
            yield Change(campo, Effect.CONSUMERS_FIRST, "dejó de tener una lista de valores")
        if new.enum is not None:
            yield Change(campo, Effect.BREAKING, "ahora solo admite una lista de valores")
        return
    before = {canonical(value).decode() for value in old.enum}
    after = {canonical(value).decode() for value in new.enum}
    for value in sorted(after - before):
        yield Change(campo, Effect.CONSUMERS_FIRST, f"se agregó el valor {value}")
    for value in sorted(before - after):
        yield Change(campo, Effect.BREAKING, f"se quitó el valor {value}")
