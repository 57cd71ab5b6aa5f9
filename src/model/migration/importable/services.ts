import type { Network } from "../../types/network.ts";
import type { RecordContent } from "../../types/route53.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable } from "./importable-resource.ts";

/** Databases, VPC endpoints and DNS records. */
export function importableServices({ rds, vpcEndpoints, route53 }: Network): readonly Importable[] {
  return [
    ...rds.subnetGroups.map(({ name }) => importable("aws_db_subnet_group", name)),
    ...rds.instances.map(({ name, subnetGroup }) =>
      importable("aws_db_instance", name, [terraformAddress("aws_db_subnet_group", subnetGroup)]),
    ),
    ...vpcEndpoints.map(({ name }) => importable("aws_vpc_endpoint", name)),
    ...route53.records.map(({ id, content }) => importable("aws_route53_record", id, ledTo(content))),
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
