"""The catalogue of events, held against AsyncAPI's schema, the code, the schemas, the examples."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from jsonschema import Draft7Validator
from oraculo_contracts import ATRIBUTO_EVENTO, ATRIBUTO_VERSION, EVENT_TYPES, Canal, EventType
from oraculo_contracts.docs.asyncapi import ASYNCAPI_FILE, Action, flujos_of, load_asyncapi
from oraculo_contracts.flujos import load_flujos
from oraculo_contracts.schemas import path_of

CONTRACTS = ASYNCAPI_FILE.parent
OFFICIAL = Path(__file__).parent / "data" / "asyncapi" / "3.0.0.json"
DOCUMENT: dict[str, Any] = yaml.safe_load(ASYNCAPI_FILE.read_bytes())
ASYNCAPI = load_asyncapi()
SERVICES = {
    "canal-telegram",
    "canal-whatsapp",
    "router",
    "worker-cer",
    "worker-sag",
    "archivador",
    "cartas-muertas",
    "oraculo-local",
}


def name_of(event_type: EventType) -> str:
    return event_type.nombre


def official_errors(document: Any) -> list[str]:
    validator: Any = Draft7Validator(json.loads(OFFICIAL.read_bytes()))
    return [error.json_path for error in validator.iter_errors(document)]


def references_in(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in cast("dict[str, Any]", part).items():
            if key == "$ref":
                yield value
            yield from references_in(value)
    elif isinstance(part, list):
        for value in cast("list[Any]", part):
            yield from references_in(value)


def test_it_is_valid_asyncapi() -> None:
    assert official_errors(DOCUMENT) == []


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("operations", "router-recibe-plazos", {"action": "mirar"}),
        ("channels", "plazos", {"direccion": "sqs-plazos"}),
        ("info", "version", 1),
    ],
)
def test_the_official_schema_finds_faults(section: str, key: str, value: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    document[section][key] = value
    assert official_errors(document) != []


def test_every_reference_resolves() -> None:
    for reference in references_in(DOCUMENT):
        if reference.startswith("#/"):
            part: Any = DOCUMENT
            for key in reference.removeprefix("#/").split("/"):
                part = part[key]
        else:
            json.loads((CONTRACTS / reference).read_bytes())


def test_every_event_has_a_message_and_every_message_is_an_event() -> None:
    expected = {event_type.nombre for event_type in EVENT_TYPES}
    assert set(DOCUMENT["components"]["messages"]) == expected


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=name_of)
def test_a_message_refers_to_its_schema_its_attributes_and_all_its_examples(
    event_type: EventType,
) -> None:
    message = DOCUMENT["components"]["messages"][event_type.nombre]
    assert message["name"] == event_type.nombre
    assert CONTRACTS / message["payload"]["schema"]["$ref"] == path_of(event_type)
    assert message["headers"]["properties"] == {
        ATRIBUTO_EVENTO: {"const": event_type.nombre},
        ATRIBUTO_VERSION: {"const": event_type.version},
    }
    folder = CONTRACTS / "examples" / f"v{event_type.version}" / event_type.nombre
    examples = {CONTRACTS / example["payload"]["$ref"] for example in message["examples"]}
    assert examples == set(folder.glob("*.json"))


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=name_of)
def test_every_event_is_sent_and_received(event_type: EventType) -> None:
    flujo = flujos_of(ASYNCAPI)[event_type.nombre]
    assert flujo.productores
    assert flujo.consumidores


def test_the_package_carries_the_same_flows() -> None:
    assert load_flujos() == flujos_of(ASYNCAPI)


def test_the_services_are_the_known_ones() -> None:
    assert {operation.servicio for operation in ASYNCAPI.operations.values()} == SERVICES


def test_every_channel_is_sent_to_and_received_from() -> None:
    for key in ASYNCAPI.channels:
        actions = {o.action for o in ASYNCAPI.operations.values() if o.channel.nombre == key}
        assert actions == {Action.SEND, Action.RECEIVE}, key


def test_an_operation_is_named_by_what_it_does() -> None:
    verbs = {Action.SEND: "envia", Action.RECEIVE: "recibe"}
    for key, operation in ASYNCAPI.operations.items():
        verb = verbs[operation.action]
        assert key == f"{operation.servicio}-{verb}-{operation.channel.nombre}"


def test_every_way_to_talk_to_people_has_its_outlet() -> None:
    outlets = {
        channel.address.rpartition("-")[2]
        for channel in ASYNCAPI.channels.values()
        if "MensajeSaliente" in channel.messages
    }
    assert outlets == set(Canal)


def test_only_deadlines_travel_out_of_order() -> None:
    for key, channel in ASYNCAPI.channels.items():
        if "sqs" in channel.bindings:
            queues = channel.bindings["sqs"]
            assert queues["queue"] == {"name": channel.address, "fifoQueue": key != "plazos"}
            assert queues["deadLetterQueue"] == {
                "name": f"{channel.address}-dlq",
                "fifoQueue": key != "plazos",
            }


def test_the_dead_letters_of_every_queue_are_received() -> None:
    queues = {
        channel.bindings["sqs"]["deadLetterQueue"]["name"]
        for channel in ASYNCAPI.channels.values()
        if channel.bindings
    }
    received = {
        operation.bindings["sqs"]["queues"][0]["name"]: operation
        for operation in ASYNCAPI.operations.values()
        if operation.bindings
    }
    assert set(received) == queues
    for name, operation in received.items():
        assert operation.servicio == "cartas-muertas"
        assert operation.action is Action.RECEIVE
        assert name == f"{ASYNCAPI.channels[operation.channel.nombre].address}-dlq"
