import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EcsService } from "../../model/types/ecs.ts";
import type { Network } from "../../model/types/network.ts";
import type { ServiceConnectEndpoint } from "../../model/types/service-connect.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, resourceFor } from "../resources.ts";
import type { TaskDefinitionMade } from "./task-definitions.ts";

/** What the services' part in their namespaces is written with. */
interface NeededByConnect {
  readonly namespaces: Made<ServiceDiscoveryHttpNamespace>;
  readonly taskDefinitions: Made<TaskDefinitionMade>;
}

/** Adds the namespaces; by name. */
export function addNamespaces(scope: Construct, { ecs }: Network): Made<ServiceDiscoveryHttpNamespace> {
  return new Map(
    ecs.namespaces.map(({ name, displayName, tags }) => [
      name,
      new ServiceDiscoveryHttpNamespace(
        scope,
        terraformAddress("aws_service_discovery_http_namespace", name),
        {
          name: displayName,
          tags: withNameTag(displayName, tags),
        },
      ),
    ]),
  );
}

/** The argument `service_connect_configuration` of a service. */
export function serviceConnect(
  { region }: Network,
  { namespaces, taskDefinitions }: NeededByConnect,
  { serviceConnect: model, taskDefinition }: EcsService,
) {
  if (model === null) return {};
  return {
    serviceConnectConfiguration: {
      enabled: true,
      namespace: resourceFor(namespaces, model.namespace).arn,
      ...(model.endpoints.length === 0 ? {} : { service: model.endpoints.map(endpoint) }),
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": resourceFor(taskDefinitions, taskDefinition).logGroup.name,
          "awslogs-region": region,
          "awslogs-stream-prefix": "service-connect",
        },
      },
    },
  };
}

function endpoint({
  port,
  discoveryName,
  clientAlias,
  ingressPortOverride,
  timeout,
}: ServiceConnectEndpoint) {
  const hasTimeout = Object.values(timeout).some((seconds) => seconds !== null);
  return {
    portName: port.name,
    discoveryName,
    clientAlias: { port: clientAlias.port, ...omitNull({ dnsName: clientAlias.dnsName }) },
    ...omitNull({ ingressPortOverride }),
    ...(hasTimeout ? { timeout: omitNull(timeout) } : {}),
  };
}

/** A task knows the endpoints alone that were there when its service was deployed. */
export function calledServices({ serviceConnect: model }: EcsService): readonly ITerraformDependable[] {
  return (model?.calls ?? []).map(({ service }) => ({ fqn: terraformAddress("aws_ecs_service", service) }));
}
