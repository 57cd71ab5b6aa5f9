import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import { connectedServices } from "../../model/ecs/service-connect-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A name leads to one service. */
export const ecsServiceConnectEndpointTwice: Rule<"ecs-service-connect-endpoint-twice"> = {
  id: "ecs-service-connect-endpoint-twice",
  severity: "error",
  title: "Each endpoint of a namespace has a name of its own.",
  why: "Service Connect finds a service by its discovery name, and clients by the name and the port of the client alias. Of two with one name in a namespace ECS refuses the second. A discovery name that is left out is the port's name: services of one task definition then have the same.",
  sources: [serviceConnectFacts.serviceConnectNamesAreUnique],
  check(network, report) {
    const firsts = new Map<string, string>();
    for (const { namespace, service, what, path } of namesIn(network)) {
      const key = JSON.stringify([namespace, what]);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, service);
      else
        report(
          atKey(path),
          `namespace "${namespace}" has ${what} already, of service "${first}"`,
          "write another name",
        );
    }
  },
};

/** A name that an endpoint takes in its namespace. */
interface TakenName {
  readonly namespace: string;
  readonly service: string;
  readonly what: string;
  readonly path: Path;
}

function namesIn(network: Network): readonly TakenName[] {
  return connectedServices(network).flatMap(({ service: { name: service }, connect }) =>
    connect.endpoints.flatMap(({ path, discoveryName, clientAlias }): readonly TakenName[] => {
      const { dnsName, port } = clientAlias;
      const own = { namespace: connect.namespace, service };
      const discovery = { ...own, what: `discovery name "${discoveryName}"`, path };
      // A client alias without a name has the discovery name's.
      if (dnsName === null) return [discovery];
      return [discovery, { ...own, what: `endpoint ${dnsName}:${port}`, path: [...path, "clientAlias"] }];
    }),
  );
}
