"""Blocks to passages: nothing is lost, no row is cut, ids are stable."""

from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.informes.bloques import Bloque, Fila, Parrafo, Tabla, Titulo
from oraculo_rag.informes.chunking import Chunker, passage_id
from oraculo_rag.informes.modelo import Pasaje, TipoPasaje

_TARGET = 120
_WORD = st.text("aeñRT1,5", min_size=1, max_size=12)
_PROSE = st.lists(
    st.tuples(_WORD, st.sampled_from(["", ".", ";", " sp."])), min_size=1, max_size=20
)
_TEXT = _PROSE.map(lambda words: " ".join(word + mark for word, mark in words))
_PAGE = st.none() | st.integers(1, 9)
_HEADINGS = st.builds(Titulo, texto=_TEXT, nivel=st.integers(1, 3), pagina=_PAGE)
_PARAGRAPHS = st.builds(Parrafo, texto=_TEXT, pagina=_PAGE)


@st.composite
def _tables(draw: st.DrawFn) -> Tabla:
    width = draw(st.integers(2, 4))
    row = st.lists(_TEXT, min_size=width, max_size=width).map(tuple)
    filas = st.builds(Fila, celdas=row, pagina=_PAGE)
    return Tabla(
        leyenda=draw(st.just("") | _TEXT),
        cabecera=draw(st.just(()) | row),
        filas=tuple(draw(st.lists(filas, min_size=1, max_size=5))),
    )


_BLOCKS = st.lists(_HEADINGS | _PARAGRAPHS | _tables(), max_size=8)


def _chunk(bloques: list[Bloque], target: int = _TARGET) -> list[Pasaje]:
    return list(Chunker("ensayo.pdf", target).chunk(bloques))


def _words(bloque: Bloque) -> list[str]:
    if isinstance(bloque, Tabla):
        cells = [text for fila in bloque.filas for text in fila.celdas]
        return " ".join([bloque.leyenda, *bloque.cabecera, *cells]).split()
    return bloque.texto.split()


@given(_BLOCKS)
def test_every_word_is_in_some_passage(bloques: list[Bloque]) -> None:
    found = {
        word for p in _chunk(bloques) for word in f"{p.seccion} {p.texto}".split() if word != "|"
    }
    assert {word for bloque in bloques for word in _words(bloque)} <= found


@given(_BLOCKS)
def test_no_row_is_cut_lost_or_repeated(bloques: list[Bloque]) -> None:
    rows = [f.celdas for bloque in bloques if isinstance(bloque, Tabla) for f in bloque.filas]
    assert [row for pasaje in _chunk(bloques) for row in pasaje.filas] == rows


@given(_BLOCKS)
def test_only_a_single_row_exceeds_the_target(bloques: list[Bloque]) -> None:
    for pasaje in _chunk(bloques):
        assert len(pasaje.texto) <= _TARGET or len(pasaje.filas) == 1


@given(_BLOCKS)
def test_ids_are_unique_and_the_same_every_time(bloques: list[Bloque]) -> None:
    ids = [pasaje.id for pasaje in _chunk(bloques)]
    assert len(set(ids)) == len(ids)
    assert ids == [pasaje.id for pasaje in _chunk(bloques)]


def test_an_edit_elsewhere_leaves_an_id_as_it_is() -> None:
    first, second = Titulo(texto="Objetivo", nivel=1), Parrafo(texto="Medir el daño.")
    before = _chunk([first, second])[-1]
    after = _chunk([Parrafo(texto="Un prólogo nuevo."), first, second])[-1]
    assert before.id == after.id


def test_an_id_fits_its_field_however_long_the_report_is_named() -> None:
    assert len(passage_id("informe " * 40, 1234, "Resultados", "texto")) <= 128


def test_passages_follow_sections_and_nest_their_headings() -> None:
    bloques: list[Bloque] = [
        Titulo(texto="3. Resultados", nivel=1),
        Titulo(texto="3.1 Daño", nivel=2),
        Parrafo(texto="Hubo menos daño."),
        Titulo(texto="4. Conclusiones", nivel=1),
        Parrafo(texto="T2 fue mejor."),
    ]
    assert [(p.seccion, p.texto) for p in _chunk(bloques)] == [
        ("3. Resultados › 3.1 Daño", "Hubo menos daño."),
        ("4. Conclusiones", "T2 fue mejor."),
    ]


def test_a_heading_with_nothing_below_is_a_passage() -> None:
    bloques: list[Bloque] = [Titulo(texto="INFORME FINAL", nivel=1), Titulo(texto="Uno", nivel=1)]
    assert [p.texto for p in _chunk(bloques)] == ["INFORME FINAL", "Uno"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentences = [
        f"La severidad en el bloque {n} fue de {n},5 % en Vitis sp. Regina." for n in (1, 2)
    ]
    assert [p.texto for p in _chunk([Parrafo(texto=" ".join(sentences))], target=70)] == sentences


def test_a_passage_names_the_pages_that_it_stands_on() -> None:
    text = "Una frase al pie. Otra en la siguiente."
    parrafo = Parrafo(texto=text, pagina=4, saltos=((text.index("Otra"), 5),))
    assert [(p.pagina, p.pagina_fin) for p in _chunk([parrafo])] == [(4, 5)]
    assert [(p.pagina, p.pagina_fin) for p in _chunk([parrafo], target=25)] == [(4, 4), (5, 5)]


def test_a_long_table_repeats_caption_and_header() -> None:
    filas = tuple(Fila(celdas=(f"T{n}", "Aurelia 50 WG", f"{n},5 L/ha")) for n in range(9))
    tabla = Tabla(leyenda="Tabla 1. Dosis.", cabecera=("Trat.", "Producto", "Dosis"), filas=filas)
    passages = _chunk([tabla])
    assert len(passages) > 1
    for pasaje in passages:
        assert pasaje.tipo is TipoPasaje.TABLA
        assert pasaje.texto.splitlines()[:2] == ["Tabla 1. Dosis.", "Trat. | Producto | Dosis"]
