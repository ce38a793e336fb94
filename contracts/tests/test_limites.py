"""The limits of a document, held against a plain reading of it."""

import json
import time
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_contracts import MAX_PROFUNDIDAD, ContratoInvalidoError
from oraculo_contracts.limites import check_document

TEXTS = st.text(st.sampled_from('[]{}"\\a\n/u0é'), max_size=8)
DOCUMENTS = st.recursive(
    st.integers() | TEXTS,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(TEXTS, children, max_size=3),
)


def depth_of(document: Any) -> int:
    match document:
        case dict():
            parts = list(cast("dict[str, Any]", document).values())
        case list():
            parts = cast("list[Any]", document)
        case _:
            return 0
    return 1 + max(map(depth_of, parts), default=0)


def is_accepted(body: bytes) -> bool:
    try:
        check_document(body)
    except ContratoInvalidoError:
        return False
    return True


@given(document=DOCUMENTS, levels=st.integers(MAX_PROFUNDIDAD - 6, MAX_PROFUNDIDAD + 1))
def test_depth_is_counted_as_a_reader_of_json_counts_it(document: Any, levels: int) -> None:
    for _ in range(levels):
        document = [document, {"otro": "]}"}]
    expected = depth_of(document) <= MAX_PROFUNDIDAD
    assert is_accepted(json.dumps(document, ensure_ascii=False).encode()) == expected


@given(text=st.text(st.sampled_from("\\u0\0n"), max_size=12))
def test_only_a_null_character_is_refused_not_its_spelling(text: str) -> None:
    assert is_accepted(json.dumps(text).encode()) == ("\0" not in text)


@pytest.mark.parametrize(
    "body",
    [
        b'"' + rb"\"" * 500_000 + b"\\",
        b"\\" * 500_000 + rb"\u0000",
        b"[]" * 500_000,
        b"[{" * 100 + rb"\"" * 400_000,
        b']}"' * 300_000,
    ],
)
def test_hostile_bytes_take_no_longer_than_their_length(body: bytes) -> None:
    start = time.perf_counter()
    is_accepted(body)
    assert time.perf_counter() - start < 5, "a quadratic scan would take hours"
