import type { FoundTargetGroup } from "../../src/importer/types/balancing.ts";

/** Target group `Web` of HTTP, with instances that are registered at its port. */
export function webTargetGroup(id: string, ...instances: readonly string[]): FoundTargetGroup {
  return {
    ...{ id, name: "Web", targetType: "instance", ipAddressType: "ipv4" },
    ...{ protocol: "HTTP", protocolVersion: "HTTP1", port: 80, deregistrationDelay: 300 },
    healthCheck: {
      protocol: "HTTP",
      port: "traffic-port",
      path: "/",
      matcher: "200",
      interval: 30,
      timeout: 5,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
    },
    targets: instances.map((one) => ({ id: one, port: 80, isWritten: false })),
  };
}
