"""`python -m oraculo_contracts.compat OLD.json NEW.json [--evento NAME]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from oraculo_contracts.compat.changes import Effect, overall
from oraculo_contracts.compat.compare import compare
from oraculo_contracts.compat.model import EsquemaNoAdmitidoError, load_schema
from oraculo_contracts.compat.report import render_report
from oraculo_contracts.flujos import load_flujos

_COMPATIBLE, _BREAKING, _NOT_COMPARED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if compatible, 1 if breaking, 2 if it cannot tell."""
    options = _parser().parse_args(arguments)
    try:
        old, new = load_schema(options.antiguo), load_schema(options.nuevo)
        changes = compare(old, new)
    except EsquemaNoAdmitidoError as error:
        sys.stderr.write(f"No se pudo comparar: {error}. Corrija el esquema y repita.\n")
        return _NOT_COMPARED
    evento = options.evento or new.title or ""
    flujos = load_flujos()
    if evento not in flujos:
        known = ", ".join(flujos)
        sys.stderr.write(
            f"El evento «{evento}» no está en el catálogo de eventos. "
            f"Indique uno con --evento: {known}.\n"
        )
        return _NOT_COMPARED
    sys.stdout.write(render_report(evento, changes, flujos[evento]))
    return _BREAKING if overall(changes) is Effect.BREAKING else _COMPATIBLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m oraculo_contracts.compat",
        description="Dice si un esquema nuevo convive con el antiguo y quién se despliega primero.",
    )
    parser.add_argument("antiguo", type=Path, help="esquema de la versión desplegada")
    parser.add_argument("nuevo", type=Path, help="esquema de la versión por desplegar")
    parser.add_argument("--evento", help="nombre del evento; si falta, el título del esquema nuevo")
    return parser


if __name__ == "__main__":
    sys.exit(main())
