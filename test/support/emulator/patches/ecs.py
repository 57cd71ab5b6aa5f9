"""ECS."""

from moto.ecs.models import Service

from patching import default

# A service plans `availability_zone_rebalancing "" -> DISABLED` for ever: the field is missing from the answer.
default(Service, "availability_zone_rebalancing", "DISABLED")
