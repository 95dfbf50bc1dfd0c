"""Who does the work: this process, several processes of this machine, or the workers of a Dask cluster.

Each team gives back the results of a bundle of tasks in the order of the bundles, a bounded number of which are under way.
The work of a worker that is lost is done again by another; an article that is lost with its worker again and again is an error.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, Protocol

from quizgen.corpus.manifest import Entry
from quizgen.corpus.tasks import Done, Task, fail, make_decks
from quizgen.errors import ClusterError

Bundle = tuple[Task | Entry, ...]
Results = tuple[Done | Entry, ...]
AHEAD = 4  # bundles under way for each worker: enough that none waits, few enough to hold in memory
SECONDS = 15  # until a scheduler must answer, and until it must have a worker
LOST = "the process that worked on it was lost, twice (out of memory, perhaps)."
INSTALL = "Run: pip install 'quizgen[cluster]'"


class Team(Protocol):
    """Those who do the work."""

    def work(self, bundles: Iterable[Bundle]) -> Iterator[Results]:
        """The results of each bundle, in order; entries pass as they are."""


@contextmanager
def find_team(jobs: int, scheduler: str) -> Iterator[Team]:
    """The cluster behind `scheduler`, or `jobs` processes, or this one. Raises ClusterError if there is no such cluster."""
    if scheduler:
        with open_cluster(scheduler) as client:
            yield Cluster(client)
    elif jobs > 1:
        with Processes(jobs) as processes:
            yield processes
    else:
        yield Alone()


class Alone:
    """This process."""

    def work(self, bundles: Iterable[Bundle]) -> Iterator[Results]:
        """One bundle after the other."""
        for bundle in bundles:
            yield join(bundle, make_decks(tasks_of(bundle)))


class Processes:
    """Several processes of this machine, started afresh if one of them is lost."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.pool = self._start(jobs)

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *error: object) -> None:
        self.pool.shutdown(wait=not any(error), cancel_futures=True)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=ignore_breaks)

    def work(self, bundles: Iterable[Bundle]) -> Iterator[Results]:
        """Bundles go to whoever is free."""
        waiting: deque[tuple[Bundle, Future[tuple[Done, ...]]]] = deque()
        for bundle in bundles:
            waiting.append((bundle, self._submit(bundle)))
            if len(waiting) >= AHEAD * self.jobs:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _submit(self, bundle: Bundle) -> Future[tuple[Done, ...]]:
        try:
            return self.pool.submit(make_decks, tasks_of(bundle))
        except BrokenProcessPool as error:
            future: Future[tuple[Done, ...]] = Future()
            future.set_exception(error)
            return future

    def _first(self, waiting: deque[tuple[Bundle, Future[tuple[Done, ...]]]]) -> Results:
        bundle, future = waiting.popleft()
        try:
            return join(bundle, future.result())
        except BrokenProcessPool:
            self._restart()
            results = self._one_by_one(bundle)
            for i, (other, _) in enumerate(waiting):
                waiting[i] = (other, self._submit(other))
            return results

    def _restart(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self._start(self.jobs)

    def _one_by_one(self, bundle: Bundle) -> Results:
        """Each task alone, so that the one that takes its process with it takes no other along."""
        done: list[Done] = []
        for task in tasks_of(bundle):
            try:
                done += self.pool.submit(make_decks, (task,)).result()
            except BrokenProcessPool:
                self._restart()
                done.append(fail(task, LOST, lasting=False))
        return join(bundle, done)


def ignore_breaks() -> None:
    """Leave Ctrl-C to the process that hands out the work."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster:
    """The workers of a Dask cluster, as many as there are at the moment. The scheduler gives the work of a lost one to another."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def work(self, bundles: Iterable[Bundle]) -> Iterator[Results]:
        """Bundles go to the scheduler, the next ones when the first come back."""
        waiting: deque[tuple[Bundle, Any]] = deque()
        for bundle in bundles:
            tasks = tasks_of(bundle)
            waiting.append((bundle, self.client.submit(make_decks, tasks, pure=False) if tasks else None))
            if len(waiting) >= AHEAD * max(1, sum(self.client.nthreads().values())):
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _first(self, waiting: deque[tuple[Bundle, Any]]) -> Results:
        from distributed import CancelledError, KilledWorker

        bundle, future = waiting.popleft()
        try:
            return join(bundle, future.result() if future else ())
        except KilledWorker:
            return join(bundle, [fail(task, LOST, lasting=False) for task in tasks_of(bundle)])
        except (CancelledError, OSError, TimeoutError) as error:
            raise ClusterError("the scheduler is lost.", todo="Start it and run the same command again: what is done is not done again.") from error
        except ModuleNotFoundError as error:
            raise ClusterError(f"a worker lacks “{error.name}”.", todo="Install quizgen on every worker, in the same version.") from error


@contextmanager
def open_cluster(address: str) -> Iterator[Any]:
    """A client of the scheduler at `address`. Raises ClusterError if there is none, or it has no workers."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise ClusterError("Dask is not installed.", todo=INSTALL) from error
    for name in ("distributed", "asyncio", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters comes as an error, once
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        todo = "Start it with `dask scheduler`, and give the address that it prints: tcp://host:8786."
        raise ClusterError("no scheduler answers there.", where=address, todo=todo) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError as error:
            raise ClusterError("the scheduler has no workers.", where=address, todo=f"Start some with `dask worker {address}`.") from error
        yield client


def tasks_of(bundle: Bundle) -> tuple[Task, ...]:
    """What there is to do in a bundle."""
    return tuple(one for one in bundle if isinstance(one, Task))


def join(bundle: Bundle, done: Iterable[Done]) -> Results:
    """`done` in the places of their tasks."""
    results = iter(done)
    return tuple(one if isinstance(one, Entry) else next(results) for one in bundle)
