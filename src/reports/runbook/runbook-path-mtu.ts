import type { Network } from "../../model/types/network.ts";
import type { GuestKind } from "./runbook-guest-kinds.ts";
import { type RunbookStep, say, step } from "./runbook-step.ts";

/** Bytes of an IPv6 header (RFC 8200) and of an ICMPv6 echo request's (RFC 4443). */
const HEADERS = 40 + 8;
/** Bytes: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html */
const INTERNET_MTU = 1500;
const VPC_MTU = 9001;

/** The step that finds large packets that vanish; none for a tier from which no IPv6 leads out. */
export function pathMtuStep(network: Network, { tier }: GuestKind): readonly RunbookStep[] {
  const routes = network.routeTables
    .filter((table) => table.tier === tier.routeTable)
    .flatMap((t) => t.routes);
  const leadsOut = routes.some(({ destination }) => destination.prefix.family === "ipv6");
  const reach = leadsOut
    ? "that gateways to the internet let through."
    : "that interfaces take inside a VPC.";
  const payload = (leadsOut ? INTERNET_MTU : VPC_MTU) - HEADERS;
  return [
    step(
      "Path MTU",
      [
        `: "\${PEER:?an IPv6 address that answers ping, ${leadsOut ? "outside" : "in this VPC"}}"`,
        `ping -6 -c 3 -M do -s ${payload} "$PEER"`,
        'tracepath -6 -n "$PEER"',
      ],
      [
        say`Answers: ${String(payload)} bytes and ${String(HEADERS)} of headers are the ${String(payload + HEADERS)} ` +
          reach,
        "Small packets pass and large ones vanish: Packet Too Big (ICMPv6 type 2) is filtered on the way. IPv6 routers never fragment.",
        "No answer at all: the other side's filters may not let echo requests in.",
      ],
    ),
  ];
}
