"""EC2 Auto Scaling."""

from contextvars import ContextVar
from typing import Any

from moto.autoscaling.models import FakeAutoScalingGroup, FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from moto.ec2.models.instances import InstanceBackend

from patching import around, default

launching_version: ContextVar[Any] = ContextVar("launching_version", default=None)


@around(FakeScalingPolicy, "__init__")
def _policy(original: Any, self: FakeScalingPolicy, *args: Any, **kw: Any) -> None:
    """A scaling policy plans `enabled false -> true` and an empty predictive configuration for ever."""
    original(self, *args, **kw)
    self.enabled = True
    if not self.predictive_scaling_configuration:
        self.predictive_scaling_configuration = None


@around(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
def _remember_version(original: Any, self: FakeAutoScalingGroup, *args: Any, **kw: Any) -> Any:
    """A group launches the default version of its launch template, not the version it was told to use."""
    token = launching_version.set(self.launch_template_version if self.ec2_launch_template else None)
    try:
        return original(self, *args, **kw)
    finally:
        launching_version.reset(token)


@around(InstanceBackend, "run_instances")
def _use_version(original: Any, self: InstanceBackend, *args: Any, **kw: Any) -> Any:
    """Second half of `_remember_version`: the template version reaches the launch."""
    version = launching_version.get()
    if version and kw.get("launch_template"):
        kw["launch_template"] = {**kw["launch_template"], "Version": version}
    return original(self, *args, **kw)


def start_instance_refresh(self: AutoScalingResponse) -> ActionResult:
    """StartInstanceRefresh is refused, so a group that gets another launch template cannot be applied."""
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    if group.desired_capacity:
        raise NotImplementedError("the instances of a group are not replaced here")
    return ActionResult({"InstanceRefreshId": "08b91cf7-8fa6-48af-b6a6-d227f40f1b9b"})


# Symptom without it: StartInstanceRefresh is answered with 500 (not implemented).
default(AutoScalingResponse, "start_instance_refresh", start_instance_refresh)
