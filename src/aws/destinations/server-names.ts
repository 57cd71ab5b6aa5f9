import { dnsSuffixes } from "../partitions.ts";
import type { EndpointService } from "../vpc-endpoint-services.ts";
import type { DestinationName, DestinationPart } from "./destination.ts";
import { destinations } from "./destinations.ts";
import { hostNameOf } from "./host-name-of.ts";

/** What is known of a host name that has no IPv6, or of which nobody knows whether it has. */
interface ServerName {
  /** True: it has no IPv6, by the facts. False: nobody knows. */
  readonly ipv4Only: boolean;
  /** What to do instead, an imperative. */
  readonly instead: string;
  /** The VPC endpoint that answers for it; null: there is none. */
  readonly endpointService: EndpointService | null;
}

/** Names of the past: the separate registry of a beta. */
const RETIRED: ReadonlyMap<string, string> = new Map([
  ["registry.ipv6.docker.com", "leave it out: Docker Hub itself has IPv6"],
]);

const LAST_RESORT = "give the hosts NAT64 (nat64: true)";

const patterns = destinations
  .flatMap(({ parts }) => parts.flatMap((part) => part.names.map((name) => ({ part, name }))))
  .filter(({ name }) => !isAddress(name.name) && !hasIpv6(name))
  .map(({ part, name }) => ({ part, name, pattern: patternOf(name) }));

/** What is known of a host name, in lower case; null: it has IPv6, or no destination has it. */
export function findServerName(host: string): ServerName | null {
  const retired = RETIRED.get(host);
  if (retired !== undefined) return { ipv4Only: true, instead: retired, endpointService: null };
  for (const { part, name, pattern } of patterns) {
    const groups = pattern.exec(host)?.groups;
    if (groups === undefined) continue;
    return {
      ipv4Only: name.families !== "unknown",
      instead: insteadOf(part, groups),
      endpointService: name.endpointAnswers === "yes" ? name.endpointService : null,
    };
  }
  return null;
}

function hasIpv6({ families }: DestinationName): boolean {
  return families !== "unknown" && families.includes("ipv6");
}

function isAddress(name: string): boolean {
  return /^[\d.]+$|:/.test(name);
}

/** For the whole name; the groups tell what stood before it, the account and the region. */
function patternOf({ name, withSubdomains }: DestinationName): RegExp {
  const suffixes = (key: "dnsSuffix" | "dualStackSuffix") =>
    `(?:${[...new Set(Object.values(dnsSuffixes).map((suffix) => suffix[key]))].map(escaped).join("|")})`;
  const text = escaped(name)
    .replace("\\{region\\}", "(?<region>[a-z0-9-]+)")
    .replaceAll("\\{region\\}", "\\k<region>")
    .replace("\\{account\\}", "(?<account>[\\w-]+)")
    .replace("\\{dnsSuffix\\}", suffixes("dnsSuffix"))
    .replace("\\{dualStackSuffix\\}", suffixes("dualStackSuffix"));
  return new RegExp(`^(?<under>${withSubdomains ? "(?:[\\w-]+\\.)*" : ""})${text}$`);
}

function escaped(text: string): string {
  return text.replace(/[.{}]/g, "\\$&");
}

function insteadOf(part: DestinationPart, groups: Readonly<Record<string, string | undefined>>): string {
  const { under = "", region = "", account = "" } = groups;
  const other = part.names.find(hasIpv6);
  const name = other === undefined ? null : hostNameOf(other, region, account);
  if (name === null) return part.instead ?? LAST_RESORT;
  return `write ${under}${name}`;
}
