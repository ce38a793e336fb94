"""Measure how words and meaning are best fused: what a good arm adds, what a useless one costs.

uv run python packages/oraculo-rag/measure/fusion.py REGISTRO

REGISTRO is a CSV of the register. Questions are two rare words of a label, as written, with a
typing error in one of them, or in both; right is every label that holds both words. `letras` is an
embedder that helps (it sees through errors), `ruido` one that knows nothing. The rule: whatever
the embedder, words as written are found as well as by the words alone.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oraculo_catalogo.texto import stem, tokens
from oraculo_rag.densos.incrustador import Incrustador
from oraculo_rag.indice.codificacion import encode_document, encode_query, terms
from oraculo_rag.indice.coleccion import Filtro
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.fusion import Fusion
from oraculo_rag.indice.puntos import Punto, label_text
from oraculo_rag.lectura.registro import read_register
from oraculo_rag.testing.incrustadores import LetrasIncrustador, RuidoIncrustador

DIMENSION = 256
PREGUNTAS = 300
CORTE = 10
LARGO = 6
RARA = 0.05
"""A word in more than this share of the labels says little about the one that is sought."""

TIPO = Filtro(tipo="etiqueta")
CANDIDATAS = (
    *(Fusion(k=2, denso=weight) for weight in (1.0, 0.5, 0.3, 0.2, 0.1, 0.05)),
    *(Fusion(k=60, denso=weight) for weight in (1.0, 0.5, 0.1)),
)


@dataclass(frozen=True)
class Pregunta:
    """Two words that some labels hold."""

    palabras: tuple[str, str]
    correctas: frozenset[int]


def questions(textos: Sequence[str], azar: random.Random) -> list[Pregunta]:
    """Return questions that are answered by few of `textos`."""
    stems = [frozenset(terms(texto)) for texto in textos]
    holding = Counter(stem for words in stems for stem in words)
    made: list[Pregunta] = []
    while len(made) < PREGUNTAS:
        words = {word for word in tokens(azar.choice(textos)) if len(word) >= LARGO}
        rare = sorted(w for w in words if 0 < holding[stem(w)] <= RARA * len(textos))
        if len(rare) >= len(("una", "otra")):
            one, other = azar.sample(rare, 2)
            both = {stem(one), stem(other)}
            right = frozenset(n for n, words in enumerate(stems) if both <= words)
            made.append(Pregunta((one, other), right))
    return made


def mistyped(word: str, azar: random.Random) -> str:
    """Return `word` with two neighbouring letters swapped, or one left out."""
    place = azar.randrange(1, len(word) - 1)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return swapped if azar.random() < 1 / 2 else word[:place] + word[place + 1 :]


def points(textos: Sequence[str], incrustador: Incrustador) -> list[Punto]:
    """Return one point a text, found by its words and by its vector."""
    vectors = incrustador.embed_documents(textos)
    return [
        Punto(
            numero=n, vector=encode_document(texto), payload={"tipo": TIPO.tipo}, denso=vectors[n]
        )
        for n, texto in enumerate(textos)
    ]


def first_place(
    coleccion: ColeccionEmbebida,
    texto: str,
    correctas: frozenset[int],
    incrustador: Incrustador | None,
) -> float:
    """Return one over the place of the first right label, or 0 when it is not among the first."""
    denso = incrustador.embed_query(texto) if incrustador else None
    found = coleccion.search(encode_query(texto), TIPO, CORTE, denso)
    places = (n for n, hallazgo in enumerate(found, 1) if hallazgo.numero in correctas)
    return 1 / next(places, float("inf"))


def report(name: str, places: Sequence[Sequence[float]]) -> None:
    """Print, of each kind of question, how often the first result is right, and the mean place."""
    columns = (
        f"{sum(p == 1 for p in kind) / len(kind):.3f} {sum(kind) / len(kind):.3f}"
        for kind in places
    )
    print(f"{name:34}", *columns, sep="   ")


def main() -> None:
    """Print a line for the words alone, and one for each embedder and fusion."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("registro", type=Path)
    registro = parser.parse_args().registro
    textos = [label_text(label) for label in read_register(registro).fichas]
    azar = random.Random(7)  # noqa: S311 # a sample, no secret
    asked = questions(textos, azar)
    kinds = [
        [(" ".join(p.palabras), p.correctas) for p in asked],
        [(f"{p.palabras[0]} {mistyped(p.palabras[1], azar)}", p.correctas) for p in asked],
        [(" ".join(mistyped(w, azar) for w in p.palabras), p.correctas) for p in asked],
    ]
    print(f"{len(textos)} labels, {PREGUNTAS} questions of each kind; R@1 and MRR@{CORTE}")
    print(f"{'':34}   as written    one error     two errors")
    for incrustador in (LetrasIncrustador(DIMENSION), RuidoIncrustador(DIMENSION)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "c"
            list(ColeccionEmbebida.build(path, points(textos, incrustador)))
            words = ColeccionEmbebida(path)
            alone = [[first_place(words, t, right, None) for t, right in kind] for kind in kinds]
            report("words alone", alone)
            words.close()
            for fusion in CANDIDATAS:
                coleccion = ColeccionEmbebida(path, fusion)
                fused = [
                    [first_place(coleccion, t, right, incrustador) for t, right in kind]
                    for kind in kinds
                ]
                report(f"{incrustador.identidad} k={fusion.k} denso={fusion.denso}", fused)
                coleccion.close()


if __name__ == "__main__":
    main()
