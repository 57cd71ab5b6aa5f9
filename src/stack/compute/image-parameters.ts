import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter/index.js";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import type { ComputeMade } from "../resources.ts";

/**
 * Adds a data source for each public SSM parameter that names the AMI of an instance; returns them by logical id.
 * Launch templates need none: EC2 itself resolves the parameter whenever they launch a host.
 */
export function addImageParameters(scope: Construct, network: Network): ComputeMade["imageParameters"] {
  const images = network.compute.instances.map((instance) => instance.host.image);
  const wanted = new Set(images.map((image) => (image.kind === "ssm-parameter" ? image.parameter : null)));
  return new Map(
    network.compute.imageParameters
      .filter((parameter) => wanted.has(parameter.id))
      .map((parameter) => [
        parameter.id,
        new DataAwsSsmParameter(scope, `data.aws_ssm_parameter.${parameter.id}`, { name: parameter.name }),
      ]),
  );
}
