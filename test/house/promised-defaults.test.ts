import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blueprintSchema, resolve } from "../../src/blueprint/schema.ts";
import { at, type Step } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { stackJson } from "../support/synth-json.ts";

const leftOut = readFileSync(new URL("fixtures/left-out.yaml", import.meta.url), "utf8");
const stack = stackJson(networkFrom(leftOut));

/** Where in the stack, and what stands there; a word of the reason where AWS's or Terraform's own default is the promise. */
type Row = readonly [place: string, value: unknown, ...index: readonly Step[]];

/** Nothing is written, because what AWS does by itself is what the sentence promises. */
const UNSAID = undefined;
const POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
const ARM_IMAGE = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
const STATE = "../../../terraform.tfstate.d/left-out/terraform.tfstate";

const anyHost = (template: string, instance: boolean): Readonly<Record<string, readonly Row[]>> => {
  const owner = instance ? "instance" : template === "hosts" ? "launchTemplate" : "autoScalingGroup";
  const image: Row = instance
    ? ["data.aws_ssm_parameter.amazon-linux-2023_arm64.name", ARM_IMAGE]
    : [`resource.aws_launch_template.${template}.image_id`, `resolve:ssm:${ARM_IMAGE}`];
  const network = `resource.aws_launch_template.${template}.network_interfaces`;
  return {
    [`${owner}.os`]: [image],
    [`${owner}.ami`]: [image],
    [`${owner}.architecture`]: [image],
    [`${owner}.enablePrimaryIpv6`]: [
      instance
        ? ["resource.aws_instance.router.enable_primary_ipv6", true]
        : [network, "true", 0, "primary_ipv6"],
    ],
    [`${owner}.associatePublicIpAddress`]: [
      instance
        ? ["resource.aws_instance.router.associate_public_ip_address", UNSAID]
        : [network, UNSAID, 0, "associate_public_ip_address"],
    ],
  };
};

