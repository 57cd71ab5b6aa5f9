import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** gRPC is behind TLS. */
export const grpcWithoutHttpsListener: Rule<"grpc-without-https-listener"> = {
  id: "grpc-without-https-listener",
  severity: "error",
  title: "A listener that forwards to a gRPC target group is HTTPS.",
  why: "With clients gRPC needs HTTP/2, which application load balancers speak with clients over TLS only: Elastic Load Balancing refuses to forward from an HTTP listener to a target group of protocol version GRPC.",
  sources: [loadBalancingFacts.grpcNeedsHttpsListener],
  check({ loadBalancers, targetGroups }, report) {
    for (const { path, name, protocol, action } of loadBalancers.flatMap(({ listeners }) => listeners)) {
      if (action.kind !== "forward" || protocol !== "HTTP") continue;
      const group = targetGroups.find((candidate) => candidate.name === action.targetGroup);
      if (group?.protocolVersion !== "GRPC") continue;
      report(
        [...path, "action", "forwardTo"],
        `HTTP listener "${name}" forwards to target group "${group.name}", which speaks gRPC`,
        "write protocol: HTTPS and a certificateArn for the listener",
      );
    }
  },
};
