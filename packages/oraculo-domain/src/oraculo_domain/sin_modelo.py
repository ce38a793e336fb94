"""The conversation without a language model: nobody to ask, the rules decide alone."""

from collections.abc import Sequence

from oraculo_domain.interpretacion import Intencion


class SinModelo:
    """What runs when no key is configured."""

    def choose(self, texto: str, intenciones: Sequence[Intencion]) -> Intencion | None:  # noqa: ARG002
        """Return `None`, so that the caller keeps to its rules."""
        return None
