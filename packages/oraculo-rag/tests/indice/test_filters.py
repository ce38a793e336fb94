"""Both engines read a filter as the plain words of the collection in memory say it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from oraculo_rag.indice.administracion import AdministracionQdrant
from oraculo_rag.indice.coleccion import Coleccion, Filtro
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.remota import ColeccionRemota
from oraculo_rag.testing.memoria import MemoriaColeccion
from oraculo_rag.testing.qdrant_server import QdrantServer
from oraculo_rag.testing.suites import points

IDS = ("f0", "f1", "f2", "f3", "ñandú «raro»\n")
ENTITIES = ("p:pulgon", "p:aranita", "i:abamectina", "")
CULTIVOS = ("c:nogal", "c:cerezo", "c:otro")
PLAGAS = ("p:pulgon", "p:aranita", "p:otra")


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3).map(tuple)


FILTERS = st.builds(
    Filtro,
    tipo=st.sampled_from(("ficha", "pasaje", "otro")),
    entidades=st.lists(some(ENTITIES), max_size=2).map(tuple),
    uso=st.one_of(
        st.just(()),
        st.tuples(st.tuples(st.just("cultivo"), some(CULTIVOS))),
        st.tuples(
            st.tuples(st.just("cultivo"), some(CULTIVOS)), st.tuples(st.just("plaga"), some(PLAGAS))
        ),
    ),
    ids=some(IDS),
    informes=some(("r1", "r2", "r3")),
)


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Coleccion]]:
    path = tmp_path_factory.mktemp("filtros") / "c"
    list(ColeccionEmbebida.build(path, points()))
    with QdrantServer() as server:
        admin = AdministracionQdrant(server.url)
        list(admin.build("c", points()))
        admin.close()
        engines: list[Coleccion] = [
            ColeccionEmbebida(path),
            ColeccionRemota(ConexionQdrant(server.url), "c"),
        ]
        yield engines
        for engine in engines:
            engine.close()


APART = Filtro(tipo="ficha", uso=(("cultivo", ("c:cerezo",)), ("plaga", ("p:aranita",))))


@given(filtro=FILTERS)
@example(filtro=APART)
def test_a_filter_means_the_same_everywhere(engines: list[Coleccion], filtro: Filtro) -> None:
    expected = list(MemoriaColeccion(points()).matching(filtro))
    for engine in engines:
        assert list(engine.matching(filtro)) == expected
        assert engine.count(filtro) == len(expected)
