"""Measures the linker against the real sample and prints a table, or JSON with `--json`.

Run with the workspace's Python: `python packages/oraculo-catalogo/measure/medir.py`. With
`--fallos` every case that went wrong is printed as well.
"""

import json
import re
import sys
from collections.abc import Iterator

import nombres
from medidas import Banco, Cifra, complete_sets, first_places, with_errors
from muestra import read_ensayos, read_labels
from oraculo_contracts.tipos import TipoEntidad
from oraculos import Conjunto, Oraculo
from rendimiento import measure_times

Casos = list[tuple[str, Conjunto]]
_PLAGA_SENTENCE = "¿qué tienes para {} en cerezo?"
_INGREDIENTE_SENTENCE = "qué productos contienen {}"
_PRODUCT_SENTENCES = ("{}", "que es {}", "está registrado {}")
_LONG_ENOUGH = 6
_OFF_SUBJECT = ("fuera_de_tema", "fuera_de_tema_2", "fuera_de_tema_3")


def main() -> None:
    """Measure everything and print it."""
    figures = list(measure())
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps({f.nombre: f.valores for f in figures}, ensure_ascii=False))
        return
    for figure in figures:
        values = "  ".join(f"{name} {value:.3f}" for name, value in figure.valores.items())
        sys.stdout.write(f"{figure.nombre:<58} {figure.casos:>5}  {values}\n")
        if "--fallos" in sys.argv:
            sys.stdout.writelines(f"      {failure}\n" for failure in figure.fallos)


def measure() -> Iterator[Cifra]:
    """Yield the figures in the order of the goals."""
    labels, ensayos = read_labels(), read_ensayos()
    bench, oracle = Banco(labels, ensayos), Oraculo(labels, ensayos)
    ingredientes = [(name, oracle.ingrediente(name)) for name in nombres.ingredientes(labels)]
    plagas = [(name, oracle.plaga(name)) for name in nombres.plagas(labels)]
    products = [(n, frozenset(ids)) for n, ids in nombres.products(labels, ensayos).items()]
    yield from _sets(bench, "ingrediente", ingredientes, TipoEntidad.INGREDIENTE)
    yield from _sets(bench, "plaga", plagas, TipoEntidad.PLAGA)
    yield from _synonyms(bench, oracle)
    yield from _products(bench, products)
    yield from _two_errors(bench, products, plagas)
    yield _colloquial(bench, oracle)
    yield from _off_subject(bench)
    yield from measure_times(bench.catalogo)


def _sets(banco: Banco, nombre: str, casos: Casos, tipo: TipoEntidad) -> Iterator[Cifra]:
    sentence = _PLAGA_SENTENCE if tipo is TipoEntidad.PLAGA else _INGREDIENTE_SENTENCE
    readers = {"link_as": banco.linked_as(tipo), "link": banco.linked_in(sentence, tipo)}
    for reader, link in readers.items():
        yield complete_sets(f"{nombre}, {reader}", banco, link, casos)
        wrong = with_errors(casos, errores=1)
        yield complete_sets(f"{nombre}, un error, {reader}", banco, link, wrong)


def _synonyms(banco: Banco, oraculo: Oraculo) -> Iterator[Cifra]:
    cases = [(name, oraculo.plaga(*names)) for name, names in nombres.synonyms().items()]
    known = [(name, wanted) for name, wanted in cases if wanted]
    kind = TipoEntidad.PLAGA
    yield complete_sets("sinónimo de plaga, link_as", banco, banco.linked_as(kind), known)
    link = banco.linked_in(_PLAGA_SENTENCE, kind)
    yield complete_sets("sinónimo de plaga, link", banco, link, known)


def _products(banco: Banco, casos: Casos) -> Iterator[Cifra]:
    readers = {f"link «{s}»": banco.linked_in(s, TipoEntidad.PRODUCTO) for s in _PRODUCT_SENTENCES}
    readers["link_as"] = banco.linked_as(TipoEntidad.PRODUCTO)
    for reader, link in readers.items():
        yield first_places(f"producto, {reader}", banco, link, casos)
        wrong = with_errors(casos, errores=1)
        yield first_places(f"producto, un error, {reader}", banco, link, wrong)
        respaced = [*_joined(casos), *_split(casos)]
        yield first_places(f"producto, junto o separado, {reader}", banco, link, respaced)


def _two_errors(banco: Banco, productos: Casos, plagas: Casos) -> Iterator[Cifra]:
    kinds = {TipoEntidad.PRODUCTO: _long(productos), TipoEntidad.PLAGA: _long(plagas)}
    sentences = {TipoEntidad.PRODUCTO: "que es {}", TipoEntidad.PLAGA: _PLAGA_SENTENCE}
    for kind, cases in kinds.items():
        wrong = with_errors(cases, errores=2)
        as_kind, in_sentence = banco.linked_as(kind), banco.linked_in(sentences[kind], kind)
        yield first_places(f"{kind}, dos errores, link_as", banco, as_kind, wrong)
        yield first_places(f"{kind}, dos errores, link", banco, in_sentence, wrong)


def _long(casos: Casos) -> Casos:
    return [(name, ids) for name, ids in casos if len(name) >= _LONG_ENOUGH]


def _joined(casos: Casos) -> Iterator[tuple[str, Conjunto]]:
    for name, records in casos:
        joined = re.sub(r"[^a-z0-9]+", "", name)
        if joined != name:
            yield joined, records


def _split(casos: Casos) -> Iterator[tuple[str, Conjunto]]:
    for name, records in casos:
        first = re.match(r"[a-z]+", name)
        if first and len(first[0]) >= _LONG_ENOUGH:
            half = len(first[0]) // 2
            yield f"{name[:half]} {name[half:]}", records


def _colloquial(banco: Banco, oraculo: Oraculo) -> Cifra:
    right = 0
    failures: list[str] = []
    questions = nombres.colloquial()
    for kind, cases in questions.items():
        of_names = oraculo.plaga if kind == TipoEntidad.PLAGA else oraculo.cultivo
        for question, names in cases.items():
            link = banco.linked_in("{}", TipoEntidad(kind))
            mencion = link(question)
            found = banco.records(mencion.ids) if mencion else frozenset[str]()
            complete = bool(found) and found >= of_names(*names)
            right += complete and len(found & of_names(*names)) >= 0.9 * len(found)
            if not complete or found != of_names(*names):
                failures.append(f"{question}: {len(found)} of {len(of_names(*names))}")
    total = sum(map(len, questions.values()))
    return Cifra("formas coloquiales", total, {"completas": right / total}, tuple(failures))


def _off_subject(banco: Banco) -> Iterator[Cifra]:
    """Yield the share of false links in each list of ordinary questions, and in all."""
    lists = {name: nombres.off_subject(f"{name}.txt") for name in _OFF_SUBJECT}
    lists["fuera_de_tema, todas"] = [question for found in lists.values() for question in found]
    for name, questions in lists.items():
        linked = [
            f"{question}: {[(m.texto, m.ids[0], m.metodo) for m in found]}"
            for question in questions
            if (found := banco.enlazador.link(question))
        ]
        yield Cifra(name, len(questions), {"falsos": len(linked) / len(questions)}, tuple(linked))


if __name__ == "__main__":
    main()
