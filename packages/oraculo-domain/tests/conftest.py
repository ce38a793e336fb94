import pytest
from oraculo_domain.testing.escena import Escena, new_scene


@pytest.fixture
def escena() -> Escena:
    return new_scene()
