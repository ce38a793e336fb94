"""Who sends and who receives each event, as the catalogue of events (`asyncapi.yaml`) says.

The package carries the little of the catalogue that is needed at run time, generated from it.
"""

from importlib.resources import files

import msgspec

EN_UNA_MAQUINA = "oraculo-local"
"""The one-machine runtime, which plays every part."""

FLUJOS_FILE = "flujos.json"


class Flujo(msgspec.Struct, frozen=True):
    """The services at both ends of an event, in the catalogue's order."""

    productores: tuple[str, ...]
    consumidores: tuple[str, ...]


def load_flujos() -> dict[str, Flujo]:
    """Return the flow of each event by its name."""
    content = files("oraculo_contracts").joinpath(FLUJOS_FILE).read_bytes()
    return msgspec.json.decode(content, type=dict[str, Flujo])
