"""EBS volumes: the size a root volume has when nobody gives one, which on AWS is the image's."""

from typing import Any

from moto.ec2.models.elastic_block_store import EBSBackend
from moto.ec2.responses.instances import InstanceResponse

from patching import around

IMAGE_GIB = 8


@around(EBSBackend, "create_volume")
def _sized_by_the_image(original: Any, self: EBSBackend, size: Any, *args: Any, **kw: Any) -> Any:
    """A launch template that sets the root volume's encryption but no size: launches end in
    `MissingParameter: The request must contain the parameter size/snapshot`."""
    snapshot = kw.get("snapshot_id") or (args[1] if len(args) > 1 else None)
    return original(self, size or (None if snapshot else IMAGE_GIB), *args, **kw)


@around(InstanceResponse, "_parse_block_device_mapping")
def _size_asked_for(original: Any, self: InstanceResponse) -> Any:
    """An instance whose root volume sets its encryption but no size is refused with
    `MissingParameter: The request must contain the parameter size or snapshotId`."""
    for mapping in self._get_param("BlockDeviceMappings", []):
        ebs = mapping.get("Ebs")
        if ebs and not ebs.get("SnapshotId"):
            ebs.setdefault("VolumeSize", IMAGE_GIB)
    return original(self)
