import { elsewhere } from "../topology/elsewhere.ts";
import type { TransitPeering } from "../topology/topology.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The attachments between transit gateways, whichever of the two asked for it: routes name them as their targets. */
export function transitPeerings(reading: Reading): readonly TransitPeering[] {
  const made = reading.index.ofType("aws_ec2_transit_gateway_peering_attachment").map((resource) => {
    const where = elsewhere(
      textOf(reading, resource, "peer_region"),
      textOf(reading, resource, "peer_account_id"),
    );
    const peer = textOf(reading, resource, "peer_transit_gateway_id") ?? "another transit gateway";
    return { id: resource.address, to: where === null ? peer : `${peer} ${where}` };
  });
  const accepted = reading.index
    .ofType("aws_ec2_transit_gateway_peering_attachment_accepter")
    .flatMap((resource): readonly TransitPeering[] => {
      const id = reading.one(resource, referents.transitAttachment, "transit_gateway_attachment_id");
      if (id.kind !== "one" || made.some((one) => one.id === id.id)) return [];
      const peer = textOf(reading, resource, "peer_transit_gateway_id") ?? "another transit gateway";
      return [{ id: id.id, to: peer }];
    });
  return [...made, ...accepted];
}

function textOf(reading: Reading, resource: TerraformResource, name: string): string | null {
  const value = reading.fields(resource).text(name);
  return value.kind === "known" ? value.value : null;
}
