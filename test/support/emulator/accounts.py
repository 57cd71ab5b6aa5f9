"""One AWS account for each access key made of twelve digits, so that parallel stacks do not see each other."""

import re
from collections.abc import Callable
from typing import Any

_CREDENTIAL = re.compile(r"Credential=(\d{12})/")


def by_access_key(application: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a WSGI application: symptom cured: stock moto puts every unknown access key into account 123456789012.

    moto takes the account from the header `x-moto-account-id`, which Terraform and the AWS SDKs cannot send.
    """

    def application_with_account(environ: dict[str, Any], start_response: Any) -> Any:
        found = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if found:
            environ["HTTP_X_MOTO_ACCOUNT_ID"] = found.group(1)
        return application(environ, start_response)

    return application_with_account
