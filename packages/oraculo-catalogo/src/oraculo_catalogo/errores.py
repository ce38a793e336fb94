"""What can fail in this package. Nothing here is cured by trying again."""


class CatalogoError(Exception):
    """Base of the package's failures; permanent."""

    retryable = False


class CatalogoAusenteError(CatalogoError):
    """There is no catalogue file where one was expected."""


class CatalogoIlegibleError(CatalogoError):
    """The file is not a catalogue, or it is damaged."""


class CatalogoIncompatibleError(CatalogoError):
    """The file was written by another version of this package: build it again."""
