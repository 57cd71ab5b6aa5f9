"""EKS."""

from typing import Any

from moto.eks import models
from moto.eks.models import Cluster
from moto.eks.responses import EKSResponse

from patching import StaleFix, around, default

for constant in ("DEFAULT_REMOTE_ACCESS", "DEFAULT_KUBERNETES_VERSION"):
    if not hasattr(models, constant):
        raise StaleFix(f"moto.eks.models has no {constant} any more")
# Stock moto invents the SSH key `eksKeypair`: a node group without remote access plans its replacement.
models.DEFAULT_REMOTE_ACCESS = None
models.DEFAULT_KUBERNETES_VERSION = "1.31"

default(Cluster, "access_config", None)


@around(Cluster, "__init__")
def _cluster(original: Any, self: Cluster, *args: Any, **kw: Any) -> None:
    """A cluster with ipFamily ipv6 has no serviceIpv6Cidr; its access configuration plans a change for ever."""
    original(self, *args, **kw)
    network = dict(self.kubernetes_network_config or {})
    if network.get("ipFamily") == "ipv6":
        network.setdefault("serviceIpv6Cidr", "fd00:ec2:1::/108")
        network.pop("serviceIpv4Cidr", None)
    self.kubernetes_network_config = network
    if self.access_config is None:
        self.access_config = {"authenticationMode": "CONFIG_MAP"}


@around(EKSResponse, "create_cluster")
def _create(original: Any, self: EKSResponse) -> Any:
    """CreateCluster drops the authentication mode."""
    answer = original(self)
    mode = (self._get_param("accessConfig") or {}).get("authenticationMode")
    if mode:
        answer.result["cluster"].access_config = {"authenticationMode": mode}
    return answer
