"""The JSON Schema (draft 2020-12) of each event, generated from its struct.

`python -m oraculo_contracts.schemas write|check` writes the committed files, or compares them.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from oraculo_contracts.event_types import EVENT_TYPES, EventType

SCHEMAS_FOLDER = Path(__file__).parents[2] / "schemas"
"""Where a checkout keeps the schemas; an installed package has none."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF_TEMPLATE = "#/$defs/{name}"


def schema_of(event_type: EventType) -> dict[str, Any]:
    """Return the JSON Schema of an event, complete in itself."""
    _, components = msgspec.json.schema_components([event_type.struct], ref_template=_REF_TEMPLATE)
    event = components.pop(event_type.nombre)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:oraculo:contracts:v{event_type.version}:{event_type.nombre}",
        **event,
        "$defs": dict(sorted(components.items())),
    }


def path_of(event_type: EventType, folder: Path = SCHEMAS_FOLDER) -> Path:
    """Return where the schema of an event is kept."""
    return folder / f"v{event_type.version}" / f"{event_type.nombre}.json"


def render_schema(event_type: EventType) -> str:
    """Return the text of an event's schema file: the same for the same struct."""
    text = msgspec.json.format(msgspec.json.encode(schema_of(event_type)), indent=2).decode()
    return text + "\n"


def write_schemas(folder: Path = SCHEMAS_FOLDER) -> None:
    """Write the schema of each event."""
    for event_type in EVENT_TYPES:
        path = path_of(event_type, folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_schema(event_type), encoding="utf-8", newline="\n")


def find_drift(folder: Path = SCHEMAS_FOLDER) -> list[Path]:
    """Return the schema files that are missing, out of date, or of no event."""
    expected = {path_of(event_type, folder): event_type for event_type in EVENT_TYPES}
    stray = set(folder.glob("v*/*.json")) - set(expected)
    stale = {
        path
        for path, event_type in expected.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != render_schema(event_type)
    }
    return sorted(stray | stale)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 when `check` finds a difference."""
    parser = argparse.ArgumentParser(
        prog="python -m oraculo_contracts.schemas",
        description="Escribe o comprueba los esquemas JSON de los eventos.",
    )
    parser.add_argument("accion", choices=("write", "check"))
    parser.add_argument("--carpeta", type=Path, default=SCHEMAS_FOLDER)
    options = parser.parse_args(arguments)
    if options.accion == "write":
        write_schemas(options.carpeta)
        return 0
    drift = find_drift(options.carpeta)
    for path in drift:
        sys.stderr.write(f"{path}: no corresponde a los structs.\n")
    if drift:
        sys.stderr.write("Ejecute «python -m oraculo_contracts.schemas write».\n")
    return 1 if drift else 0


if __name__ == "__main__":
    sys.exit(main())
