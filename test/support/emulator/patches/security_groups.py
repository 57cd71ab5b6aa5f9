"""EC2 security groups."""

from typing import Any

from moto.ec2.models.security_groups import SecurityGroupBackend, SecurityGroupRule

from patching import around

ICMP = ("icmp", "icmpv6", "1", "58")


@around(SecurityGroupRule, "__init__")
def _icmpv6(
    original: Any, self: SecurityGroupRule, ec2_backend: Any, ip_protocol: Any, group_id: str, from_port: Any, to_port: Any, *rest: Any, **kw: Any
) -> None:
    """A rule `icmpv6` without ports answers 500; protocol 58 stays "58" where AWS says "icmpv6"."""
    protocol = "icmpv6" if str(ip_protocol) == "58" else ip_protocol
    if from_port is None and str(protocol) in ICMP:
        from_port = to_port = -1
    original(self, ec2_backend, protocol, group_id, from_port, to_port, *rest, **kw)


@around(SecurityGroupBackend, "modify_security_group_rules")
def _modify(original: Any, self: SecurityGroupBackend, group_id: str, rules: dict[str, dict[str, Any]]) -> None:
    """ModifySecurityGroupRules ignores IPv6 blocks and prefix lists (the change is planned for ever)."""
    for new in rules.values():
        if new.get("FromPort") is None and str(new.get("IpProtocol")) in (*ICMP, "-1"):
            new["FromPort"] = new["ToPort"] = -1
    original(self, group_id, rules)
    group = self.get_security_group_by_name_or_id(group_id)
    for rule_id, new in rules.items():
        rule = group.get_rule(rule_id)
        if new.get("CidrIpv6"):
            rule.ip_range["CidrIpv6"] = new["CidrIpv6"]
        if new.get("PrefixListId"):
            rule.prefix_list_id = new["PrefixListId"]
