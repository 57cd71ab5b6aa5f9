import type { Construct } from "constructs";
import { assertNever, invariant } from "../../base/invariant.ts";
import type { Network } from "../../model/types/network.ts";
import type { OutputValue, VpcAttribute } from "../../model/types/outputs.ts";
import { TerraformOutput } from "../engine.ts";
import { omitNull } from "../omit-null.ts";
import { type Identified, resourceFor } from "../resources.ts";
import { addParameters } from "./add-parameters.ts";
import type { NeededByOutputs, OutputContent } from "./needed-by-outputs.ts";
import { showNamed } from "./show-named.ts";

/** Adds the Terraform outputs, each under the author's name for it. */
export function addOutputs(scope: Construct, network: Network, made: NeededByOutputs): void {
  const { handOver } = network.terraform;
  for (const output of network.outputs) {
    const value = shown(scope, made, network, output.value);
    new TerraformOutput(scope, `output.${output.name}`, {
      value,
      ...omitNull({ description: output.description, sensitive: output.sensitive ? true : null }),
    });
    if (handOver.kind === "parameters") addParameters(scope, handOver, output, value);
  }
}

function shown(scope: Construct, made: NeededByOutputs, network: Network, value: OutputValue): OutputContent {
  switch (value.kind) {
    case "vpc":
      return ofVpc(made, value.attribute);
    case "internetGatewayId":
      return idOf(made.internetGateway);
    case "egressOnlyInternetGatewayId":
      return idOf(made.egressOnlyInternetGateway);
    default:
      return showNamed(value.kind, { scope, made, network, name: value.name });
  }
}

function idOf(gateway: Identified | null): string {
  invariant(gateway !== null, "an output shows a gateway that was not made");
  return gateway.id;
}

function ofVpc(made: NeededByOutputs, attribute: VpcAttribute): string {
  switch (attribute) {
    case "id":
      return made.vpc.id;
    case "arn":
      return made.vpc.arn;
    case "ownerId":
      return made.vpc.ownerId;
    case "ipv4CidrBlock":
      return resourceFor(made.ipv4Blocks, "main").cidr;
    case "ipv6CidrBlock":
      return resourceFor(made.ipv6Blocks, "main").cidr;
    default:
      return assertNever(attribute);
  }
}
