from oraculo_domain.testing.fakes import MemoriaUnidad
from oraculo_domain.testing.suites import Almacen, AlmacenSuite


class TestMemoryStore(AlmacenSuite):
    def almacen(self) -> Almacen:
        memory = MemoriaUnidad()
        return Almacen(memory, memory, memory)
