"""The comparison of two versions of an event's schema."""

from collections import Counter
from collections.abc import Iterator

from oraculo_contracts.compat.changes import Change, Effect
from oraculo_contracts.compat.constraints import compare_constraints
from oraculo_contracts.compat.fields import compare_optional, compare_required, shared_fields
from oraculo_contracts.compat.model import Schema
from oraculo_contracts.compat.normalise import (
    ANYTHING,
    alternatives_of,
    canonical,
    strip_annotations,
    type_of,
)

_ROOT = "$"


def compare(old: Schema, new: Schema) -> tuple[Change, ...]:
    """Return every change from `old` to `new`.

    It may call a harmless change breaking (a union rewritten in other terms), never the reverse.

    Raises:
        EsquemaNoAdmitidoError: A schema uses what the check does not understand.
    """
    return tuple(_Comparison(old, new).compare(old, new, _ROOT))


class _Comparison:
    """Two documents, and the pairs of schemas whose comparison is under way."""

    def __init__(self, old: Schema, new: Schema) -> None:
        self._old = old
        self._new = new
        self._under_way: set[tuple[int, int]] = set()

    def compare(self, old: Schema | None, new: Schema | None, campo: str) -> Iterator[Change]:
        olds = alternatives_of(old, self._old)
        news = alternatives_of(new, self._new)
        if any(strip_annotations(alternative) == ANYTHING for alternative in news):
            if all(strip_annotations(alternative) != ANYTHING for alternative in olds):
                yield Change(campo, Effect.CONSUMERS_FIRST, "pasó a admitir cualquier valor")
        elif len(olds) == len(news) == 1:
            yield from self._compare_alternative(olds[0], news[0], campo)
        else:
            yield from self._compare_unions(olds, news, campo)

    def _compare_unions(
        self, olds: tuple[Schema, ...], news: tuple[Schema, ...], campo: str
    ) -> Iterator[Change]:
        before, after = _by_key(olds), _by_key(news)
        for key in sorted(before.keys() | after.keys()):
            at = f"{campo}<{key}>"
            if key not in before:
                yield Change(at, Effect.CONSUMERS_FIRST, "se agregó una variante")
            elif key not in after:
                yield Change(at, Effect.BREAKING, "se quitó una variante")
            else:
                yield from self._compare_alternative(before[key], after[key], at)

    def _compare_alternative(self, old: Schema, new: Schema, campo: str) -> Iterator[Change]:
        pair = (id(old), id(new))
        if pair in self._under_way:
            return
        self._under_way.add(pair)
        types = _compare_types(old, new, campo)
        yield from types
        if not any(change.effect is Effect.BREAKING for change in types):
            yield from _compare_texts(old, new, campo)
            yield from compare_constraints(old, new, campo)
            yield from self._compare_parts(old, new, campo)
        self._under_way.discard(pair)

    def _compare_parts(self, old: Schema, new: Schema, campo: str) -> Iterator[Change]:
        yield from self.compare(old.items, new.items, f"{campo}[*]")
        yield from self.compare(old.property_names, new.property_names, f"{campo}<nombres>")
        yield from self.compare(
            old.additional_properties, new.additional_properties, f"{campo}[...]"
        )
        yield from compare_required(old, new, campo)
        yield from compare_optional(old, new, campo)
        for name in shared_fields(old, new):
            at = name if campo == _ROOT else f"{campo}.{name}"
            yield from self.compare(old.properties[name], new.properties[name], at)


def _compare_types(old: Schema, new: Schema, campo: str) -> list[Change]:
    before, after = type_of(old), type_of(new)
    if before == after:
        return []
    if after is None or (before, after) == ("integer", "number"):
        return [Change(campo, Effect.CONSUMERS_FIRST, f"su tipo se amplió desde «{before}»")]
    detalle = f"cambió de tipo: de «{before or 'cualquiera'}» a «{after}»"
    return [Change(campo, Effect.BREAKING, detalle)]


def _compare_texts(old: Schema, new: Schema, campo: str) -> Iterator[Change]:
    before = (old.title, old.description, canonical(old.examples))
    if before != (new.title, new.description, canonical(new.examples)):
        yield Change(campo, Effect.ANY_ORDER, "cambió su documentación")


def _by_key(alternatives: tuple[Schema, ...]) -> dict[str, Schema]:
    """Return the alternatives by what tells them apart: their type, and the tag of an object."""
    counter: Counter[str] = Counter()
    by_key: dict[str, Schema] = {}
    for alternative in alternatives:
        key = _key_of(alternative)
        counter[key] += 1
        by_key[key if counter[key] == 1 else f"{key} {counter[key]}"] = alternative
    return by_key


def _key_of(alternative: Schema) -> str:
    tags = [
        str(schema.enum[0])
        for name, schema in sorted(alternative.properties.items())
        if name in alternative.required and schema.enum is not None and len(schema.enum) == 1
    ]
    return ",".join(tags) or type_of(alternative) or "cualquiera"
