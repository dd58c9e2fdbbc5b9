"""A process of ours that answers one question at a time over its pipes: the parent's side and the child's.

Messages are pickles, which frame themselves; each side reads only what the other, our own program, wrote. A child ends
when its parent does, however that ends, because its standard input is closed then.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from attrs import frozen

import monitor

_COLLECTED: Final = (
    20_000,
    20,
    50,
)  # objects before a collection, and how rarely the older ones: reading makes millions


@frozen
class Trouble:
    """The child met an error; it goes on."""

    why: str


class Child:
    """A process that runs `module`, told `setup` first; it gets ready while the caller goes on."""

    def __init__(self, module: str, setup: object) -> None:
        home = str(Path(monitor.__file__).parents[1])
        known = os.environ.get("PYTHONPATH", "")
        self._process = subprocess.Popen(  # noqa: S603  (ourselves)
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": f"{home}{os.pathsep}{known}" if known else home},
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError(f"{module} has no pipes")
        self._requests, self._answers = self._process.stdin, self._process.stdout
        self._ready = threading.Thread(target=self._prepare, args=(setup,), daemon=True)
        self._ready.start()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def ask(self, question: object, *, longest: float) -> Any:
        """Send a question and wait for its answer, a Trouble where the child met an error.

        Raises TimeoutError where that takes longer than `longest` seconds (the process is ended then), EOFError or
        OSError where the process has ended.
        """
        self._ready.join()
        pickle.dump(question, self._requests, protocol=pickle.HIGHEST_PROTOCOL)
        self._requests.flush()
        if not select.select([self._answers], [], [], longest)[0]:
            self._process.kill()
            raise TimeoutError
        return pickle.load(self._answers)  # noqa: S301  (from our own process)

    def end(self) -> None:
        """Close the pipes, which ends a sound process, and end one that is not."""
        for pipe in (self._requests, self._answers):
            try:
                pipe.close()
            except OSError:
                continue
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _prepare(self, setup: object) -> None:
        """Tell it the setup, which waits until it has loaded."""
        try:
            pickle.dump(setup, self._requests, protocol=pickle.HIGHEST_PROTOCOL)
            self._requests.flush()
        except (OSError, ValueError):
            return  # it has ended, or `end` closed the pipe before it was needed; a first question says so


def serve(prepare: Callable[[Any], Callable[[Any], object]]) -> NoReturn:
    """In the child: make the answering function from the setup, answer until the parent closes the pipe, end there.

    Whatever prints goes to standard error from now on and cannot garble an answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the crawl, and then us
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    questions = sys.stdin.buffer
    try:
        answer = prepare(pickle.load(questions))  # noqa: S301  (from the parent)
        gc.freeze()
        gc.set_threshold(*_COLLECTED)
        while True:
            pickle.dump(_answered(answer, pickle.load(questions)), answers, pickle.HIGHEST_PROTOCOL)  # noqa: S301
            answers.flush()
    except (EOFError, BrokenPipeError):
        sys.stderr.flush()
        os._exit(0)  # nothing is left to be kept, and to take apart what a reader has learnt takes half a second


def _answered(answer: Callable[[Any], object], question: object) -> object:
    try:
        return answer(question)
    except Exception as problem:  # noqa: BLE001  (one page's fate, told with its reason, never the process's end)
        return Trouble(f"{type(problem).__name__}: {str(problem)[:300]}")
