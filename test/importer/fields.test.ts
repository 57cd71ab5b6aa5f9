import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { blueprintSchema, resolve } from "../../src/blueprint/schema.ts";
import { at } from "../support/json.ts";

const FOLDER = new URL("../../src/importer/fields/", import.meta.url);
const bindings = createRequire(import.meta.url);

interface Row {
  readonly state: string;
  readonly write: (value: unknown) => unknown;
}

/** The definition of the schema that a table writes, and the provider's resource that it reads. */
const TABLES: Readonly<Record<string, readonly [definition: string, resource: string]>> = {
  autoScalingGroupArguments: ["autoScalingGroup", "autoscaling-group"],
  attachmentArguments: ["transitGatewayAttachment", "ec2-transit-gateway-vpc-attachment"],
  customerGatewayArguments: ["customerGateway", "customer-gateway"],
  databaseArguments: ["databaseInstance", "db-instance"],
  encryptionArguments: ["listener", "lb-listener"],
  fixedResponseArguments: ["fixedResponse", "lb-listener"],
  flowLogArguments: ["flowLog", "flow-log"],
  flowLogBucketArguments: ["flowLogBucket", "flow-log"],
  healthCheckArguments: ["healthCheck", "lb-target-group"],
  instanceArguments: ["instance", "instance"],
  interfaceEndpointArguments: ["interfaceVpcEndpoint", "vpc-endpoint"],
  launchTemplateArguments: ["launchTemplate", "launch-template"],
  listenerArguments: ["listener", "lb-listener"],
  loadBalancerArguments: ["loadBalancer", "lb"],
  applicationBalancerArguments: ["loadBalancer", "lb"],
  networkBalancerArguments: ["loadBalancer", "lb"],
  metadataArguments: ["metadataOptions", "instance"],
  subnetArguments: ["tier", "subnet"],
  targetGroupArguments: ["targetGroup", "lb-target-group"],
  templateMetadataArguments: ["metadataOptions", "launch-template"],
  tunnel1Arguments: ["vpnTunnel", "vpn-connection"],
  tunnel2Arguments: ["vpnTunnel", "vpn-connection"],
  virtualPrivateGatewayArguments: ["virtualPrivateGateway", "vpn-gateway"],
  vpcArguments: ["vpc", "vpc"],
  vpcEndpointArguments: ["vpcEndpoint", "vpc-endpoint"],
  vpnConnectionArguments: ["vpnConnection", "vpn-connection"],
};

/** What is left out although it is no default of the schema, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "targetGroupArguments.ipAddressType ipv4": "AWS and Terraform take it where nothing is said",
  "targetGroupArguments.protocolVersion HTTP1": "AWS and Terraform take it where nothing is said",
  "vpcEndpointArguments.ipAddressType ipv4": "what IPv4 alone becomes follows from its tiers",
  "subnetArguments.mapPublicIpOnLaunch false": "the model's default",
  "subnetArguments.enableDns64 false": "the model's default without nat64, which import never writes",
  "subnetArguments.privateDnsHostnameTypeOnLaunch ip-name": "the model's default of a dual-stack tier",
  "subnetArguments.enableResourceNameDnsARecordOnLaunch false": "the model's default",
  "subnetArguments.enableResourceNameDnsAaaaRecordOnLaunch false": "the model's default of a dual-stack tier",
};

const modules = await Promise.all(
  readdirSync(FOLDER).map(async (file) => (await import(new URL(file, FOLDER).href)) as object),
);
const exported = new Map(modules.flatMap((module) => Object.entries(module)));
const tables = [...exported].filter(([name]) => name.endsWith("Arguments")) as [
  string,
  Record<string, Row>,
][];
const rows = tables.flatMap(([table, fields]) =>
  Object.entries(fields).map(([key, row]) => ({ table, key, row, name: `${table}.${key}` })),
);

function bindingOf(resource: string): string {
  return readFileSync(bindings.resolve(`@cdktf/provider-aws/lib/${resource}`), "utf8");
}

describe("a field table", () => {
  test("is known to this test", () => {
    expect(tables.map(([name]) => name).sort()).toEqual(Object.keys(TABLES).sort());
    expect(rows.length).toBeGreaterThan(45);
  });

  test.each(rows)("$name has a name that Terraform has", ({ table, row }) => {
    const [, resource] = TABLES[table] ?? ["", ""];
    expect(bindingOf(resource)).toMatch(new RegExp(`\\b${row.state}: `));
  });

  test.each(rows)("$name is said wherever it is not the blueprint's default", ({ table, key, row, name }) => {
    const [definition] = TABLES[table] ?? ["", ""];
    const schema = resolve(at(blueprintSchema, "definitions", definition, "properties", key) as object);
    const byDefault = (schema as { default?: unknown }).default;
    const silent = valuesOf(schema).filter((value) => row.write(value) === undefined);
    const unexplained = silent.filter((value) => value !== byDefault && !(`${name} ${value}` in LEFT_OUT));
    expect(unexplained).toEqual([]);
  });
});

/** Values that the schema takes, as import reads them. */
function valuesOf(schema: { type?: unknown; enum?: readonly unknown[] }): readonly unknown[] {
  if (schema.enum !== undefined) return schema.enum;
  if (schema.type === "boolean") return [true, false];
  return schema.type === "integer" ? [1, 2, 3] : ["word"];
}
