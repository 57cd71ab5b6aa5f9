"""ElastiCache."""

import inspect
from typing import Any

from moto.elasticache.models import CacheCluster, ElastiCacheBackend

from patching import around

CLUSTER_FIELDS = [name for name in inspect.signature(CacheCluster.__init__).parameters if name != "self"]


@around(ElastiCacheBackend, "create_replication_group")
def _create(original: Any, self: ElastiCacheBackend, *args: Any, **kw: Any) -> Any:
    """A replication group names member clusters that do not exist: the provider fails with CacheClusterNotFound."""
    group = original(self, *args, **kw)
    for member in group.member_clusters:
        fields = {name: kw.get(name) for name in CLUSTER_FIELDS}
        fields.update(
            account_id=self.account_id,
            region_name=self.region_name,
            cache_cluster_id=member,
            replication_group_id=group.replication_group_id,
            num_cache_nodes=1,
            tags=[],
            log_delivery_configurations=kw.get("log_delivery_configurations") or [],
        )
        cluster = CacheCluster(**fields)
        cluster.cache_cluster_status = "available"
        self.cache_clusters[member] = cluster
    return group


@around(ElastiCacheBackend, "delete_replication_group")
def _delete(original: Any, self: ElastiCacheBackend, replication_group_id: str, *rest: Any, **kw: Any) -> Any:
    """Second half of `_create`: the member clusters go with their group."""
    group = self.replication_groups.get(replication_group_id)
    for member in getattr(group, "member_clusters", []):
        self.cache_clusters.pop(member, None)
    return original(self, replication_group_id, *rest, **kw)
