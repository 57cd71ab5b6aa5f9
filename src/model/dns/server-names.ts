import { findServerName } from "../../aws/destinations/server-names.ts";
import type { Path } from "../../base/path.ts";
import { hasPrivateName } from "../endpoints/private-names.ts";
import { hostsWithoutIpv4 } from "../routing/ipv4-reach.ts";
import type { Network } from "../types/network.ts";

/** A server that user data names, on a host that reaches no IPv4. */
export interface NamedServer {
  /** The setting that names it. */
  readonly path: Path;
  readonly name: string;
  /** What to write instead. */
  readonly instead: string;
  /** Name of the host's tier. */
  readonly tier: string;
}

/** A host name in running text, without user and port. */
const HOST_NAME = /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?![\w-])/gi;

/**
 * The servers that user data and mirrors name on hosts without a way to IPv4, each once for each place: those which
 * have no IPv6, or those of which it is not known. Comments are not looked at, nor names for which a VPC endpoint
 * answers with AAAA records.
 */
export function serversBehindIpv4(network: Network, ipv4Only: boolean): readonly NamedServer[] {
  return hostsWithoutIpv4(network).flatMap(({ host, tier }) => {
    const { guest } = host;
    const texts: readonly (readonly [Path, string | null])[] = [
      [[...host.path, "userData"], host.writtenUserData],
      [[...host.path, "guest", "dockerRegistryMirror"], guest?.dockerRegistryMirror ?? null],
      [[...host.path, "guest", "packageMirror"], guest?.packageMirror ?? null],
    ];
    return texts.flatMap(([path, text]) =>
      namesIn(text).flatMap((name) => {
        const server = findServerName(name);
        if (server?.ipv4Only !== ipv4Only || answersByEndpoint(network, server.endpointService)) return [];
        return [{ path, name, instead: server.instead, tier: tier.name }];
      }),
    );
  });
}

function namesIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  const names = lines.join("\n").match(HOST_NAME) ?? [];
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** True where a VPC endpoint gives the usual name of a service AAAA records inside the VPC. */
function answersByEndpoint({ vpcEndpoints }: Network, service: string | null): boolean {
  return vpcEndpoints.some(
    (endpoint) =>
      endpoint.service === service &&
      (endpoint.dnsRecordIpType === "dualstack" || endpoint.dnsRecordIpType === "ipv6") &&
      (endpoint.type.kind === "gateway" || hasPrivateName(endpoint)),
  );
}
