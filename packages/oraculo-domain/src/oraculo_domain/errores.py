"""Failures of the domain. Expected outcomes are data; these are not."""


class DomainError(Exception):
    """Base of the package's failures."""

    retryable = False


class ConflictoVersionError(DomainError):
    """Another turn changed the session first: load it again and decide again."""

    retryable = True
