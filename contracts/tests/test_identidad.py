"""Ids: the same for the same cause, different for anything else."""

import string
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from oraculo_contracts import (
    Canal,
    ClaveInvalidaError,
    Conversacion,
    MensajeEntrante,
    Metadata,
    derive_id,
    group_of,
    message_id_of,
)

CLAVE = b"una clave de prueba"
CLAVES = st.binary(min_size=1, max_size=64)
# Few characters, and those that a careless join would use between fields.
PARTES = st.text(st.sampled_from("a1:|\x1f\ud800é"), min_size=1, max_size=4)
CONVERSACIONES = st.builds(
    Conversacion, canal=st.sampled_from(Canal), user_id=PARTES, chat_id=PARTES
)


def mensaje_of(conversacion: Conversacion, message_id: str, timestamp: int = 0) -> MensajeEntrante:
    return MensajeEntrante(
        canal=conversacion.canal,
        user_id=conversacion.user_id,
        mensaje="hola",
        timestamp=timestamp,
        metadata=Metadata(chat_id=conversacion.chat_id, message_id=message_id),
    )


MENSAJES = st.builds(mensaje_of, CONVERSACIONES, PARTES)
IDS: list[Callable[[bytes], str]] = [
    lambda clave: message_id_of(clave, mensaje_of(EXAMPLE, "1")),
    lambda clave: derive_id(clave, causa="a" * 32, tipo="ConsultaRag"),
    lambda clave: group_of(clave, EXAMPLE),
]
EXAMPLE = Conversacion(canal=Canal.WHATSAPP, user_id="56900000000", chat_id="56900000000")


@pytest.mark.parametrize("make_id", IDS)
@given(clave=CLAVES)
def test_an_id_is_32_hexadecimal_digits_and_repeats(
    make_id: Callable[[bytes], str], clave: bytes
) -> None:
    first, second = make_id(clave), make_id(clave)
    assert first == second
    assert len(first) == 32
    assert set(first) <= set(string.hexdigits.lower())


@pytest.mark.parametrize("make_id", IDS)
@given(one=CLAVES, other=CLAVES)
def test_another_key_makes_another_id(
    make_id: Callable[[bytes], str], one: bytes, other: bytes
) -> None:
    # A key is filled up with zeros, so that trailing ones do not count.
    assume(one.ljust(64, b"\0") != other.ljust(64, b"\0"))
    assert make_id(one) != make_id(other)


def test_ids_stay_the_same_from_release_to_release() -> None:
    assert [make_id(CLAVE) for make_id in IDS] == [
        "86f1bfbc59bb6389ba1ea1c43e1e306d",
        "73b0b8e0a468002bd9785646efb87c9a",
        "e546032a469149c6f5e989cffcd74ca4",
    ]


@given(one=MENSAJES, other=MENSAJES)
def test_two_messages_share_an_id_only_if_every_field_is_equal(
    one: MensajeEntrante, other: MensajeEntrante
) -> None:
    assert (message_id_of(CLAVE, one) == message_id_of(CLAVE, other)) == (one == other)


@given(one=CONVERSACIONES, other=CONVERSACIONES)
def test_two_conversations_share_a_group_only_if_every_field_is_equal(
    one: Conversacion, other: Conversacion
) -> None:
    assert (group_of(CLAVE, one) == group_of(CLAVE, other)) == (one == other)


@given(one=st.tuples(PARTES, PARTES, st.integers()), other=st.tuples(PARTES, PARTES, st.integers()))
def test_two_effects_share_an_id_only_if_cause_type_and_ordinal_are_equal(
    one: tuple[str, str, int], other: tuple[str, str, int]
) -> None:
    first, second = (
        derive_id(CLAVE, causa=causa, tipo=tipo, ordinal=ordinal)
        for causa, tipo, ordinal in (one, other)
    )
    assert (first == second) == (one == other)


@pytest.mark.parametrize("separator", ["\x1f", ":", "", "\0"])
def test_moving_a_separator_between_fields_makes_another_id(separator: str) -> None:
    one = Conversacion(canal=Canal.WEB, user_id=f"a{separator}b", chat_id="c")
    other = Conversacion(canal=Canal.WEB, user_id="a", chat_id=f"b{separator}c")
    assert group_of(CLAVE, one) != group_of(CLAVE, other)


def test_a_second_delivery_of_a_message_has_the_same_id() -> None:
    first, second = mensaje_of(EXAMPLE, "1", timestamp=1), mensaje_of(EXAMPLE, "1", timestamp=2)
    assert message_id_of(CLAVE, first) == message_id_of(CLAVE, second)


@pytest.mark.parametrize("clave", [b"", b"a" * 65])
def test_an_empty_or_overlong_key_is_refused(clave: bytes) -> None:
    with pytest.raises(ClaveInvalidaError, match=str(len(clave))):
        group_of(clave, EXAMPLE)
