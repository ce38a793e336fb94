"""Failures of the package, each with a Spanish message for the person who runs the command."""


class RagError(Exception):
    """Base of the package's failures."""

    retryable = False


class FuenteIlegibleError(RagError):
    """A source file cannot be read at all: missing, wrong encoding, missing columns."""


class IngestaEnCursoError(RagError):
    """Another process is loading into the same place."""

    retryable = True


class VersionAusenteError(RagError):
    """A published version of the knowledge is missing or damaged."""
