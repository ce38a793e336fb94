"""What other packages import, and what importing it costs them."""

import subprocess
import sys

import oraculo_contracts
from oraculo_contracts import eventos, identidad, tipos

HEAVY = {"asyncio", "hypothesis", "jsonschema", "yaml"}
PROBE = "import sys, oraculo_contracts; print(*sys.modules)"


def test_everything_public_is_named_once_and_there() -> None:
    names = oraculo_contracts.__all__
    assert len(set(names)) == len(names)
    assert all(hasattr(oraculo_contracts, name) for name in names)


def test_the_events_are_importable_from_their_module_too() -> None:
    for name in eventos.__all__:
        assert getattr(eventos, name) is getattr(oraculo_contracts, name)
    assert oraculo_contracts.Canal is tipos.Canal
    assert oraculo_contracts.derive_id is identidad.derive_id


def test_importing_it_loads_msgspec_and_nothing_heavy() -> None:
    # The command is fixed; a fresh interpreter is the only one whose modules can be counted.
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.split())
    assert "msgspec" in loaded
    assert not loaded & HEAVY
