"""A Dask cluster on loopback: the bytes of a local run, a lost worker's articles done again, clear errors."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.corpus import Order, run_corpus
from quizgen.corpus.teams import open_cluster
from quizgen.errors import ClusterError
from quizgen.pipeline import Settings
from tests.corpus.test_corpus import decks_in, ignore, make_corpus

pytest.importorskip("distributed", reason="Dask is not installed")
QUIET = {"DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error", "PYTHONWARNINGS": "ignore"}


def start(module: str, *words: str) -> subprocess.Popen[str]:
    """A scheduler or worker of its own process."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *words]
    return subprocess.Popen(command, env={**os.environ, **QUIET}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler, and its two workers."""
    about = tmp_path / "scheduler.json"
    processes = [start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(about))]
    options = ("--scheduler-file", str(about), "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
    workers = [start("dask_worker", *options, "--local-directory", str(tmp_path / f"w{n}")) for n in range(2)]
    try:
        while not about.exists() or not about.read_text():
            assert processes[0].poll() is None, "the scheduler did not start"
            time.sleep(0.05)
        import json

        yield json.loads(about.read_text())["address"], workers
    finally:
        for process in (*workers, *processes):
            process.kill()
            process.wait()


@pytest.mark.model
@pytest.mark.slow
def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(cluster: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path) -> None:
    """Half-way one of two workers is killed; every article is done all the same, each once, and every deck is that of a local run."""
    address, workers = cluster
    source = make_corpus(tmp_path / "in", 120)
    written: list[Path] = []

    def watch(path: Path) -> None:
        written.append(path)
        if len(written) == 60:
            os.kill(workers[0].pid, signal.SIGKILL)

    with open_cluster(address) as client:
        client.wait_for_workers(2, timeout=20)
    outcome = run_corpus(Order(source=str(source), folder=tmp_path / "far", settings=Settings(), formats=("json",), scheduler=address), watch, ignore)
    assert workers[0].wait(5) == -signal.SIGKILL and workers[1].poll() is None
    assert not outcome.failed and len(written) == len(set(written)) == 121
    run_corpus(Order(source=str(source), folder=tmp_path / "near", settings=Settings(), formats=("json",)), ignore, ignore)
    assert decks_in(tmp_path / "far") == decks_in(tmp_path / "near") and len(decks_in(tmp_path / "far")) == 120


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One message: what, where, what next."""
    monkeypatch.setattr("quizgen.corpus.teams.SECONDS", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", "tcp://"):
        with pytest.raises(ClusterError, match="no scheduler answers") as caught, open_cluster(address):
            pass
        assert address in str(caught.value) and "dask scheduler" in str(caught.value)


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the command that installs it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'quizgen\[cluster\]'"), open_cluster("tcp://127.0.0.1:8786"):
        pass
