import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { EipAssociation } from "@cdktf/provider-aws/lib/eip-association/index.js";
import type { Construct } from "constructs";
import { subnetOf } from "../../model/lookup.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type GatewaysMade, type Made, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** Gives the instances that want one an Elastic IP; returns the addresses by the instance's name. */
export function addElasticIps(
  scope: Construct,
  network: Network,
  made: Pick<ComputeMade, "instances"> & Pick<GatewaysMade, "internetGateway">,
): Made<Eip> {
  const { internetGateway } = made;
  const wanted = network.compute.instances.filter(({ elasticIp }) => elasticIp);
  return new Map(
    wanted.map(({ name, displayName, host, subnet }) => {
      // NAT gateways' addresses end in nothing or in the letter of a zone: no name of an author's clashes with them.
      const eip = new Eip(scope, terraformAddress("aws_eip", `${name}_instance`), {
        domain: "vpc",
        ...omitNull({ networkBorderGroup: subnetOf(network, subnet)?.zone.borderGroup ?? null }),
        tags: withNameTag(displayName, host.tags),
        // AWS refuses the association in a VPC without an internet gateway, and the detachment of one in use.
        // One managed outside this stack is there already.
        ...waitFor(internetGateway === null ? [] : internetGateway.awaited),
      });
      new EipAssociation(scope, terraformAddress("aws_eip_association", name), {
        allocationId: eip.id,
        instanceId: resourceFor(made.instances, name).id,
      });
      return [name, eip] as const;
    }),
  );
}
