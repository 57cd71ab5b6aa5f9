"""ElastiCache."""

import inspect
from typing import Any

from moto.core.responses import ActionResult
from moto.elasticache.models import CacheCluster, ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse

from patching import around, default

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


@around(ElastiCacheResponse, "delete_replication_group")
def _last_snapshot(original: Any, self: ElastiCacheResponse) -> Any:
    """DeleteReplicationGroup takes no last snapshot, whatever it is called."""
    name = self._get_param("FinalSnapshotIdentifier")
    if name:
        self.elasticache_backend.create_snapshot(
            snapshot_name=name,
            replication_group_id=self._get_param("ReplicationGroupId"),
            cache_cluster_id=None,
            kms_key_id=None,
            tags=[],
        )
    return original(self)


@around(ElastiCacheBackend, "delete_replication_group")
def _delete(original: Any, self: ElastiCacheBackend, replication_group_id: str, *rest: Any, **kw: Any) -> Any:
    """Second half of `_create`: the member clusters go with their group, which stays `deleting` for ever."""
    group = self.replication_groups.get(replication_group_id)
    for member in getattr(group, "member_clusters", []):
        self.cache_clusters.pop(member, None)
    deleted = original(self, replication_group_id, *rest, **kw)
    self.replication_groups.pop(replication_group_id, None)
    return deleted


@around(ElastiCacheBackend, "delete_cache_cluster")
def _delete_cluster(original: Any, self: ElastiCacheBackend, cache_cluster_id: str) -> Any:
    """A cluster stays `deleting` for ever."""
    deleted = original(self, cache_cluster_id)
    self.cache_clusters.pop(cache_cluster_id, None)
    return deleted


def _delete_subnet_group(self: ElastiCacheResponse) -> ActionResult:
    """DeleteCacheSubnetGroup is not there: a destroy of a stack with caches ends with an error 500."""
    self.elasticache_backend.cache_subnet_groups.pop(self._get_param("CacheSubnetGroupName"), None)
    return ActionResult({})


default(ElastiCacheResponse, "delete_cache_subnet_group", _delete_subnet_group)
