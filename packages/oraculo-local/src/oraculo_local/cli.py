"""The `oraculo` process: its exit codes, and silence when a person interrupts it."""

import sys

INTERRUMPIDO = 130


def main() -> None:
    """Run the command and leave with its exit code: 0 done, 1 failed, 2 misused, 130 interrupted.

    A reader of the output that left is dealt with below: typer and rich end quietly with 1.
    """
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(INTERRUMPIDO)


def _run() -> int:
    # Imported here because it is most of the start, and Ctrl+C has to be quiet there as well.
    from oraculo_local.aplicacion import app  # noqa: PLC0415
    from oraculo_local.ordenes.comun import errores  # noqa: PLC0415
    from oraculo_local.uso import UsoError  # noqa: PLC0415

    try:
        return app(prog_name="oraculo", standalone_mode=False) or 0
    except UsoError as error:
        errores.print(f"Error: {error.message}", markup=False)
        return error.exit_code
