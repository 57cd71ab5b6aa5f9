import type { AddressFamily } from "../../base/prefix.ts";
import type { Listening } from "./nodes.ts";
import type { Place } from "./topology.ts";

const DNS = 53;
const HTTPS = 443;

/** Where an inbound Resolver endpoint takes queries: DNS over UDP and TCP, or over HTTPS. */
export function dnsListening(
  place: Place,
  families: readonly AddressFamily[],
  protocols: readonly string[],
): readonly Listening[] {
  const port = (protocol: "tcp" | "udp", number: number): Listening => {
    return { place, protocol, from: number, to: number, families, what: "the Resolver endpoint" };
  };
  return [
    ...(protocols.includes("Do53") ? [port("tcp", DNS), port("udp", DNS)] : []),
    ...(protocols.some((protocol) => protocol !== "Do53") ? [port("tcp", HTTPS)] : []),
  ];
}
