"""Port: reads the words of a message as entities of the catalogue."""

from typing import Protocol

from oraculo_contracts.tipos import Mencion, TipoEntidad


class Enlazador(Protocol):
    """The entity linker. Pure: the same text and catalogue give the same mentions."""

    def tokens(self, texto: str) -> tuple[str, ...]:
        """Return the words of `texto`: lower case, without accents or marks."""
        ...

    def link(self, texto: str) -> tuple[Mencion, ...]:
        """Return the mentions in `texto`, in order and without overlap."""
        ...

    def link_as(self, texto: str, tipo: TipoEntidad) -> Mencion | None:
        """Return what `texto` names, knowing that it names something of type `tipo`."""
        ...
