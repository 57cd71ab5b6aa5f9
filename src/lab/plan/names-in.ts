import { formatAddress } from "../../base/prefix.ts";
import type { Cloud, DnsRecord, NetworkInterface, Vpc } from "../cloud/cloud.ts";

/** A name of the laboratory with an address of each family. */
export interface NamedAddress {
  readonly name: string;
  readonly ipv4: string | null;
  readonly ipv6: string | null;
}

const TTL = 60;

/** What a VPC's resolver knows: names of its interfaces, private zones, and of `common` what no endpoint has taken over. */
export function namesIn(cloud: Cloud, vpc: Vpc, common: readonly NamedAddress[]): readonly NamedAddress[] {
  const own = cloud.names
    .filter((one) => one.vpc === vpc.name)
    .flatMap(({ name, interfaces }) =>
      cloud.interfaces.filter((one) => interfaces.includes(one.name)).map((one) => named(name, one)),
    );
  const taken = new Set(own.map(({ name }) => name));
  const known = [...own, ...common.filter(({ name }) => !taken.has(name))];
  const records = cloud.zones.filter(({ vpcs }) => vpcs.includes(vpc.name)).flatMap((zone) => zone.records);
  return [...known, ...records.flatMap((record) => namedByRecord(record, known))];
}

/** Lines of unbound's configuration: what is asked and not here does not exist. */
export function zoneLines(names: readonly NamedAddress[]): readonly string[] {
  const record = (name: string, type: string, value: string | null) =>
    value === null ? [] : [`local-data: "${name}. ${TTL} ${type} ${value}"`];
  const lines = names.flatMap(({ name, ipv4, ipv6 }) => [
    ...record(name, "A", ipv4),
    ...record(name, "AAAA", ipv6),
  ]);
  return ['local-zone: "." static', ...new Set(lines)];
}

/** An alias is written out: unbound follows none in its own data. */
function namedByRecord(
  { name, type, values }: DnsRecord,
  known: readonly NamedAddress[],
): readonly NamedAddress[] {
  if (type === "CNAME")
    return known.filter((one) => values.includes(one.name)).map((one) => ({ ...one, name }));
  return values.map((value) => ({
    name,
    ipv4: type === "A" ? value : null,
    ipv6: type === "AAAA" ? value : null,
  }));
}

/** The name of a load balancer that faces the internet leads to public addresses, inside the VPC too. */
function named(name: string, { address, ipv4, ipv6, publicIpv4 }: NetworkInterface): NamedAddress {
  const shown = address.startsWith("aws_lb.") && publicIpv4 !== null ? publicIpv4 : ipv4;
  return {
    name,
    ipv4: shown === null ? null : formatAddress("ipv4", shown),
    ipv6: ipv6 === null ? null : formatAddress("ipv6", ipv6),
  };
}
