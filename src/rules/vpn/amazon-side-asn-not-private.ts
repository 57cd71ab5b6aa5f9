import { vpnFacts } from "../../aws/facts/vpn.ts";
import { PRIVATE_ASNS } from "../../aws/vpn.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Amazon takes private numbers. */
export const amazonSideAsnNotPrivate: Rule<"amazon-side-asn-not-private"> = {
  id: "amazon-side-asn-not-private",
  severity: "error",
  title: "The autonomous system number of Amazon's side is a private one.",
  why: "EC2 takes a private number for a transit gateway and for a virtual private gateway: 64512 to 65534, or 4200000000 to 4294967294. What lies between is refused at apply, not at plan, and 65535 is no private number.",
  sources: [vpnFacts.privateAsns],
  check(network, report) {
    for (const { path, asn, of } of amazonSides(network)) {
      if (PRIVATE_ASNS.some(({ first, last }) => asn >= first && asn <= last)) continue;
      report(
        path,
        `${of} has number ${asn}, which is no private one`,
        "write one from 64512 to 65534, or from 4200000000 to 4294967294",
      );
    }
  },
};

interface AmazonSide {
  readonly path: Path;
  readonly asn: number;
  readonly of: string;
}

function amazonSides({ virtualPrivateGateways, transitGatewayAttachments }: Network): readonly AmazonSide[] {
  const own = virtualPrivateGateways.flatMap(({ name, path, amazonSideAsn: asn }) =>
    asn === null ? [] : [{ path: [...path, "amazonSideAsn"], asn, of: `virtual private gateway "${name}"` }],
  );
  const transit = transitGatewayAttachments.flatMap(({ name, path, gateway }) =>
    gateway.kind !== "create" || gateway.amazonSideAsn === null
      ? []
      : [
          {
            path: [...path, "transitGateway", "create", "amazonSideAsn"],
            asn: gateway.amazonSideAsn,
            of: `transit gateway "${name}"`,
          },
        ],
  );
  return [...own, ...transit];
}
