import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { EndpointAddressType, SubnetConfiguration } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** Who chooses an endpoint's addresses in a zone chooses those of all its families. */
export const vpcEndpointSubnetConfiguration: Rule<"vpc-endpoint-subnet-configuration"> = {
  id: "vpc-endpoint-subnet-configuration",
  severity: "error",
  title: "An interface endpoint is told one address for each family that it has.",
  why: "The network interface of an endpoint has the families of its address type. Where its addresses are chosen, EC2 wants one of each of them, and takes none of another family. Terraform's plan does not know.",
  sources: [vpcEndpointFacts.endpointChosenAddresses],
  check({ vpcEndpoints }, report) {
    for (const { type, ipAddressType } of vpcEndpoints) {
      if (type.kind !== "interface") continue;
      for (const configuration of type.configurations)
        for (const { at, message, hint } of wrongIn(configuration, ipAddressType)) report(at, message, hint);
    }
  },
};

interface Wrong {
  readonly at: Path;
  readonly message: string;
  readonly hint: string;
}

const WORDS = { ipv4: "IPv4", ipv6: "IPv6" } as const;

function wrongIn(chosen: SubnetConfiguration, type: EndpointAddressType): readonly Wrong[] {
  const families: readonly AddressFamily[] = ["ipv4", "ipv6"];
  return families.flatMap((family): readonly Wrong[] => {
    const isOfType = type === "dualstack" || type === family;
    const isThere = chosen[family] !== null;
    if (isOfType === isThere) return [];
    const word = WORDS[family];
    if (isOfType)
      return [
        {
          at: chosen.path,
          message: `an endpoint of type ${type} wants a chosen ${word} address here too`,
          hint: `write ${family} beside, or leave all addresses of this zone to AWS`,
        },
      ];
    const message = `an endpoint of type ${type} has no ${word} address`;
    return [{ at: [...chosen.path, family], message, hint: "take it out, or write another ipAddressType" }];
  });
}
