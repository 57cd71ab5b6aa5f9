import { byText } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, DnsRecord as WrittenRecord } from "../../blueprint/blueprint.generated.ts";
import { hasIpv6Address, hasPublicIpv4 } from "../compute/instance-addresses.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import { namesOf, tiersNamed } from "../references.ts";
import type { Instance } from "../types/compute.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";
import type {
  DnsRecord,
  HostedZone,
  InstanceAddress,
  RecordContent,
  RecordType,
  WrittenValue,
} from "../types/route53.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";

/** What records can refer to. */
export interface RecordSurroundings {
  readonly tiers: readonly Tier[];
  readonly instances: readonly Instance[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly hostedZones: readonly HostedZone[];
}

/** A record set without its name. */
interface Answer {
  readonly type: RecordType;
  readonly typePath: Path;
  readonly content: RecordContent;
}

/** The records, sorted by name and type; those of unknown zones and targets are reported and left out. */
export function normaliseDnsRecords(
  context: Context,
  blueprint: Blueprint,
  surroundings: RecordSurroundings,
): readonly DnsRecord[] {
  const { hostedZones } = surroundings;
  const zoneNames = hostedZones.map((zone) => zone.name);
  return sortedEntries(blueprint.route53.records).flatMap(([name, written]): readonly DnsRecord[] => {
    const path: Path = ["route53", "records", name];
    checkReference(context, "hosted zone", written.hostedZone, zoneNames, [...path, "hostedZone"]);
    const zone = hostedZones.find((candidate) => candidate.name === written.hostedZone);
    if (zone === undefined) return [];
    const fullName = written.name === undefined ? zone.domain : `${written.name}.${zone.domain}`;
    return answersOf(context, blueprint, surroundings, written, [...path, "value"], zone).map((answer) => ({
      id: `${name}_${answer.type.toLowerCase()}`,
      name,
      path,
      hostedZone: zone.name,
      fullName,
      ...answer,
    }));
  });
}

function answersOf(
  context: Context,
  { loadBalancers, compute, rds }: Blueprint,
  surroundings: RecordSurroundings,
  { value, ttl }: WrittenRecord,
  path: Path,
  zone: HostedZone,
): readonly Answer[] {
  if (value.alias !== undefined) {
    const { loadBalancer, recordTypes, evaluateTargetHealth } = value.alias;
    const names = Object.keys(loadBalancers).sort();
    checkReference(context, "load balancer", loadBalancer, names, [...path, "alias", "loadBalancer"]);
    const balancer = surroundings.loadBalancers.find(({ name }) => name === loadBalancer);
    if (balancer === undefined) return [];
    const content: RecordContent = { kind: "alias", loadBalancer, evaluateTargetHealth };
    return typesAsked(recordTypes, balancerTypes(balancer), [...path, "alias"]).map((asked) => ({
      ...asked,
      content,
    }));
  }
  if (value.instance !== undefined) {
    const { name, recordTypes } = value.instance;
    const names = Object.keys(compute.instances).sort();
    checkReference(context, "instance", name, names, [...path, "instance", "name"]);
    const instance = surroundings.instances.find((candidate) => candidate.name === name);
    if (instance === undefined) return [];
    const tiers = tiersNamed(surroundings.tiers, [instance.tier]);
    const own = instanceTypes(instance, tiers, zone);
    return typesAsked(recordTypes, own, [...path, "instance"]).map((asked) => {
      const address = asked.type === "AAAA" ? "ipv6" : ipv4AddressOf(instance, tiers, zone);
      return { ...asked, content: { kind: "instance-address", instance: name, address, ttl } };
    });
  }
  if (value.database !== undefined)
    return databaseAnswer(context, rds, value.database, ttl, [...path, "database"]);
  return [answerOf(value, ttl, path)];
}

/** RDS alone knows the addresses behind the name, and they change: hence a CNAME. */
function databaseAnswer(
  context: Context,
  { instances }: Blueprint["rds"],
  database: string,
  ttl: number,
  typePath: Path,
): readonly Answer[] {
  const isKnown = checkReference(context, "database instance", database, namesOf(instances), typePath);
  return isKnown ? [{ type: "CNAME", typePath, content: { kind: "database", database, ttl } }] : [];
}

type WrittenAnswer = Exclude<
  WrittenRecord["value"],
  { readonly alias: unknown } | { readonly instance: unknown } | { readonly database: unknown }
>;

function answerOf(value: WrittenAnswer, ttl: number, path: Path): Answer {
  const [type, key, texts] = writtenOf(value);
  const values = texts.map((text, index): WrittenValue => {
    return { path: key === "cname" ? [...path, key] : [...path, key, index], text };
  });
  return { type, typePath: [...path, key], content: { kind: "values", values, ttl } };
}

function writtenOf(value: WrittenAnswer): readonly [RecordType, string, readonly string[]] {
  if (value.a !== undefined) return ["A", "a", value.a];
  if (value.aaaa !== undefined) return ["AAAA", "aaaa", value.aaaa];
  if (value.cname !== undefined) return ["CNAME", "cname", [value.cname]];
  return ["TXT", "txt", value.txt];
}

function typesAsked(
  written: readonly ("A" | "AAAA")[] | undefined,
  own: readonly ("A" | "AAAA")[],
  path: Path,
): readonly Omit<Answer, "content">[] {
  if (written === undefined) return own.map((type) => ({ type, typePath: path }));
  return written
    .map((type, index) => ({ type, typePath: [...path, "recordTypes", index] }))
    .sort(byText(({ type }) => type));
}

/** The clients of a balancer without public IPv4 have IPv6 alone. */
function balancerTypes({ ipAddressType }: LoadBalancer): readonly ("A" | "AAAA")[] {
  if (ipAddressType === "ipv4") return ["A"];
  return ipAddressType === "dualstack" ? ["A", "AAAA"] : ["AAAA"];
}

/** A private IPv4 address helps nobody in a public zone, so it stands there only for a host without any other. */
function instanceTypes(
  instance: Instance,
  tiers: readonly Tier[],
  zone: HostedZone,
): readonly ("A" | "AAAA")[] {
  const hasIpv6 = hasIpv6Address(instance, tiers);
  const hasIpv4 = tiers.every(({ addressing }) => hasFamily(addressing, "ipv4"));
  const showsIpv4 = hasIpv4 && (zone.isPrivate || hasPublicIpv4(instance, tiers) || !hasIpv6);
  return [...(showsIpv4 ? (["A"] as const) : []), ...(hasIpv6 ? (["AAAA"] as const) : [])];
}

function ipv4AddressOf(instance: Instance, tiers: readonly Tier[], zone: HostedZone): InstanceAddress {
  if (zone.isPrivate) return "private-ip";
  if (instance.elasticIp) return "elastic-ip";
  return hasPublicIpv4(instance, tiers) ? "public-ip" : "private-ip";
}
