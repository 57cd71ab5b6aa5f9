"""Account settings of ECS: one for each user or role, and the account's default for the others."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.models import AccountSetting
from moto.ecs.responses import EC2ContainerServiceResponse as Response

from patching import around, default

# Written in the prose of botocore's model; its enum is behind.
DUAL_STACK = "dualStackIPv6"


def defaults(backend: Any) -> dict[str, AccountSetting]:
    """The account's default settings."""
    if not hasattr(backend, "account_setting_defaults"):
        backend.account_setting_defaults = {}
    found: dict[str, AccountSetting] = backend.account_setting_defaults
    return found


def put_account_setting_default(self: Response) -> ActionResult:
    name, value = self._get_param("name"), self._get_param("value")
    self.ecs_backend.list_account_settings(name)  # Refuses a name that ECS does not have.
    if name == DUAL_STACK and value not in ("enabled", "disabled", "on", "off"):
        raise InvalidParameterException(f"{value} is no value of {name}")
    setting = defaults(self.ecs_backend)[name] = AccountSetting(name, value)
    return ActionResult({"setting": described(self.ecs_backend, setting)})


def described(backend: Any, setting: AccountSetting) -> dict[str, str]:
    principal = f"arn:aws:iam::{backend.account_id}:root"
    return {"name": setting.name, "value": setting.value, "principalArn": principal, "type": "user"}


@around(Response, "list_account_settings")
def _list(original: Any, self: Response) -> ActionResult:
    """ListAccountSettings knows neither the account's defaults nor effectiveSettings."""
    name = self._get_param("name")
    own = self.ecs_backend.list_account_settings(name, self._get_param("value"))
    if not self._get_param("effectiveSettings"):
        return original(self)
    effective = {DUAL_STACK: AccountSetting(DUAL_STACK, "disabled"), **defaults(self.ecs_backend)}
    effective |= {setting.name: setting for setting in own}
    chosen = [setting for setting in effective.values() if name in (None, setting.name)]
    return ActionResult({"settings": [described(self.ecs_backend, setting) for setting in chosen]})


# Symptom without it: PutAccountSettingDefault is answered with 500 (not implemented).
default(Response, "put_account_setting_default", put_account_setting_default)
