"""Questions of the tests to the AWS API, asked by boto3 in the emulator's process.

A process for each question takes a second to read boto3 and the models of the services.
"""

import json
import threading
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import boto3
from botocore.config import Config

PATH = "/hextet/questions"

_config = Config(retries={"total_max_attempts": 1}, parameter_validation=True, max_pool_connections=50)
_clients: dict[tuple[str, str, str], Any] = {}
_making = threading.Lock()


def answered(application: Callable[..., Any], url: Callable[[], str]) -> Callable[..., Any]:
    """Wrap a WSGI application: a POST of {account, region, calls} to `PATH` is answered by the list of answers.

    A call is [service, operation, parameters] in boto3's words. Lists that come in pages come whole. The first call that
    fails ends it: status 500 and the error's text.
    """

    def application_with_questions(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return application(environ, start_response)
        try:
            length = int(environ.get("CONTENT_LENGTH") or 0)
            question = json.loads(environ["wsgi.input"].read(length))
            account, region = question["account"], question["region"]
            answers = [_call(url(), account, region, *call) for call in question["calls"]]
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(answers, default=str).encode()]
        except Exception:  # noqa: BLE001 - whatever it is, the test shall read it
            start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
            return [traceback.format_exc().encode()]

    return application_with_questions


def _call(url: str, account: str, region: str, service: str, operation: str, parameters: dict[str, Any]) -> Any:
    client = _client(url, account, region, service)
    if client.can_paginate(operation):
        answer = client.get_paginator(operation).paginate(**parameters).build_full_result()
    else:
        answer = getattr(client, operation)(**parameters)
    answer.pop("ResponseMetadata", None)
    return answer


def _client(url: str, account: str, region: str, service: str) -> Any:
    with _making:
        key = (account, region, service)
        if key not in _clients:
            _clients[key] = boto3.client(
                service,
                region_name=region,
                endpoint_url=url,
                aws_access_key_id=account,
                aws_secret_access_key="test",
                config=_config,
            )
        return _clients[key]
