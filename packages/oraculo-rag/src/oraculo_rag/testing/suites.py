"""What any collection must do with words. Inherit, and provide `coleccion`."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from oraculo_rag.indice.codificacion import encode_document, encode_query
from oraculo_rag.indice.coleccion import Coleccion, Filtro
from oraculo_rag.indice.puntos import Punto

FICHAS = Filtro(tipo="ficha")
_TEXTOS = (
    "control de pulgón en duraznero",
    "arañita en nogal con abamectina",
    "pulgón y arañita en cerezo",
    "calibre de cerezos bajo cobertor",
)


def points() -> list[Punto]:
    """Return four points, out of order; the third has two rows of crop and pest."""
    rows = [
        [],
        [{"cultivo": ["c:nogal"], "plaga": ["p:aranita"]}],
        [
            {"cultivo": ["c:cerezo"], "plaga": ["p:pulgon"]},
            {"cultivo": ["c:nogal"], "plaga": ["p:aranita"]},
        ],
        [],
    ]
    entities = [["p:pulgon"], ["p:aranita", "i:abamectina"], ["p:pulgon", "p:aranita"], []]
    made = [
        Punto(
            numero=number,
            vector=encode_document(texto),
            payload={
                "tipo": "pasaje" if number == 3 else "ficha",
                "id": f"f{number}",
                "informe": "r1" if number < 2 else "r2",
                "entidades": entities[number],
                "usos": rows[number],
                "texto": texto,
            },
        )
        for number, texto in enumerate(_TEXTOS)
    ]
    return made[::-1]


class ColeccionSuite(ABC):
    """Filters are exact, lists are complete and in order, searches rank by words."""

    @abstractmethod
    def coleccion(self, puntos: Sequence[Punto]) -> Coleccion:
        """Return a collection of `puntos`."""

    def _ids(self, filtro: Filtro) -> list[str]:
        return [h.payload["id"] for h in self.coleccion(points()).matching(filtro)]

    def test_a_list_is_complete_and_in_the_order_of_the_collection(self) -> None:
        """All points of the kind, whichever order they were written in."""
        assert self._ids(Filtro(tipo="ficha")) == ["f0", "f1", "f2"]

    def test_any_entity_of_a_group_is_enough(self) -> None:
        """A group is «or»."""
        filtro = Filtro(tipo="ficha", entidades=(("i:abamectina", "p:pulgon"),))
        assert self._ids(filtro) == ["f0", "f1", "f2"]

    def test_every_group_must_match(self) -> None:
        """Groups are «and»."""
        filtro = Filtro(tipo="ficha", entidades=(("p:pulgon",), ("p:aranita",)))
        assert self._ids(filtro) == ["f2"]

    def test_cultivo_and_plaga_must_stand_in_one_row(self) -> None:
        """Cherry and mite are both on the third label, and never together."""
        apart = (("cultivo", ("c:cerezo",)), ("plaga", ("p:aranita",)))
        together = (("cultivo", ("c:cerezo",)), ("plaga", ("p:pulgon",)))
        assert self._ids(Filtro(tipo="ficha", uso=apart)) == []
        assert self._ids(Filtro(tipo="ficha", uso=together)) == ["f2"]

    def test_points_are_found_by_id_and_by_report(self) -> None:
        """The two direct look-ups."""
        assert self._ids(Filtro(tipo="ficha", ids=("f2", "f0"))) == ["f0", "f2"]
        assert self._ids(Filtro(tipo="ficha", informes=("r2",))) == ["f2"]

    def test_a_search_ranks_by_the_words_shared(self) -> None:
        """The one that shares two rare words comes first; one that shares none does not come."""
        found = self.coleccion(points()).search(
            encode_query("pulgones del duraznero"), Filtro(tipo="ficha"), 10
        )
        assert [h.payload["id"] for h in found] == ["f0", "f2"]
        assert found[0].puntaje > found[1].puntaje > 0

    def test_a_search_keeps_to_its_filter_and_its_limit(self) -> None:
        """Rank within what was asked for."""
        collection = self.coleccion(points())
        query = encode_query("pulgón arañita")
        assert len(collection.search(query, Filtro(tipo="ficha"), 2)) == 2
        only = collection.search(query, Filtro(tipo="ficha", informes=("r1",)), 10)
        assert {h.payload["id"] for h in only} == {"f0", "f1"}

    def test_a_search_without_words_finds_nothing(self) -> None:
        """Stop words are no query."""
        found = self.coleccion(points()).search(encode_query("de la"), Filtro(tipo="ficha"), 5)
        assert list(found) == []

    def test_counting_agrees_with_listing(self) -> None:
        """The count shown is the length of the list."""
        collection = self.coleccion(points())
        filtro = Filtro(tipo="ficha", entidades=(("p:pulgon",),))
        assert collection.count(filtro) == len(collection.matching(filtro)) == 2

    def test_a_list_longer_than_a_page_of_the_engine_is_complete(self) -> None:
        """Thousands of rows come back, each once, in order."""
        many = [
            Punto(
                numero=number,
                vector=encode_document(f"producto {number}"),
                payload={"tipo": "ficha", "id": f"f{number}", "entidades": ["x"], "usos": []},
            )
            for number in range(2_345)
        ]
        found = self.coleccion(many).matching(Filtro(tipo="ficha", entidades=(("x",),)))
        assert [h.numero for h in found] == list(range(2_345))
