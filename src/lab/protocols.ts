/**
 * IANA's numbers of the protocols that the laboratory knows (https://www.iana.org/assignments/protocol-numbers, read
 * 2026-11-29). They stand here once more than in `src/aws/`, so that a wrong one there is contradicted here.
 */
export const PROTOCOLS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** Those that have ports, by number. */
export const PORTED: ReadonlyMap<number, "tcp" | "udp"> = new Map([
  [PROTOCOLS.tcp, "tcp"],
  [PROTOCOLS.udp, "udp"],
]);

/** The number of a protocol by its name in Terraform; null for another name. */
export function protocolNumber(name: string): number | null {
  return Object.entries(PROTOCOLS).find(([known]) => known === name)?.[1] ?? null;
}
