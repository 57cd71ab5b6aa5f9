"""EC2 launch templates."""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.utils import parse_user_data

from patching import around


@around(LaunchTemplate, "create_version")
def _version(original: Any, self: LaunchTemplate, data: dict[str, Any], *rest: Any, **kw: Any) -> Any:
    """Tags of the template itself come back as `tag_specifications` of its data (planned away for ever), and the user
    data of a second version makes every launch fail with 500."""
    specifications = data.get("TagSpecifications") or []
    data["TagSpecifications"] = [s for s in specifications if s.get("ResourceType") != "launch-template"]
    if not data["TagSpecifications"]:
        del data["TagSpecifications"]
    if type(data.get("UserData")) is str:
        data["UserData"] = parse_user_data(data["UserData"])
    return original(self, data, *rest, **kw)


# DescribeLaunchTemplates shows the tags of the day a template was made: a changed tag is planned for ever.
# `__init__` assigns them once; read them when they are asked for.
LaunchTemplate.tags = property(lambda self: self.get_tags(), lambda self, value: None)
