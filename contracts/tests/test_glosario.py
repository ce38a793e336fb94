"""One concept, one word: no identifier of any package uses a banned twin."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from oraculo_contracts.docs.glosario import Termino, find_twin, load_glosario, words_of

REPOSITORY = Path(__file__).parents[2]
PACKAGES = sorted(
    folder
    for pattern in ("contracts/src", "packages/*/src", "services/*/src")
    for folder in REPOSITORY.glob(pattern)
)
TERMINOS = load_glosario()


def identifiers_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield what a module itself names, with its line: not what it only uses of others."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield node.lineno, name
            case ast.AsyncFunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case _:
                pass


def twins_in(source: str) -> list[tuple[int, str, str]]:
    """Return line, identifier and the word to use instead of each twin."""
    found = ((line, name, find_twin(name, TERMINOS)) for line, name in identifiers_in(source))
    return [
        (line, name, twin[1])
        for line, name, twin in found
        if twin and not name.startswith("test_")  # the name of a test is an English sentence
    ]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda folder: folder.parent.name)
def test_no_identifier_uses_a_banned_twin(package: Path) -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}:{line}: {name} → {palabra}"
        for path in sorted(package.rglob("*.py"))
        for line, name, palabra in twins_in(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "palabra"),
    [
        ("class TrialReader: ...", "Ensayo"),
        ("def read_seasons(): ...", "Temporada"),
        ("async def load_crop(): ...", "Cultivo"),
        ("def load(pest): ...", "Plaga"),
        ("for weed in []: ...", "Plaga"),
        ("self.COMPANIES = 1", "Empresa"),
        ("principioActivo = 1", "Ingrediente"),
        ("def f(*, dose_2): ...", "Dosis"),
    ],
)
def test_a_twin_is_found_wherever_a_name_is_given(source: str, palabra: str) -> None:
    assert [found[2] for found in twins_in(source)] == [palabra]


@pytest.mark.parametrize(
    "source",
    [
        "industrial = 1",
        "library.trial()",
        "'trial'",
        "ingredientes = 1",
        "# season",
        "def test_a_trial_has_a_season(): ...",
    ],
)
def test_other_words_and_other_peoples_names_are_free(source: str) -> None:
    assert twins_in(source) == []


def test_words_are_told_apart_in_every_style() -> None:
    assert words_of("HTTPServerLeeDosis_2_ENSAYO") == (
        "http",
        "server",
        "lee",
        "dosis",
        "2",
        "ensayo",
    )
    assert find_twin("x", [Termino(palabra="X", definicion="", gemelos=("y",))]) is None


def test_the_glossary_contradicts_itself_nowhere() -> None:
    words = [termino.palabra.lower() for termino in TERMINOS]
    twins = [gemelo for termino in TERMINOS for gemelo in termino.gemelos]
    assert len(set(words)) == len(words)
    assert len(set(twins)) == len(twins)
    assert not set(words) & set(twins)
    assert all(" ".join(words_of(twin.replace(" ", "_"))) == twin for twin in twins)
