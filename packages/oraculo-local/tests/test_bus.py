import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from oraculo_local.sqlite import Cola, Recibo, open_database
from oraculo_local.sqlite.cola import ARRIENDO_S


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "oraculo.db")
    yield connection
    connection.close()


def put(cola: Cola, evento_id: str, grupo: str = "g", name: str = "a", wait: float = 0) -> None:
    cola.publish(name, grupo, tipo="T", evento_id=evento_id, cuerpo=b"{}", espera_s=wait)


def test_a_repeated_publication_is_the_same_message(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    cola = Cola(connection, owner="uno", clock=clock)
    put(cola, "e1")
    put(cola, "e1")
    assert cola.depth("a") == 1


def test_a_group_keeps_its_order_while_another_group_goes_on(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    cola = Cola(connection, owner="uno", clock=clock)
    for evento_id, grupo in (("a1", "a"), ("a2", "a"), ("b1", "b")):
        put(cola, evento_id, grupo)
    first, second = cola.lease(["a"]), cola.lease(["a"])
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("a1", "b1")
    assert cola.lease(["a"]) is None
    cola.acknowledge(first)
    third = cola.lease(["a"])
    assert third is not None
    assert third.id == "a2"


def test_a_delayed_message_is_not_lent_before_its_time(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    cola = Cola(connection, owner="uno", clock=clock)
    put(cola, "e1", wait=30)
    assert cola.lease(["a"]) is None
    clock.now += 30
    assert cola.lease(["a"]) is not None


def test_what_a_dead_process_had_in_work_is_lent_again_at_once(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    dead = Cola(connection, owner="muerto", clock=clock)
    put(dead, "e1")
    assert dead.lease(["a"]) is not None
    living = Cola(connection, owner="vivo", clock=clock)
    assert living.lease(["a"]) is None
    assert living.reclaim(alive=lambda owner: owner == "vivo") == 1
    again = living.lease(["a"])
    assert again is not None
    assert again.intentos == 1


def test_what_a_living_process_has_in_work_is_left_alone(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    other = Cola(connection, owner="otro", clock=clock)
    put(other, "e1")
    other.lease(["a"])
    mine = Cola(connection, owner="yo", clock=clock)
    assert mine.reclaim(alive=lambda _owner: True) == 0
    assert mine.lease(["a"]) is None


def test_a_lease_that_nobody_ends_runs_out(connection: sqlite3.Connection, clock: Clock) -> None:
    cola = Cola(connection, owner="uno", clock=clock)
    put(cola, "e1")
    cola.lease(["a"])
    clock.now += ARRIENDO_S
    assert cola.lease(["a"]) is not None


def test_a_parked_message_leaves_its_queue_and_is_kept(
    connection: sqlite3.Connection, clock: Clock
) -> None:
    cola = Cola(connection, owner="uno", clock=clock)
    put(cola, "e1")
    recibo = cola.lease(["a"])
    assert recibo is not None
    cola.move(recibo, "muertas")
    assert (cola.depth("a"), cola.depth("muertas")) == (0, 1)


class BusMachine(RuleBasedStateMachine):
    """Publish, lend, end, give back, die and wait: nothing is lost and order holds in a group."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.connection = open_database(Path(":memory:"))
        self.cola = Cola(self.connection, owner="p0", clock=self.clock)
        self.generation = 0
        self.sent: dict[str, list[str]] = {"g1": [], "g2": []}
        self.done: dict[str, list[str]] = {"g1": [], "g2": []}
        self.lent: list[Recibo] = []

    @rule(grupo=st.sampled_from(["g1", "g2"]))
    def publish(self, grupo: str) -> None:
        evento_id = f"{grupo}-{len(self.sent[grupo])}"
        put(self.cola, evento_id, grupo)
        self.sent[grupo].append(evento_id)

    @rule()
    def lend(self) -> None:
        recibo = self.cola.lease(["a"])
        if recibo is not None:
            self.lent.append(recibo)

    @precondition(lambda self: self.lent)
    @rule()
    def finish(self) -> None:
        recibo = self.lent.pop(0)
        self.cola.acknowledge(recibo)
        self.done[recibo.grupo].append(recibo.id)

    @precondition(lambda self: self.lent)
    @rule()
    def give_back(self) -> None:
        self.cola.release(self.lent.pop(), 0)

    @rule()
    def die_and_restart(self) -> None:
        self.generation += 1
        self.lent.clear()
        self.cola = Cola(self.connection, owner=f"p{self.generation}", clock=self.clock)
        self.cola.reclaim(alive=lambda _owner: False)

    @rule(seconds=st.floats(min_value=0, max_value=ARRIENDO_S / 2))
    def wait(self, seconds: float) -> None:
        if not self.lent:
            self.clock.now += seconds

    @invariant()
    def each_group_ends_in_the_order_in_which_it_was_sent(self) -> None:
        for grupo, done in self.done.items():
            assert done == self.sent[grupo][: len(done)]

    @invariant()
    def nothing_is_lost(self) -> None:
        total = sum(len(ids) for ids in self.sent.values())
        ended = sum(len(ids) for ids in self.done.values())
        assert self.cola.depth("a") == total - ended

    def teardown(self) -> None:
        self.connection.close()


TestBus = BusMachine.TestCase
TestBus.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
