"""`python -m oraculo_contracts.docs write|check`: the generated parts, written or compared."""

import argparse
import sys
from collections.abc import Sequence

from oraculo_contracts.docs.generate import render_files


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 when `check` finds a difference."""
    parser = argparse.ArgumentParser(
        prog="python -m oraculo_contracts.docs",
        description="Escribe o comprueba lo que se genera del catálogo de eventos y del glosario.",
    )
    parser.add_argument("accion", choices=("write", "check"))
    options = parser.parse_args(arguments)
    files = render_files()
    if options.accion == "write":
        for path, text in files.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    drift = [
        path
        for path, text in files.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path in drift:
        sys.stderr.write(f"{path}: no corresponde a sus fuentes.\n")
    if drift:
        sys.stderr.write("Ejecute «python -m oraculo_contracts.docs write».\n")
    return 1 if drift else 0


if __name__ == "__main__":
    sys.exit(main())
