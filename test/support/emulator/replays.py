"""One execution for each call, however often a client sends it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

_KEPT = 2000


class _Answer:
    """What one call was answered; whoever sends the call again waits for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.start: tuple[str, list[tuple[str, str]]] | None = None
        self.body: list[bytes] = []


def once(application: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a WSGI application: symptom cured: a second route table that is in no state, and a VPC that cannot go.

    On a busy machine a connection breaks after moto has worked and before the client has read: the SDK sends the call
    again, with the same `amz-sdk-invocation-id`. It gets the first answer. A call that was refused is done again.
    """
    answers: OrderedDict[str, _Answer] = OrderedDict()
    all_answers = threading.Lock()

    def answer_of(invocation: str) -> _Answer:
        with all_answers:
            answer = answers.setdefault(invocation, _Answer())
            while len(answers) > _KEPT:
                answers.popitem(last=False)
            return answer

    def application_once(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if invocation is None:
            return application(environ, start_response)
        answer = answer_of(invocation)
        with answer.lock:
            if answer.start is None:
                body, start = _called(application, environ)
                if not start[0].startswith("2"):
                    start_response(*start)
                    return body
                answer.start, answer.body = start, body
            start_response(*answer.start)
            return answer.body

    return application_once


def _called(
    application: Callable[..., Any], environ: dict[str, Any]
) -> tuple[list[bytes], tuple[str, list[tuple[str, str]]]]:
    """The whole body of an application's answer, and what it starts with."""
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        started.append((status, headers))

    body = application(environ, start_response)
    try:
        chunks = list(body)
    finally:
        if hasattr(body, "close"):
            body.close()
    return chunks, started[-1]
