"""Markdown tables and the diagram of events."""

from collections.abc import Iterable, Sequence

from oraculo_contracts.docs.asyncapi import Action, AsyncApi, Operation, flujos_of
from oraculo_contracts.docs.glosario import Termino
from oraculo_contracts.event_types import EVENT_TYPES
from oraculo_contracts.flujos import EN_UNA_MAQUINA


def render_glosario(terminos: Iterable[Termino]) -> str:
    """Return the glossary as a table."""
    rows = [
        (f"**{t.palabra}**", t.definicion, ", ".join(f"`{gemelo}`" for gemelo in t.gemelos) or "–")
        for t in terminos
    ]
    return _table(("Word", "What it is", "Never"), rows)


def render_events(asyncapi: AsyncApi) -> str:
    """Return the events with who sends and who receives them, as a table.

    The runtime that plays every part is left out, here as in the diagram: it would tell nothing.
    """
    flujos = flujos_of(asyncapi)
    rows = [
        (
            f"[`{event_type.nombre}`](schemas/v{event_type.version}/{event_type.nombre}.json)",
            str(event_type.version),
            (event_type.struct.__doc__ or "").partition("\n")[0],
            _listed(flujos[event_type.nombre].productores),
            _listed(flujos[event_type.nombre].consumidores),
        )
        for event_type in EVENT_TYPES
    ]
    return _table(("Event", "Version", "What it says", "Sent by", "Received by"), rows)


def render_diagram(asyncapi: AsyncApi) -> str:
    """Return the flow of events as a Mermaid diagram; dotted lines carry dead letters."""
    drawn = [o for o in asyncapi.operations.values() if o.servicio != EN_UNA_MAQUINA]
    services = dict.fromkeys(operation.servicio for operation in drawn)
    channels = dict.fromkeys(operation.channel.nombre for operation in drawn)
    nodes = [f'{_node(service)}(["{service}"])' for service in services]
    nodes += [f'{key}[/"{asyncapi.channels[key].address}"/]' for key in channels]
    edges = [_edge(asyncapi, operation) for operation in drawn]
    lines = [f"    {line}" for line in (*nodes, *edges)]
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```"])


def _node(service: str) -> str:
    return service.replace("-", "_")


def _edge(asyncapi: AsyncApi, operation: Operation) -> str:
    key, service = operation.channel.nombre, _node(operation.servicio)
    nombres = ", ".join(asyncapi.channels[key].messages)
    if operation.action is Action.SEND:
        return f"{service} -->|{nombres}| {key}"
    return f"{key} {'-.->' if operation.bindings else '-->'} {service}"


def _listed(services: Iterable[str]) -> str:
    return ", ".join(service for service in services if service != EN_UNA_MAQUINA)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
