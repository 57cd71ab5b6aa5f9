import type { Node } from "../../topology/nodes.ts";
import { autoScalingGroupsOf } from "./auto-scaling-groups.ts";
import { cachesOf } from "./caches.ts";
import { databasesOf } from "./databases.ts";
import { ecsServicesOf } from "./ecs-services.ts";
import { eksNodesOf } from "./eks.ts";
import { instanceConnectEndpointsOf, vpcEndpointsOf } from "./endpoints.ts";
import { functionsOf } from "./functions.ts";
import { instancesOf, networkInterfacesOf } from "./instances.ts";
import type { Attachments } from "./interface-owners.ts";
import { loadBalancersOf } from "./load-balancers.ts";
import type { NodeReading } from "./node-reading.ts";
import { resolverEndpointsOf } from "./resolver-endpoints.ts";

/** All nodes of a document. */
export function readNodes(context: NodeReading, attachments: Attachments, region: string): readonly Node[] {
  return [
    ...instancesOf(context, attachments),
    ...networkInterfacesOf(context, attachments),
    ...autoScalingGroupsOf(context),
    ...loadBalancersOf(context),
    ...ecsServicesOf(context),
    ...functionsOf(context),
    ...databasesOf(context),
    ...cachesOf(context),
    ...eksNodesOf(context),
    ...vpcEndpointsOf(context, region),
    ...instanceConnectEndpointsOf(context),
    ...resolverEndpointsOf(context),
  ];
}
