import type { Path } from "../../../base/path.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import type { EcsService } from "../../../model/types/ecs.ts";
import type { ServiceConnectEndpoint } from "../../../model/types/service-connect.ts";
import { at } from "../network-context.ts";
import type { Declared, Meant } from "./meant.ts";

/** The proxy beside a service that calls another reaches the proxies of the other: which family it takes is written nowhere. */
export function callIntents({ context }: Declared): readonly Meant[] {
  const { services } = context.network.ecs;
  return services.flatMap((caller) =>
    (caller.serviceConnect?.calls ?? []).flatMap(({ path, service }) =>
      services
        .filter(({ name }) => name === service)
        .flatMap((called) =>
          (called.serviceConnect?.endpoints ?? []).map((endpoint) => call(caller, called, endpoint, path)),
        ),
    ),
  );
}

function call(caller: EcsService, called: EcsService, endpoint: ServiceConnectEndpoint, path: Path): Meant {
  const { port, ingressPortOverride } = endpoint;
  return {
    node: terraformAddress("aws_ecs_service", caller.name),
    intent: {
      place: at(path),
      to: { kind: "node", id: terraformAddress("aws_ecs_service", called.name) },
      protocol: "tcp",
      port: ingressPortOverride ?? port.containerPort,
      family: "any",
      why: `endpoint ${port.name} of service ${called.name}`,
    },
  };
}
