"""Reads the catalogue of events, `asyncapi.yaml`."""

from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from oraculo_contracts.flujos import Flujo

ASYNCAPI_FILE = Path(__file__).parents[3] / "asyncapi.yaml"
"""Where a checkout keeps the catalogue."""


class Reference(msgspec.Struct, frozen=True):
    """A pointer to another part of the document."""

    ref: str = msgspec.field(name="$ref")

    @property
    def nombre(self) -> str:
        """Return the last part of the pointer."""
        return self.ref.rpartition("/")[2]


class Action(StrEnum):
    """What a service does with a channel."""

    SEND = "send"
    RECEIVE = "receive"


class Channel(msgspec.Struct, frozen=True):
    """A queue, the stream of sessions, or an outlet of the one-machine runtime."""

    address: str
    messages: dict[str, Reference]
    bindings: dict[str, Any] = {}


class Operation(msgspec.Struct, frozen=True):
    """A service that sends to a channel or receives from it."""

    action: Action
    channel: Reference
    servicio: str = msgspec.field(name="x-servicio")
    bindings: dict[str, Any] = {}
    """Only for what takes dead letters: it names their queue."""


class AsyncApi(msgspec.Struct, frozen=True):
    """The part of the document that the generated texts are made of."""

    channels: dict[str, Channel]
    operations: dict[str, Operation]


def load_asyncapi(path: Path = ASYNCAPI_FILE) -> AsyncApi:
    """Return the catalogue of events."""
    return msgspec.yaml.decode(path.read_bytes(), type=AsyncApi)


def flujos_of(asyncapi: AsyncApi) -> dict[str, Flujo]:
    """Return who sends and who receives each event, in the order of the document."""
    nombres = {nombre for channel in asyncapi.channels.values() for nombre in channel.messages}
    return {
        nombre: Flujo(
            productores=_services_of(asyncapi, nombre, Action.SEND),
            consumidores=_services_of(asyncapi, nombre, Action.RECEIVE),
        )
        for nombre in sorted(nombres)
    }


def _services_of(asyncapi: AsyncApi, nombre: str, action: Action) -> tuple[str, ...]:
    services = (
        operation.servicio
        for operation in asyncapi.operations.values()
        if operation.action is action
        and nombre in asyncapi.channels[operation.channel.nombre].messages
    )
    return tuple(dict.fromkeys(services))
