// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import { OUTPUT_KINDS } from "../../src/model/outputs/output-kinds.ts";
import { outputType } from "../../src/model/outputs/output-type.ts";
import { outputKeys } from "../../src/model/outputs/references/output-keys.ts";
import type { OutputValue } from "../../src/model/types/outputs.ts";
import { at, isObject } from "../support/json.ts";
import { everything, networkFrom } from "../support/renamed-everything.ts";
import { stackJson } from "../support/synth-json.ts";

const network = networkFrom(everything());
const outputs = at(stackJson(network), "output");

/** What the output of that value shows. */
function shownBy(value: OutputValue): unknown {
  const output = network.outputs.find((one) => JSON.stringify(one.value) === JSON.stringify(value));
  if (output === undefined) throw new Error(`no output of ${JSON.stringify(value)}`);
  return at(outputs, output.name, "value");
}

const LISTS_OF_ONE = [
  "instanceIpv6Addresses",
  "hostedZoneNameServers",
  "resolverEndpointIpv4Addresses",
  "resolverEndpointIpv6Addresses",
];

test("everything has an output of every kind, and each has the shape of its type", () => {
  const kinds = network.outputs.map(({ value }) => value.kind);
  const wanted = ["vpc", "internetGatewayId", "egressOnlyInternetGatewayId", ...Object.keys(OUTPUT_KINDS)];
  expect([...new Set(kinds)].sort()).toEqual(wanted.sort());
  for (const { name, value } of network.outputs) {
    const shown = at(outputs, name, "value");
    const shape = Array.isArray(shown) ? "list" : isObject(shown) ? "map" : "one";
    // A list that one resource has is a reference to the whole of it.
    const isReference = LISTS_OF_ONE.includes(value.kind);
    expect([name, isReference ? "list" : shape]).toEqual([name, outputType(value).shape]);
  }
});

test("every output that is a map has the keys that a reference may name", () => {
  const maps = network.outputs.filter(({ value }) => outputType(value).shape === "map");
  expect(maps.length).toBeGreaterThan(8);
  for (const { name, value } of maps) {
    const shown = at(outputs, name, "value");
    expect([name, isObject(shown) ? Object.keys(shown).sort() : []]).toEqual([
      name,
      outputKeys(network, value),
    ]);
  }
});