/** What the schema promises in words of each property that is left out, and where the stack says it. */
const promised: Readonly<Record<string, readonly Row[]>> = {
  ...anyHost("hosts", false),
  ...anyHost("web", false),
  ...anyHost("router", true),
  "s3Backend.region": [["terraform.backend.s3.region", "eu-west-1"]],
  "addressPlan.ipv4PrefixLength": [["resource.aws_subnet.public_a.cidr_block", "10.20.0.0/24"]],
  "addressPlan.zonesPerTier": [["resource.aws_subnet.app_a.cidr_block", "10.20.16.0/24"]],
  "tier.ipv4Block": [["resource.aws_subnet.app_b.cidr_block", "10.20.17.0/24"]],
  "tier.ipv6Block": [
    ["resource.aws_subnet.app_b.ipv6_cidr_block", "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 17)}"],
  ],
  "tier.enableDns64": [
    ["resource.aws_subnet.six_a.enable_dns64", true],
    ["resource.aws_subnet.app_a.enable_dns64", UNSAID],
  ],
  "tier.mapPublicIpOnLaunch": [["resource.aws_subnet.public_a.map_public_ip_on_launch", UNSAID]],
  "tier.assignIpv6AddressOnCreation": [
    ["resource.aws_subnet.app_a.assign_ipv6_address_on_creation", true],
    ["resource.aws_subnet.six_a.assign_ipv6_address_on_creation", true],
    ["resource.aws_subnet.four_a.assign_ipv6_address_on_creation", UNSAID],
  ],
  "tier.privateDnsHostnameTypeOnLaunch": [
    ["resource.aws_subnet.six_a.private_dns_hostname_type_on_launch", "resource-name"],
    ["resource.aws_subnet.app_a.private_dns_hostname_type_on_launch", "ip-name"],
  ],
  "tier.enableResourceNameDnsAaaaRecordOnLaunch": [
    ["resource.aws_subnet.six_a.enable_resource_name_dns_aaaa_record_on_launch", true],
    ["resource.aws_subnet.app_a.enable_resource_name_dns_aaaa_record_on_launch", UNSAID],
  ],
  "tier.enableResourceNameDnsARecordOnLaunch": [
    ["resource.aws_subnet.app_a.enable_resource_name_dns_a_record_on_launch", UNSAID],
  ],
  "natGateway.zone": [["resource.aws_nat_gateway.main.subnet_id", "${aws_subnet.public_a.id}"]],
  "ingressRule.icmpType": [["resource.aws_vpc_security_group_ingress_rule.web_ping_ipv4.from_port", -1]],
  "ingressRule.icmpCode": [["resource.aws_vpc_security_group_ingress_rule.web_ping_ipv4.to_port", -1]],
  "egressRule.icmpType": [["resource.aws_vpc_security_group_egress_rule.web_ping_ipv6.from_port", -1]],
  "egressRule.icmpCode": [["resource.aws_vpc_security_group_egress_rule.web_ping_ipv6.to_port", -1]],
  "securityGroup.description": [["resource.aws_security_group.web.description", "web of left-out"]],
  "prefixList.maxEntries": [["resource.aws_ec2_managed_prefix_list.offices.max_entries", 2]],
  "vpcEndpoint.ipAddressType": [
    ["resource.aws_vpc_endpoint.ssm.ip_address_type", "dualstack"],
    ["resource.aws_vpc_endpoint.ssmmessages.ip_address_type", "ipv6"],
    ["resource.aws_vpc_endpoint.secretsmanager.ip_address_type", "ipv4"],
  ],
  "vpcEndpoint.dnsRecordIpType": [
    ["resource.aws_vpc_endpoint.ssm.dns_options.dns_record_ip_type", "dualstack"],
    ["resource.aws_vpc_endpoint.ssmmessages.dns_options.dns_record_ip_type", "ipv6"],
    ["resource.aws_vpc_endpoint.s3.dns_options", UNSAID],
  ],
  "vpcEndpointService.supportedIpAddressTypes": [
    ["resource.aws_vpc_endpoint_service.both.supported_ip_address_types", ["ipv4", "ipv6"]],
    ["resource.aws_vpc_endpoint_service.mixed.supported_ip_address_types", ["ipv4"]],
  ],
  "instanceConnectEndpoint.zone": [
    ["resource.aws_ec2_instance_connect_endpoint.main.subnet_id", "${aws_subnet.app_a.id}"],
  ],
  "ipamPool.scope": [
    ["resource.aws_vpc_ipam_pool.own.ipam_scope_id", "${aws_vpc_ipam.main.public_default_scope_id}"],
    ["resource.aws_vpc_ipam_pool.ours.ipam_scope_id", "${aws_vpc_ipam.main.public_default_scope_id}"],
  ],
  "ipamPool.addressFamily": [["resource.aws_vpc_ipam_pool.own.address_family", "ipv6"]],
  "ipamPool.locale": [["resource.aws_vpc_ipam_pool.ours.locale", UNSAID]],
  "ipamPool.publicIpSource": [["resource.aws_vpc_ipam_pool.ours.public_ip_source", "byoip"]],
  "ipamSettings.operatingRegions": [
    ["resource.aws_vpc_ipam.main.operating_regions", [{ region_name: "eu-west-1" }]],
  ],
  "metadataOptions.ipv6": [
    ["resource.aws_instance.router.metadata_options.http_protocol_ipv6", "enabled"],
    ["resource.aws_instance.old.metadata_options.http_protocol_ipv6", "disabled"],
    ["resource.aws_launch_template.idle.metadata_options.http_protocol_ipv6", "disabled"],
  ],
  "rootVolume.sizeGib": [["resource.aws_instance.outside.root_block_device.volume_size", UNSAID]],
  "autoScalingGroup.healthCheckType": [
    ["resource.aws_autoscaling_group.web.health_check_type", "ELB"],
    ["resource.aws_autoscaling_group.idle.health_check_type", "EC2"],
  ],
  "instance.zone": [["resource.aws_instance.outside.subnet_id", "${aws_subnet.public_a.id}"]],
  "listener.sslPolicy": [
    ["resource.aws_lb_listener.web_https.ssl_policy", POLICY],
    ["resource.aws_lb_listener.tcp_tls.ssl_policy", POLICY],
    ["resource.aws_lb_listener.web_http.ssl_policy", UNSAID],
    ["resource.aws_lb_listener.tcp_tcp.ssl_policy", UNSAID],
  ],
  "loadBalancer.scheme": [
    ["resource.aws_lb.web.internal", false],
    ["resource.aws_lb.tcp.internal", true],
  ],
  "loadBalancer.crossZone": [["resource.aws_lb.tcp.enable_cross_zone_load_balancing", false]],
  "healthCheck.protocol": [
    ["resource.aws_lb_target_group.web.health_check.protocol", "HTTP"],
    ["resource.aws_lb_target_group.hosts.health_check.protocol", "HTTPS"],
    ["resource.aws_lb_target_group.router.health_check.protocol", "TCP"],
  ],
  "healthCheck.port": [["resource.aws_lb_target_group.web.health_check.port", "traffic-port"]],
  "targetAddress.port": [["resource.aws_lb_target_group_attachment.addresses_one.port", UNSAID]],
  "targetGroup.protocolVersion": [["resource.aws_lb_target_group.web.protocol_version", UNSAID]],
  "eksNodeGroup.amiType": [
    ["resource.aws_eks_node_group.main_arm.ami_type", "AL2023_ARM_64_STANDARD"],
    ["resource.aws_eks_node_group.main_intel.ami_type", "AL2023_x86_64_STANDARD"],
  ],
  "databaseInstance.networkType": [
    ["resource.aws_db_instance.orders.network_type", "DUAL"],
    ["resource.aws_db_instance.bills.network_type", "IPV4"],
  ],
  "databaseCluster.networkType": [["resource.aws_rds_cluster.ledger.network_type", "DUAL"]],
  "cacheCluster.networkType": [
    ["resource.aws_elasticache_cluster.pages.network_type", "dual_stack"],
    ["resource.aws_elasticache_cluster.old.network_type", "ipv4"],
  ],
  "cacheCluster.ipDiscovery": [
    ["resource.aws_elasticache_cluster.pages.ip_discovery", "ipv6"],
    ["resource.aws_elasticache_cluster.old.ip_discovery", "ipv4"],
  ],
  "replicationGroup.description": [
    ["resource.aws_elasticache_replication_group.carts.description", "carts of left-out"],
  ],
  "replicationGroup.networkType": [["resource.aws_elasticache_replication_group.carts.network_type", "ipv6"]],
  "replicationGroup.ipDiscovery": [["resource.aws_elasticache_replication_group.carts.ip_discovery", "ipv6"]],
};

