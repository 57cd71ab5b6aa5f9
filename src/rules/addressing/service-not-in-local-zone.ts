import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import type { Path } from "../../base/path.ts";
import { localZonesOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** Some services are not there in Local Zones. */
export const serviceNotInLocalZone: Rule<"service-not-in-local-zone"> = {
  id: "service-not-in-local-zone",
  severity: "error",
  title:
    "VPC endpoints, transit gateway attachments, EKS clusters and Fargate profiles stand in no Local Zone.",
  why: "AWS makes none of them in a subnet of a Local Zone, and refuses the request. Hosts there use those of the region's availability zones: an interface endpoint by its addresses, a transit gateway through the attachment in the parent zone. EKS has nodes in Local Zones, while its control plane and Fargate stay in the region.",
  sources: [
    localZoneFacts.noVpcEndpointInLocalZones,
    localZoneFacts.noTransitAttachmentInLocalZones,
    localZoneFacts.eksControlPlaneNotInLocalZones,
    localZoneFacts.noFargateInLocalZones,
  ],
  check(network, report) {
    for (const { what, at, subnets } of standing(network)) {
      const [zone] = localZonesOf(network, subnets);
      if (zone === undefined) continue;
      report(
        at,
        `${what} has a subnet in Local Zone ${zone}, where AWS makes none`,
        "name tiers of availability zones",
      );
    }
  },
};

interface Standing {
  readonly what: string;
  readonly at: Path;
  readonly subnets: readonly SubnetId[];
}

function standing(network: Network): readonly Standing[] {
  const { vpcEndpoints, gatewayLoadBalancerEndpoints, transitGatewayAttachments, eks } = network;
  return [
    ...vpcEndpoints.flatMap(({ name, path, type }) =>
      type.kind === "interface"
        ? {
            what: `interface endpoint "${name}"`,
            at: [...path, "type", "interface", "subnets"],
            subnets: type.subnets,
          }
        : [],
    ),
    ...gatewayLoadBalancerEndpoints.map(({ name, path, endpoints }) => ({
      what: `Gateway Load Balancer endpoint "${name}"`,
      at: [...path, "subnets"],
      subnets: endpoints.map(({ subnet }) => subnet),
    })),
    ...transitGatewayAttachments.map(({ name, path, subnets }) => ({
      what: `transit gateway attachment "${name}"`,
      at: [...path, "subnets"],
      subnets,
    })),
    ...eks.clusters.flatMap(({ name, path, subnets, fargateProfiles }) => [
      { what: `cluster "${name}"`, at: [...path, "subnets"], subnets },
      ...fargateProfiles.map((profile) => ({
        what: `Fargate profile "${profile.name}"`,
        at: [...profile.path, "subnets"],
        subnets: profile.subnets,
      })),
    ]),
  ];
}