test.each<readonly [OutputValue, unknown]>([
  [{ kind: "internetGatewayId" }, "${aws_internet_gateway.main.id}"],
  [
    { kind: "subnetIdsByZone", name: "app" },
    { a: "${aws_subnet.app_a.id}", b: "${aws_subnet.app_b.id}" },
  ],
  [{ kind: "subnetArns", name: "app" }, ["${aws_subnet.app_a.arn}", "${aws_subnet.app_b.arn}"]],
  [
    { kind: "subnetIpv6CidrBlocksByZone", name: "app" },
    { a: "${aws_subnet.app_a.ipv6_cidr_block}", b: "${aws_subnet.app_b.ipv6_cidr_block}" },
  ],
  [{ kind: "networkAclId", name: "app" }, "${aws_network_acl.app.id}"],
  [{ kind: "securityGroupArn", name: "spare" }, "${aws_security_group.spare.arn}"],
  [{ kind: "prefixListId", name: "offices" }, "${aws_ec2_managed_prefix_list.offices.id}"],
  [{ kind: "prefixListArn", name: "offices" }, "${aws_ec2_managed_prefix_list.offices.arn}"],
  [{ kind: "vpcEndpointId", name: "s3" }, "${aws_vpc_endpoint.s3.id}"],
  [{ kind: "vpcEndpointArn", name: "s3" }, "${aws_vpc_endpoint.s3.arn}"],
  [{ kind: "ipamPoolId", name: "own" }, "${aws_vpc_ipam_pool.own.id}"],
  [{ kind: "ipamPoolArn", name: "own" }, "${aws_vpc_ipam_pool.own.arn}"],
  [
    { kind: "transitGatewayAttachmentId", name: "backbone" },
    "${aws_ec2_transit_gateway_vpc_attachment.backbone.id}",
  ],
  [
    { kind: "transitGatewayRouteTableId", name: "spokes" },
    "${aws_ec2_transit_gateway_route_table.spokes.id}",
  ],
  [{ kind: "customerGatewayId", name: "office" }, "${aws_customer_gateway.office.id}"],
  [{ kind: "virtualPrivateGatewayId", name: "main" }, "${aws_vpn_gateway.main.id}"],
  [{ kind: "vpnConnectionId", name: "office" }, "${aws_vpn_connection.office.id}"],
  [
    { kind: "vpnConnectionAddresses", name: "office" },
    ["${aws_vpn_connection.office.tunnel1_address}", "${aws_vpn_connection.office.tunnel2_address}"],
  ],
  [
    { kind: "vpnConnectionAttachmentId", name: "site" },
    "${aws_vpn_connection.site.transit_gateway_attachment_id}",
  ],
  [{ kind: "autoScalingGroupArn", name: "web" }, "${aws_autoscaling_group.web.arn}"],
  [{ kind: "instanceArn", name: "router" }, "${aws_instance.router.arn}"],
  [
    { kind: "instanceNetworkInterfaceId", name: "router" },
    "${aws_instance.router.primary_network_interface_id}",
  ],
  [{ kind: "instanceElasticIpAllocationId", name: "router" }, "${aws_eip.router_instance.allocation_id}"],
  [{ kind: "eksClusterArn", name: "main" }, "${aws_eks_cluster.main.arn}"],
  [
    { kind: "eksClusterCertificateAuthority", name: "main" },
    "${aws_eks_cluster.main.certificate_authority[0].data}",
  ],
  [
    { kind: "eksClusterSecurityGroupId", name: "main" },
    "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
  ],
  [{ kind: "eksOidcIssuer", name: "main" }, "${aws_eks_cluster.main.identity[0].oidc[0].issuer}"],
  [{ kind: "ecsClusterName", name: "main" }, "${aws_ecs_cluster.main.name}"],
  [{ kind: "ecsClusterArn", name: "main" }, "${aws_ecs_cluster.main.arn}"],
  [{ kind: "ecsServiceName", name: "web" }, "${aws_ecs_service.web.name}"],
  [{ kind: "ecsServiceArn", name: "web" }, "${aws_ecs_service.web.id}"],
  [{ kind: "taskDefinitionArn", name: "web" }, "${aws_ecs_task_definition.web.arn}"],
  [{ kind: "databasePort", name: "orders" }, "${aws_db_instance.orders.port}"],
  [{ kind: "databaseArn", name: "orders" }, "${aws_db_instance.orders.arn}"],
  [
    { kind: "databaseSecretArn", name: "orders" },
    "${aws_db_instance.orders.master_user_secret[0].secret_arn}",
  ],
  [{ kind: "databaseClusterPort", name: "ledger" }, "${aws_rds_cluster.ledger.port}"],
  [{ kind: "databaseClusterArn", name: "ledger" }, "${aws_rds_cluster.ledger.arn}"],
  [
    { kind: "databaseClusterSecretArn", name: "ledger" },
    "${aws_rds_cluster.ledger.master_user_secret[0].secret_arn}",
  ],
  [{ kind: "lambdaFunctionName", name: "orders" }, "${aws_lambda_function.orders.function_name}"],
  [{ kind: "flowLogGroupArn", name: "logs" }, "${aws_cloudwatch_log_group.flow_log_logs.arn}"],
])("%j", (value, expected) => {
  expect(shownBy(value)).toEqual(expected);
});

test("what stands in zones is a map by zone", () => {
  expect(shownBy({ kind: "natGatewayIdsByZone", name: "main" })).toEqual({
    a: "${aws_nat_gateway.main_a.id}",
    b: "${aws_nat_gateway.main_b.id}",
  });
  expect(shownBy({ kind: "natGatewayAllocationIds", name: "main" })).toEqual([
    "eipalloc-0789abc",
    "${aws_eip.main_b.allocation_id}",
  ]);
});

test("route tables that zones share are one in the list; listeners are a map by name", () => {
  expect(shownBy({ kind: "routeTableIds", name: "app" })).toEqual(["${aws_route_table.app.id}"]);
  expect(shownBy({ kind: "routeTableIdsByZone", name: "app" })).toEqual({
    a: "${aws_route_table.app.id}",
    b: "${aws_route_table.app.id}",
  });
  expect(shownBy({ kind: "listenerArns", name: "web" })).toEqual({
    http: "${aws_lb_listener.web_http.arn}",
    https: "${aws_lb_listener.web_https.arn}",
    machines: "${aws_lb_listener.web_machines.arn}",
    other: "${aws_lb_listener.web_other.arn}",
    partners: "${aws_lb_listener.web_partners.arn}",
  });
});
