"""Puts the generated parts into the README and writes the run-time extract of the catalogue."""

import re
from pathlib import Path

import msgspec

from oraculo_contracts.docs.asyncapi import AsyncApi, flujos_of, load_asyncapi
from oraculo_contracts.docs.glosario import load_glosario
from oraculo_contracts.docs.tables import render_diagram, render_events, render_glosario
from oraculo_contracts.errors import ContractsError
from oraculo_contracts.flujos import FLUJOS_FILE

README_FILE = Path(__file__).parents[3] / "README.md"
FLUJOS_PATH = Path(__file__).parents[1] / FLUJOS_FILE


class SeccionError(ContractsError):
    """A text to fill does not have exactly one section of a name."""


def render_files() -> dict[Path, str]:
    """Return the text that each generated file should have."""
    asyncapi = load_asyncapi()
    return {README_FILE: _render_readme(asyncapi), FLUJOS_PATH: _render_flujos(asyncapi)}


def _render_flujos(asyncapi: AsyncApi) -> str:
    content = msgspec.json.encode(flujos_of(asyncapi))
    return msgspec.json.format(content, indent=2).decode() + "\n"


def _render_readme(asyncapi: AsyncApi) -> str:
    text = README_FILE.read_text(encoding="utf-8")
    text = fill_section(text, "events", render_events(asyncapi))
    text = fill_section(text, "diagram", render_diagram(asyncapi))
    return fill_section(text, "glossary", render_glosario(load_glosario()))


def fill_section(text: str, name: str, content: str) -> str:
    """Return `text` with `content` between the markers `<!-- name -->` and `<!-- /name -->`.

    Raises:
        SeccionError: The text has no such section, or more than one.
    """
    section = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    filled, count = section.subn(lambda match: f"{match[1]}\n{content}\n{match[2]}", text)
    if count != 1:
        raise SeccionError(f"Expected one section {name!r}, found {count}.")
    return filled
