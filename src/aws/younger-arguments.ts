import type { Fact } from "./facts/fact.ts";
import { ipamFacts } from "./facts/ipam.ts";
import { routingFacts } from "./facts/routing.ts";
import { vpcEndpointFacts } from "./facts/vpc-endpoints.ts";
import type { ProviderArgument } from "./provider-arguments.generated.ts";

/** What becomes of an argument that AWS provider 5.100 lacks. */
export interface YoungerArgument {
  /** The key of the blueprint that is written as it; null: none is. */
  readonly key: string | null;
  /**
   * True where an imported resource keeps what it has of it. Optional arguments that AWS gives no value: without that,
   * the first plan would take it away.
   */
  readonly isKept: boolean;
  /** Why no key is written as it; null where one is, or where the argument has nothing to do with IPv6. */
  readonly reason: Fact | null;
}

const KEPT: YoungerArgument = { key: null, isKept: true, reason: null };
const written = (key: string): YoungerArgument => ({ key, isKept: false, reason: null });
const left = (reason: Fact): YoungerArgument => ({ key: null, isKept: false, reason });

/** What becomes of each of them. A new pool replaces a subnet, so an imported one keeps the pools that it has. */
export const youngerArguments: Readonly<Record<ProviderArgument, YoungerArgument>> = {
  "aws_autoscaling_group.instance_lifecycle_policy": KEPT,
  "aws_db_instance.warning_event_categories": KEPT,
  "aws_ec2_instance_connect_endpoint.ip_address_type": written(
    "network.instanceConnectEndpoints.*.ipAddressType",
  ),
  "aws_eks_cluster.deletion_protection": written("eks.clusters.*.deletionProtection"),
  "aws_eks_cluster.vpc_config.control_plane_egress_mode": written("eks.clusters.*.controlPlaneEgressMode"),
  "aws_flow_log.regional_nat_gateway_id": KEPT,
  "aws_flow_log.tag_field_specification": KEPT,
  "aws_instance.force_destroy": KEPT,
  "aws_instance.primary_network_interface": KEPT,
  "aws_instance.secondary_network_interface": KEPT,
  "aws_launch_template.network_performance_options": KEPT,
  "aws_launch_template.secondary_interfaces": KEPT,
  "aws_lb.enable_prefix_for_ipv6_source_nat": written("loadBalancers.*.listeners, those of UDP"),
  "aws_lb.health_check_logs": KEPT,
  "aws_lb_listener_rule.condition.source_ip.ip_address_type": written("loadBalancers.*.listeners.*.rules"),
  "aws_lb_listener_rule.transform": KEPT,
  "aws_lb_target_group.target_control_port": KEPT,
  "aws_nat_gateway.availability_mode": written("network.natGateways.*.availabilityMode"),
  "aws_nat_gateway.availability_zone_address": {
    ...written("network.natGateways.*.availabilityZoneAddress"),
    isKept: true,
  },
  "aws_nat_gateway.vpc_id": written("network.natGateways.*.availabilityMode"),
  "aws_route.odb_network_arn": left(routingFacts.routeToOracleNetwork),
  "aws_subnet.ipv4_ipam_pool_id": { ...written("network.subnets.*.ipv4IpamPoolId"), isKept: true },
  "aws_subnet.ipv4_netmask_length": { ...left(ipamFacts.ipamSubnetPools), isKept: true },
  "aws_subnet.ipv6_ipam_pool_id": { ...written("network.subnets.*.ipv6IpamPoolId"), isKept: true },
  "aws_subnet.ipv6_netmask_length": { ...left(ipamFacts.ipamSubnetPools), isKept: true },
  "aws_vpc_endpoint.dns_options.private_dns_preference": left(vpcEndpointFacts.endpointPrivateDnsPreference),
  "aws_vpc_endpoint.dns_options.private_dns_specified_domains": left(
    vpcEndpointFacts.endpointPrivateDnsPreference,
  ),
  "aws_vpn_connection.vpn_concentrator_id": KEPT,
};
