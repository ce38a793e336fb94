"""Hypothesis strategies for events and for what they are made of. Needs the extra `testing`."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from hypothesis import strategies as st
from msgspec import inspect

T = TypeVar("T")

_MAX_ITEMS = 3
_MAX_CHARACTERS = 40
_MAX_INTEGER = 2**53 - 1
# Neither can travel: a lone surrogate is not UTF-8, and no document holds a null character.
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")

TEXTOS = st.text(_CHARACTERS, max_size=_MAX_CHARACTERS)
"""Text that can travel."""

JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-_MAX_INTEGER, _MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTOS,
    lambda children: (
        st.lists(children, max_size=_MAX_ITEMS)
        | st.dictionaries(TEXTOS, children, max_size=_MAX_ITEMS)
    ),
    max_leaves=8,
)
"""What an opaque map may hold."""


def values_of(tipo: type[T]) -> st.SearchStrategy[T]:
    """Return valid values of a contract's type: an event, or a struct that events share.

    Collections are short and texts up to 40 characters, so that examples stay readable.

    Raises:
        KeyError: The type has a part for which there is no strategy.
    """
    return cast("st.SearchStrategy[T]", _strategy_of(inspect.type_info(tipo)))


def _strategy_of(info: inspect.Type) -> st.SearchStrategy[Any]:
    return _BUILDERS[type(info)](info)


def _text(info: inspect.StrType) -> st.SearchStrategy[str]:
    if info.pattern is not None:
        return st.from_regex(info.pattern, fullmatch=True)
    longest = min(info.max_length or _MAX_CHARACTERS, _MAX_CHARACTERS)
    return st.text(_CHARACTERS, min_size=info.min_length or 0, max_size=longest)


def _integer(info: inspect.IntType) -> st.SearchStrategy[int]:
    return st.integers(
        -_MAX_INTEGER if info.ge is None else info.ge, _MAX_INTEGER if info.le is None else info.le
    )


def _number(info: inspect.FloatType) -> st.SearchStrategy[float]:
    return st.floats(info.ge, info.le, allow_nan=False, allow_infinity=False)


def _tuple(info: inspect.VarTupleType) -> st.SearchStrategy[tuple[Any, ...]]:
    longest = min(_MAX_ITEMS if info.max_length is None else info.max_length, _MAX_ITEMS)
    items = _strategy_of(info.item_type)
    return st.lists(items, min_size=info.min_length or 0, max_size=longest).map(tuple)


def _map(info: inspect.DictType) -> st.SearchStrategy[dict[Any, Any]]:
    keys, values = _strategy_of(info.key_type), _strategy_of(info.value_type)
    return st.dictionaries(keys, values, max_size=_MAX_ITEMS)


def _union(info: inspect.UnionType) -> st.SearchStrategy[Any]:
    return st.one_of(*[_strategy_of(part) for part in info.types])


def _struct(info: inspect.StructType) -> st.SearchStrategy[Any]:
    required = {f.name: _strategy_of(f.type) for f in info.fields if f.required}
    optional = {f.name: _strategy_of(f.type) for f in info.fields if not f.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda fields: info.cls(**fields))


_BUILDERS: dict[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    inspect.AnyType: lambda _: JSON_VALUES,
    inspect.BoolType: lambda _: st.booleans(),
    inspect.DictType: _map,
    inspect.EnumType: lambda info: st.sampled_from(info.cls),
    inspect.FloatType: _number,
    inspect.IntType: _integer,
    inspect.NoneType: lambda _: st.none(),
    inspect.StrType: _text,
    inspect.StructType: _struct,
    inspect.UnionType: _union,
    inspect.VarTupleType: _tuple,
}
