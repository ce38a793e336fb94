"""Measure how words and meaning are best fused: what a good arm adds, what a useless one costs.

uv run python packages/oraculo-rag/measure/fusion.py REGISTRO

REGISTRO is a CSV of the register. Questions are two rare words of a label, as written, with a
typing error in one of them, or in both; right is every label that holds both words. `letras` is an
embedder that helps (it sees through errors), `ruido` one that knows nothing. The rule: whatever
the embedder, what is first by the words alone is first (of several with equal words, any).
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oraculo_catalogo.texto import stem, tokens
from oraculo_rag.densos.incrustador import Incrustador
from oraculo_rag.indice.codificacion import encode_document, encode_query, terms
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.fusion import FUSION, Fusion
from oraculo_rag.indice.puntos import Punto, label_text
from oraculo_rag.lectura.registro import read_register
from oraculo_rag.testing.incrustadores import LetrasIncrustador, RuidoIncrustador

DIMENSION = 256
PREGUNTAS = 300
CORTE = 10
LARGO = 6
RARA = 0.05
"""A word in more than this share of the labels says little about the one that is sought."""

IGUALES = 1e-6
Escrita = tuple[str, frozenset[int]]
Hallazgos = Sequence[Hallazgo]
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


@dataclass
class Cuenta:
    """What came out of one kind of question."""

    primeras: int = 0
    inversos: float = 0.0
    relegadas: int = 0

    def add(self, alone: Hallazgos, fused: Hallazgos, correctas: frozenset[int]) -> None:
        """Count one question, by the words alone and fused."""
        places = [n for n, hallazgo in enumerate(fused, 1) if hallazgo.numero in correctas]
        self.primeras += places[:1] == [1]
        self.inversos += 1 / places[0] if places else 0.0
        # Of equal words neither is first.
        led = alone and (len(alone) == 1 or alone[0].puntaje > alone[1].puntaje + IGUALES)
        self.relegadas += bool(led) and fused[0].numero != alone[0].numero

    def __str__(self) -> str:
        """Return how often a right label is first, its mean inverse place, the words overruled."""
        return (
            f"{self.primeras / PREGUNTAS:.3f} {self.inversos / PREGUNTAS:.3f} {self.relegadas:3d}"
        )


def measure(
    coleccion: ColeccionEmbebida, preguntas: Sequence[Sequence[Escrita]], arm: Incrustador | None
) -> list[Cuenta]:
    """Return what comes out of each kind of question; without `arm`, by the words alone."""
    counts = [Cuenta() for _ in preguntas]
    for count, kind in zip(counts, preguntas, strict=True):
        for texto, correctas in kind:
            alone = coleccion.search(encode_query(texto), TIPO, CORTE)
            denso = arm.embed_query(texto) if arm else None
            fused = coleccion.search(encode_query(texto), TIPO, CORTE, denso)
            count.add(alone, fused, correctas)
    return counts


def compare(textos: Sequence[str], preguntas: Sequence[Sequence[Escrita]], arm: Incrustador) -> int:
    """Print a line a fusion; return how often the one in use took the first place from words."""
    overruled = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c"
        list(ColeccionEmbebida.build(path, points(textos, arm)))
        for fusion in (None, *CANDIDATAS):
            coleccion = ColeccionEmbebida(path, fusion or FUSION)
            counts = measure(coleccion, preguntas, arm if fusion else None)
            name = f"{arm.identidad} k={fusion.k} denso={fusion.denso}" if fusion else "words alone"
            print(f"{name:28}", *counts, sep="   ")
            overruled += sum(count.relegadas for count in counts) if fusion == FUSION else 0
            coleccion.close()
    return overruled


def main() -> int:
    """Print the comparison; 1 when the fusion in use breaks the rule."""
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
    print(f"{len(textos)} labels, {PREGUNTAS} questions of each kind.")
    print(f"R@1, MRR@{CORTE}, words overruled: as written, with one error, with two")
    arms = (LetrasIncrustador(DIMENSION), RuidoIncrustador(DIMENSION))
    return 1 if sum(compare(textos, kinds, arm) for arm in arms) else 0


if __name__ == "__main__":
    sys.exit(main())
