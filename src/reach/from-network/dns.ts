import { assertNever, invariant } from "../../base/invariant.ts";
import { type AddressFamily, parseAddress } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { DnsRecord, HostedZone, RecordContent } from "../../model/types/route53.ts";
import type { TopologyHostedZone, TopologyRecord } from "../topology/topology.ts";
import { oneAddress } from "./blocks.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";

/** The hosted zones with their records; records without an address or a name, as TXT, are none. */
export function hostedZonesOf(context: NetworkContext): Parts {
  return { hostedZones: context.network.route53.hostedZones.map((zone) => zoneOf(context, zone)) };
}

function zoneOf(
  context: NetworkContext,
  { name, path, domain, source, isPrivate }: HostedZone,
): TopologyHostedZone {
  const records = context.network.route53.records.filter(({ hostedZone }) => hostedZone === name);
  return {
    id: source.kind === "existing" ? source.id : terraformAddress("aws_route53_zone", name),
    place: at(path),
    domain,
    vpcs: isPrivate ? [VPC] : null,
    records: records.filter(({ type }) => type !== "TXT").map((record) => recordOf(context, record)),
  };
}

function recordOf(context: NetworkContext, record: DnsRecord): TopologyRecord {
  return { name: record.fullName, place: at(record.path), answer: answerOf(context, record, record.content) };
}

function answerOf(
  context: NetworkContext,
  { type }: DnsRecord,
  content: RecordContent,
): TopologyRecord["answer"] {
  const family: AddressFamily = type === "AAAA" ? "ipv6" : "ipv4";
  switch (content.kind) {
    case "alias":
      return { kind: "node", node: terraformAddress("aws_lb", content.loadBalancer), families: [family] };
    case "instance-address": {
      const isPublic = content.address === "elastic-ip" || content.address === "public-ip";
      // The public address is AWS's choice: it is not one of the instance's own.
      if (isPublic) return { kind: "unknown" };
      const node = terraformAddress("aws_instance", content.instance);
      return { kind: "node", node, families: [family] };
    }
    case "database":
      return databaseAnswer(context, content.database);
    case "values":
      return valuesAnswer(
        type,
        content.values.map(({ text }) => text),
      );
    default:
      return assertNever(content);
  }
}

function databaseAnswer({ network }: NetworkContext, name: string): TopologyRecord["answer"] {
  const isInstance = network.rds.instances.some((one) => one.name === name);
  const database = [...network.rds.instances, ...network.rds.clusters].find((one) => one.name === name);
  invariant(database !== undefined, `no database ${name}`);
  const node = terraformAddress(isInstance ? "aws_db_instance" : "aws_rds_cluster", name);
  return { kind: "node", node, families: database.networkType === "DUAL" ? ["ipv4", "ipv6"] : ["ipv4"] };
}

function valuesAnswer(type: DnsRecord["type"], values: readonly string[]): TopologyRecord["answer"] {
  const [first] = values;
  if (type === "CNAME") return first === undefined ? { kind: "unknown" } : { kind: "name", name: first };
  const parsed = values.map(parseAddress).filter((one) => one !== null);
  const family: AddressFamily = type === "AAAA" ? "ipv6" : "ipv4";
  const blocks = parsed
    .filter((one) => one.family === family)
    .map(({ address }) => oneAddress(family, address));
  // What is no address of the record's family has a finding of its own.
  return blocks.length === values.length ? { kind: "addresses", family, blocks } : { kind: "unknown" };
}
