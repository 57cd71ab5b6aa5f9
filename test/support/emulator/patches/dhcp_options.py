"""EC2 DHCP options."""

from typing import Any

from moto.ec2.models.dhcp_options import DHCPOptionsSetBackend
from moto.ec2.responses.dhcp_options import DHCPOptions

from patching import around


@around(DHCPOptionsSetBackend, "associate_dhcp_options")
def _leave_the_former(original: Any, self: DHCPOptionsSetBackend, dhcp_options: Any, vpc: Any) -> None:
    """Options that a VPC has left for others can never be deleted: `Cannot delete assigned DHCP options`."""
    if vpc.dhcp_options:
        vpc.dhcp_options.vpc = None
    original(self, dhcp_options, vpc)


@around(DHCPOptions, "create_dhcp_options")
def _tags(original: Any, self: DHCPOptions) -> Any:
    """CreateDhcpOptions drops the tags of the request (they are planned for ever)."""
    answer = original(self)
    answer.result["DhcpOptions"].add_tags(self._parse_tag_specification().get("dhcp-options", {}))
    return answer