/** The properties whose default is a sentence: "The default …" or "the default is …". */
const inWords = Object.entries(blueprintSchema.definitions ?? {}).flatMap(([owner, { properties = {} }]) =>
  Object.entries(properties)
    .filter(([, schema]) => schema.default === undefined)
    .filter(([, schema]) => /(?<!own )\b[Tt]he default\b/.test(resolve(schema).description ?? ""))
    .map(([name]) => `${owner}.${name}`),
);

describe("a default that the schema promises in words", () => {
  it("is held here for every property that has such a sentence", () => {
    const held = [...Object.keys(promised), "localBackend.path"];
    expect(held.sort()).toEqual([...inWords].sort());
  });

  it.each(Object.entries(promised))("%s", (_, rows) => {
    for (const [place, value, ...index] of rows) {
      const [root = "", type = "", name = "", ...rest] = place.split(".");
      expect(at(stack, root, type, name), place).toBeDefined();
      expect(at(stack, ...place.split("."), ...index), place).toEqual(value);
      expect(rest.length + index.length, place).toBeGreaterThan(root === "terraform" ? -1 : 0);
    }
  });

  it("localBackend.path", () => {
    const local = stackJson(networkFrom(leftOut.replace(/^terraform:.*$/m, "terraform: {}")));
    expect(at(local, "terraform", "backend", "local", "path")).toBe(STATE);
  });
});
