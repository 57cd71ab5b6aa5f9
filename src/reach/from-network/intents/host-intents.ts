import { isForSsm } from "../../../model/compute/ssm-hosts.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import type { Host } from "../../../model/types/compute.ts";
import { at, type NetworkContext } from "../network-context.ts";
import type { Declared, Meant } from "./meant.ts";

/** A host with a policy of Systems Manager is there to be managed by it. */
export function hostIntents({ context }: Declared): readonly Meant[] {
  return hosts(context)
    .filter(({ host }) => isForSsm(context.network, host))
    .map(
      ({ id, host }): Meant => ({
        node: id,
        intent: {
          place: at([...host.path, "instanceProfile"]),
          to: { kind: "destination", id: "ssm" },
          protocol: "tcp",
          port: 443,
          family: "any",
          why: "Systems Manager, which the instance profile is for",
        },
      }),
    );
}

function hosts({ network }: NetworkContext): readonly { readonly id: string; readonly host: Host }[] {
  const { autoScalingGroups, instances, launchTemplates } = network.compute;
  const ofGroups = autoScalingGroups.flatMap(({ name, launchTemplate }) =>
    launchTemplates
      .filter((template) => template.name === launchTemplate)
      .map(({ host }) => ({ id: terraformAddress("aws_autoscaling_group", name), host })),
  );
  return [
    ...ofGroups,
    ...instances.map(({ name, host }) => ({ id: terraformAddress("aws_instance", name), host })),
  ];
}
