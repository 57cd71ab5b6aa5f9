import { udpProtocols } from "../../aws/load-balancing.ts";
import type { Listener } from "../types/listeners.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";

/** True for a listener that takes UDP. */
export function takesUdp({ protocol }: Listener): boolean {
  return udpProtocols.includes(protocol);
}

/** True for a dualstack network load balancer with a UDP listener: it needs a prefix for IPv6 source NAT. */
export function needsSourceNatPrefix({ type, ipAddressType, listeners }: LoadBalancer): boolean {
  return type === "network" && ipAddressType === "dualstack" && listeners.some(takesUdp);
}
