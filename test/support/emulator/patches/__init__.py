"""Fixes of moto, one module for each service. Written for moto 5.2.1."""

import importlib

MODULES = (
    "autoscaling",
    "dhcp_options",
    "ecs",
    "ecs_account_settings",
    "eks",
    "elasticache",
    "images",
    "instance_connect_endpoints",
    "instances",
    "ipv6_order",
    "launch_templates",
    "local_zones",
    "load_balancers",
    "network_acls",
    "network_interfaces",
    "ram",
    "rds",
    "route53",
    "security_groups",
    "source_nat",
    "subnets",
    "transit_gateways",
    "volumes",
    "vpc_endpoints",
    "vpcs",
    "vpn",
)


def apply_all() -> None:
    """Apply every fix to the moto of this process; raises StaleFix when moto has moved on."""
    for module in MODULES:
        importlib.import_module(f"{__name__}.{module}")
