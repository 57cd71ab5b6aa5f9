import type { LabDestination, LabPlan } from "./plan/lab-plan.ts";
import type { Try } from "./run/run-tries.ts";

type Asked = Pick<Try, "protocol" | "port">;

const FAMILIES = ["ipv4", "ipv6", "nat64"] as const;
const ECHO: Asked = { protocol: "icmp", port: null };
/** What is asked of hosts on which anything listens, beside the ports that their security groups name. */
const COMMON: readonly Asked[] = [
  { protocol: "tcp", port: 443 },
  { protocol: "udp", port: 53 },
];

/**
 * Every pair of a laboratory, in every way: echo requests, the ports on which the destination listens, and for hosts
 * whose software nobody knows those that a rule names. What lies beyond the stack is not tried from beyond.
 */
export function checkTries(plan: LabPlan): readonly Try[] {
  return plan.sources.flatMap((source) => {
    const targets = plan.destinations.filter(
      (destination) =>
        destination.name !== source.name && (source.subnet !== null || destination.subnet !== null),
    );
    return targets.flatMap((destination) =>
      FAMILIES.filter((family) => isWay(family, source.isInternet, destination)).flatMap((family) =>
        asked(plan, source.address, destination).map((one) => ({
          from: source.name,
          to: destination.name,
          family,
          ...one,
        })),
      ),
    );
  });
}

/** Only who is inside translates: the internet has no way to a NAT gateway. */
function isWay(family: Try["family"], fromInternet: boolean, destination: LabDestination): boolean {
  if (family === "nat64") return !fromInternet && destination.ipv4 !== null;
  return destination[family] !== null;
}

function asked(plan: LabPlan, sourceAddress: string, destination: LabDestination): readonly Asked[] {
  const { listens, ports } = destination;
  const fixed = [
    ...listens.tcp.map((port): Asked => ({ protocol: "tcp", port })),
    ...listens.udp.map((port): Asked => ({ protocol: "udp", port })),
  ];
  const legs = plan.loadBalancers
    .filter(({ name }) => name === sourceAddress)
    .flatMap((balancer) => balancer.legs.filter(({ target }) => target === destination.name))
    .map(({ protocol, port }): Asked => ({ protocol, port }));
  const all = [ECHO, ...(listens.any ? [...ports, ...COMMON] : fixed), ...legs];
  return [...new Map(all.map((one) => [`${one.protocol} ${one.port}`, one])).values()];
}
