import type { FlowLog } from "../../types/dhcp-and-flow-logs.ts";
import type { Network } from "../../types/network.ts";
import type { RecordContent } from "../../types/route53.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/** Databases, VPC endpoints, flow logs, and DNS records in hosted zones that are there. */
export function importableServices({ rds, vpcEndpoints, flowLogs, route53 }: Network): readonly Importable[] {
  const oldZones = route53.hostedZones
    .filter(({ source }) => source.kind === "existing")
    .map(({ name }) => name);
  return [
    ...rds.subnetGroups.map(({ name, subnets }) =>
      inSubnets(importable("aws_db_subnet_group", name), subnets),
    ),
    ...rds.instances.map(({ name, subnetGroup }) =>
      importable("aws_db_instance", name, [terraformAddress("aws_db_subnet_group", subnetGroup)]),
    ),
    ...vpcEndpoints.map(({ name }) => importable("aws_vpc_endpoint", name)),
    ...flowLogs.filter(isWithoutOwnParts).flatMap(flowLog),
    ...route53.records
      .filter(({ hostedZone }) => oldZones.includes(hostedZone))
      .map(({ id, content }) => importable("aws_route53_record", id, ledTo(content))),
  ];
}

/** A log group or a role that the blueprint makes is new, and so is the flow log that writes to it. */
function isWithoutOwnParts({ destination }: FlowLog): boolean {
  const isOwn = destination.kind === "existing-log-group" && destination.iamRoleArn === null;
  return destination.kind !== "cloud-watch-logs" && !isOwn;
}

function flowLog({ scopes }: FlowLog): readonly Importable[] {
  return scopes.map(({ id, subnet }) =>
    importable("aws_flow_log", id, subnet === null ? [] : [terraformAddress("aws_subnet", subnet)]),
  );
}

function ledTo(content: RecordContent): readonly string[] {
  switch (content.kind) {
    case "alias":
      return [terraformAddress("aws_lb", content.loadBalancer)];
    case "database":
      return [terraformAddress("aws_db_instance", content.database)];
    case "instance-address":
      return [
        terraformAddress("aws_instance", content.instance),
        ...(content.address === "elastic-ip"
          ? [terraformAddress("aws_eip", `${content.instance}_instance`)]
          : []),
      ];
    default:
      return [];
  }
}
