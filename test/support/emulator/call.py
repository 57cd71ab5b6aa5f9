#!/usr/bin/env python3
"""Ask the AWS API several questions in one process.

Reads a JSON list of [service, operation, parameters] on stdin and writes the JSON list of answers. Lists that come in
pages come whole. The endpoint, the credentials and the region come from the environment. One client serves all calls
of a service.
"""

import json
import sys
from typing import Any

import boto3
from botocore.config import Config

config = Config(retries={"total_max_attempts": 1}, parameter_validation=True)
clients: dict[str, Any] = {}


def call(service: str, operation: str, parameters: dict[str, Any]) -> Any:
    if service not in clients:
        clients[service] = boto3.client(service, config=config)
    client = clients[service]
    if client.can_paginate(operation):
        answer = client.get_paginator(operation).paginate(**parameters).build_full_result()
    else:
        answer = getattr(client, operation)(**parameters)
    answer.pop("ResponseMetadata", None)
    return answer


json.dump([call(*question) for question in json.load(sys.stdin)], sys.stdout, default=str)
