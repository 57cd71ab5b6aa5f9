"""Images named by a Systems Manager parameter (`resolve:ssm:...`)."""

from typing import Any

from moto.ec2.exceptions import InvalidAMIIdError
from moto.ec2.models.instances import InstanceBackend
from moto.ssm.models import ssm_backends

from patching import around

PREFIX = "resolve:ssm:"


def resolve(backend: Any, image_id: str | None) -> str | None:
    """The AMI id a launch would use for `image_id`; AWS looks the parameter up at every launch."""
    if not image_id or not image_id.startswith(PREFIX):
        return image_id
    parameters = ssm_backends[backend.account_id][backend.region_name]
    parameter = parameters.get_parameter(image_id.removeprefix(PREFIX))
    if parameter is None:
        raise InvalidAMIIdError(image_id)
    return parameter.value


@around(InstanceBackend, "run_instances")
def _resolve_image(original: Any, self: InstanceBackend, image_id: str | None, *rest: Any, **kw: Any) -> Any:
    """An instance of a launch template with `resolve:ssm:<parameter>` reports that text as its image, found or not."""
    template = kw.get("launch_template")
    if not image_id and template:
        image_id = self._get_template_from_args(template).image_id
    return original(self, resolve(self, image_id), *rest, **kw)
