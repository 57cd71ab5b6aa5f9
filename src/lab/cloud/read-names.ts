import { parseAddress } from "../../base/prefix.ts";
import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  expressionAt,
  flagAt,
  literalAt,
  nameAt,
  neededName,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { DnsRecord, EndpointName, NetworkInterface, NotModelled, PrivateZone } from "./cloud.ts";

/** What stands in unbound's configuration as it is: nothing else may. */
const DOMAIN_NAME = /^(?:[a-z0-9_*-]{1,63}\.)*[a-z0-9_*-]{1,63}$/i;

/** The name that the laboratory gives to what only AWS could name: `orders.aws-db-instance.lab`. */
function labName(address: string): string {
  const [type = "", id = ""] = address.split(".");
  return `${id.replace("@", ".")}.${type.replaceAll("_", "-")}.lab`;
}

/** The private hosted zones of a stack, with their records. */
export function readPrivateZones(stack: TerraformStack): {
  readonly zones: readonly PrivateZone[];
  readonly notModelled: readonly NotModelled[];
} {
  const notModelled: NotModelled[] = [];
  const all = ofType(stack, "aws_route53_record");
  const zones = ofType(stack, "aws_route53_zone").flatMap((zone): readonly PrivateZone[] => {
    const vpcs = listOf(zone.body["vpc"]).flatMap((vpc) =>
      isRecord(vpc) ? (nameAt(zone, vpc["vpc_id"]) ?? []) : [],
    );
    if (vpcs.length === 0) {
      notModelled.push({ address: zone.address, why: "it is a public zone" });
      return [];
    }
    const records = all.filter((record) => nameAt(record, record.body["zone_id"]) === zone.address);
    return [{ vpcs, domain: literalAt(zone, "name") ?? "", records: records.map(recordOf) }];
  });
  return { zones, notModelled };
}

function recordOf(record: Resource): DnsRecord {
  const type = literalAt(record, "type");
  const name = literalAt(record, "name");
  if (name === null || !DOMAIN_NAME.test(name))
    throw new CannotModel(record.address, `${JSON.stringify(name)} is no domain name`);
  if (type !== "A" && type !== "AAAA" && type !== "CNAME")
    throw new CannotModel(record.address, `a record of type ${type} cannot be modelled`);
  if (record.body["alias"] !== undefined) throw new CannotModel(record.address, "alias cannot be modelled");
  const values = listOf(record.body["records"]).map((value) => {
    const expression = expressionAt(record, value);
    if (expression?.kind === "literal" && isValue(type, expression.text)) return expression.text;
    if (expression?.kind === "reference" && type === "CNAME") return labName(expression.address);
    throw new CannotModel(record.address, `unknown value ${JSON.stringify(value)}`);
  });
  return { name, type, values };
}

function isValue(type: DnsRecord["type"], text: string): boolean {
  if (type === "CNAME") return DOMAIN_NAME.test(text);
  return parseAddress(text)?.family === (type === "A" ? "ipv4" : "ipv6");
}

/** Names of interfaces: the laboratory's own for each of them, and the private DNS of interface endpoints. */
export function readEndpointNames(
  stack: TerraformStack,
  interfaces: readonly NetworkInterface[],
  vpcOf: (one: NetworkInterface) => string,
): readonly EndpointName[] {
  const addresses = [...new Set(interfaces.map(({ address }) => address))];
  const named = (address: string, names: readonly string[]): readonly EndpointName[] => {
    const own = interfaces.filter((one) => one.address === address);
    const [first] = own;
    if (first === undefined) return [];
    // Terraform takes letters of every language; a domain name does not.
    const domains = names.filter((name) => DOMAIN_NAME.test(name));
    return domains.map((name) => ({ vpc: vpcOf(first), name, interfaces: own.map((one) => one.name) }));
  };
  const endpoints = ofType(stack, "aws_vpc_endpoint").filter(
    (one) =>
      literalAt(one, "vpc_endpoint_type") === "Interface" &&
      flagAt(one, one.body["private_dns_enabled"]) === true,
  );
  return [
    ...addresses.flatMap((address) => named(address, [labName(address)])),
    ...endpoints.flatMap((one) => named(one.address, serviceNames(literalAt(one, "service_name") ?? ""))),
  ];
}

/** The names of `com.amazonaws.eu-west-1.ssm`: the classic one and the dual-stack one. */
function serviceNames(serviceName: string): readonly string[] {
  const [, region, service] = /^com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9.-]+)$/.exec(serviceName) ?? [];
  if (region === undefined || service === undefined) return [];
  const host = service.split(".").reverse().join(".");
  if (service === "s3") return [`s3.${region}.amazonaws.com`, `s3.dualstack.${region}.amazonaws.com`];
  return [`${host}.${region}.amazonaws.com`, `${host}.${region}.api.aws`];
}

/** The gateway endpoints of a stack: which service, and in which route tables. */
export function gatewayEndpoints(
  stack: TerraformStack,
): readonly { readonly resource: Resource; readonly vpc: string; readonly serviceName: string }[] {
  return ofType(stack, "aws_vpc_endpoint")
    .filter((one) => (literalAt(one, "vpc_endpoint_type") ?? "Gateway") === "Gateway")
    .map((resource) => ({
      resource,
      vpc: neededName(resource, "vpc_id"),
      serviceName: literalAt(resource, "service_name") ?? "",
    }));
}
