import { type ServerName, serverNames } from "../../aws/ipv4-only-names.ts";
import type { Path } from "../../base/path.ts";
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
 * have no IPv6, or those of which it is not known. Comments are not looked at.
 */
export function serversBehindIpv4(network: Network, ipv4Only: boolean): readonly NamedServer[] {
  const known = serverNames.filter((server) => server.ipv4Only === ipv4Only);
  return hostsWithoutIpv4(network).flatMap(({ host, tier }) => {
    const { guest } = host;
    const texts: readonly (readonly [Path, string | null])[] = [
      [[...host.path, "userData"], host.writtenUserData],
      [[...host.path, "guest", "dockerRegistryMirror"], guest?.dockerRegistryMirror ?? null],
      [[...host.path, "guest", "packageMirror"], guest?.packageMirror ?? null],
    ];
    return texts.flatMap(([path, text]) =>
      namesIn(text).flatMap((name) => {
        const instead = insteadOf(name, known);
        return instead === null ? [] : [{ path, name, instead, tier: tier.name }];
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

function insteadOf(name: string, known: readonly ServerName[]): string | null {
  const server = known.find(({ pattern }) => pattern.test(name));
  return server === undefined ? null : name.replace(server.pattern, server.instead);
}
