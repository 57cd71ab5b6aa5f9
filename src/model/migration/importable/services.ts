import type { Network } from "../../types/network.ts";
import type { RecordContent } from "../../types/route53.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/** Databases, VPC endpoints, and DNS records in hosted zones that are there. */
export function importableServices({ rds, vpcEndpoints, route53 }: Network): readonly Importable[] {
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
    ...route53.records
      .filter(({ hostedZone }) => oldZones.includes(hostedZone))
      .map(({ id, content }) => importable("aws_route53_record", id, ledTo(content))),
  ];
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
