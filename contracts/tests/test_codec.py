"""The codec: what is sent arrives, and whatever else arrives is one kind of error."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_contracts import (
    EVENT_TYPES,
    MAX_BYTES,
    ContractsError,
    ContratoInvalidoError,
    Conversacion,
    Evento,
    EventType,
    MensajeEntrante,
    RespuestaRag,
    decode,
    decode_as,
    encode,
    event_type_of,
)
from oraculo_contracts.testing import JSON_VALUES, TEXTOS, values_of

EXAMPLES = Path(__file__).parents[1] / "examples" / "v1"
SEED = (EXAMPLES / "MensajeEntrante" / "semilla.json").read_bytes().strip()
ANY_EVENT = st.one_of(*[values_of(event_type.struct) for event_type in EVENT_TYPES])
ANY_TYPE = st.sampled_from(EVENT_TYPES)


def refusal(body: bytes, tipo: type[Any] = MensajeEntrante) -> ContratoInvalidoError:
    with pytest.raises(ContratoInvalidoError) as caught:
        decode(body, tipo)
    return caught.value


def seed_with(old: str, new: str) -> bytes:
    changed = SEED.decode().replace(old, new)
    assert changed != SEED.decode()
    return changed.encode("utf-8", "surrogatepass")


@given(evento=ANY_EVENT)
def test_every_event_survives_the_round_trip(evento: Evento) -> None:
    assert decode(encode(evento), type(evento)) == evento


@given(evento=ANY_EVENT)
def test_the_attributes_of_an_event_lead_back_to_it(evento: Evento) -> None:
    event_type = event_type_of(evento)
    found = decode_as(encode(evento), nombre=event_type.nombre, version=event_type.version)
    assert found == evento


def test_the_seed_is_written_as_it_came() -> None:
    assert encode(decode(SEED, MensajeEntrante)) == SEED


@given(evento=ANY_EVENT, unknown=st.dictionaries(TEXTOS.map("nuevo_{}".format), JSON_VALUES))
def test_unknown_fields_are_ignored(evento: Evento, unknown: dict[str, Any]) -> None:
    document = json.loads(encode(evento)) | unknown
    assert decode(json.dumps(document).encode(), type(evento)) == evento


@given(body=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_arbitrary_bytes_are_refused_as_a_whole(body: bytes) -> None:
    for event_type in EVENT_TYPES:
        assert refusal(body, event_type.struct).campo == ""


@given(event_type=ANY_TYPE, document=st.dictionaries(TEXTOS, JSON_VALUES) | JSON_VALUES)
def test_arbitrary_json_is_refused(event_type: EventType, document: Any) -> None:
    refusal(json.dumps(document).encode(), event_type.struct)


@given(evento=ANY_EVENT, data=st.data())
def test_a_damaged_event_is_read_or_refused_and_nothing_else(
    evento: Evento, data: st.DataObject
) -> None:
    body = bytearray(encode(evento))
    position = data.draw(st.integers(0, len(body) - 1))
    body[position : position + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        decode(bytes(body), type(evento))
    except ContratoInvalidoError:
        return


@pytest.mark.parametrize(
    ("body", "motivo"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (SEED + b" x", "trailing"),
        (b"\xef\xbb\xbf" + SEED, "malformed"),
        (seed_with("texto", "\ud800"), "UTF-8"),
        (seed_with("texto", r"\ud800"), "surrogate"),
        (seed_with("texto", r"\udc00\ud800"), "surrogate"),
        (seed_with("texto", "\0"), "malformed"),
        (seed_with("texto", r"\u0000"), "null character"),
        (seed_with("texto", r"\\\u0000"), "null character"),
        (seed_with("1771253055", "NaN"), "malformed"),
        (seed_with("1771253055", "Infinity"), "malformed"),
        (seed_with("1771253055", "-Infinity"), "malformed"),
        (SEED[:-1] + b',"nuevo":"\xff"}', "UTF-8"),
        (SEED[:-1] + b',"nuevo":' + b"[" * 500_000 + b"]" * 500_000 + b"}", "Nested"),
        (b"[" * 1_000_000, "Nested"),
        (b" " * (MAX_BYTES + 1 - len(SEED)) + SEED, "Larger"),
    ],
)
def test_a_bad_document_is_refused_as_a_whole(body: bytes, motivo: str) -> None:
    error = refusal(body)
    assert error.campo == ""
    assert motivo in error.motivo


@pytest.mark.parametrize("number", ["1e999", "1.5", "1.0", "true", "1" * 5000, '"1"', "null", "[]"])
def test_a_bad_number_is_refused_by_its_field(number: str) -> None:
    assert refusal(seed_with("1771253055", number)).campo == "timestamp"


def test_an_escaped_backslash_before_u0000_is_no_null_character() -> None:
    assert decode(seed_with("texto", r"\\u0000"), MensajeEntrante).mensaje.startswith(r"\u0000")


def test_a_body_of_exactly_the_largest_size_is_read() -> None:
    decode(b" " * (MAX_BYTES - len(SEED)) + SEED, MensajeEntrante)


def test_lengths_are_counted_in_characters() -> None:
    mensaje = decode(SEED, MensajeEntrante)
    longest = msgspec.structs.replace(mensaje, mensaje="🍇" * 4096)
    assert decode(encode(longest), MensajeEntrante) == longest
    with pytest.raises(ContratoInvalidoError, match="mensaje"):
        encode(msgspec.structs.replace(mensaje, mensaje="🍇" * 4097))


@pytest.mark.parametrize(
    ("nombre", "version"), [("MensajeEntrante", 2), ("mensajeentrante", 1), ("", 1), ("Traza", 1)]
)
def test_an_unknown_type_is_refused_as_a_whole(nombre: str, version: int) -> None:
    with pytest.raises(ContratoInvalidoError) as caught:
        decode_as(SEED, nombre=nombre, version=version)
    assert caught.value.campo == ""


@pytest.mark.parametrize("value", ["secreto", "secreto' - at `$.secreto`", "'secreto\\\\n\\n"])
def test_the_error_quotes_nothing_of_the_document(value: str) -> None:
    error = refusal(seed_with("telegram", value))
    assert error.campo == "canal"
    assert "secreto" not in f"{error!r} {error} {error.__cause__}"
    assert error.__suppress_context__


def test_the_error_is_permanent_and_ours() -> None:
    error = refusal(b"")
    assert isinstance(error, ContractsError)
    assert not error.retryable


CYCLE: dict[str, Any] = {}
CYCLE["otra_vez"] = CYCLE


@pytest.mark.parametrize(
    ("changes", "campo"),
    [
        ({"traza": CYCLE}, ""),
        ({"traza": {"a": object()}}, ""),
        ({"traza": {"a": "\ud800"}}, ""),
        ({"traza": {"a": "\0"}}, ""),
        ({"traza": {"a": 10**5000}}, ""),
        ({"traza": {(1, 2): 3}}, ""),
        ({"texto": "a" * 1_048_576}, ""),
        ({"texto": "a" * 16_385}, "texto"),
        ({"total": -1}, "total"),
        ({"total": float("nan")}, "total"),
        ({"filas": ({"id": "1"},)}, "filas[0].fuente"),
    ],
)
def test_a_producer_cannot_send_what_breaks_the_contract(
    changes: dict[str, Any], campo: str
) -> None:
    with pytest.raises(ContratoInvalidoError) as caught:
        encode(msgspec.structs.replace(RESPUESTA, **changes))
    assert caught.value.campo == campo


RESPUESTA = decode((EXAMPLES / "RespuestaRag" / "vacia.json").read_bytes(), RespuestaRag)


def test_an_event_names_the_key_of_its_conversation() -> None:
    expected = Conversacion(canal=RESPUESTA.conversacion.canal, user_id="12345", chat_id="12345")
    assert decode(SEED, MensajeEntrante).conversacion == expected
