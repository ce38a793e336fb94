"""Fakes of the ports, builders of events, and the suites that every adapter must pass."""
