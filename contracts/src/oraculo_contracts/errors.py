"""What can go wrong with a contract. All of it is permanent: a repeat ends the same way."""

from typing import ClassVar


class ContractsError(Exception):
    """Base of this package's errors."""

    retryable: ClassVar[bool] = False


class ContratoInvalidoError(ContractsError):
    """A document is not the event that it should be.

    Neither attribute quotes the document: what people write does not belong into logs.

    Attributes:
        campo: Path of the field, such as `metadata.chat_id` or `filas[3].id`; empty when the
            document itself is bad. The keys of a map read `[...]`.
        motivo: What is wrong with it.
    """

    def __init__(self, campo: str, motivo: str) -> None:
        super().__init__(campo, motivo)
        self.campo = campo
        self.motivo = motivo

    def __str__(self) -> str:
        return f"{self.campo or 'document'}: {self.motivo}"


class ClaveInvalidaError(ContractsError):
    """The key of the ids cannot be used."""
