import type { Instance, InstanceProfile } from "../../types/compute.ts";
import type { Network } from "../../types/network.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/** Hosts and what they are made of. */
export function importableCompute({ compute }: Network): readonly Importable[] {
  return [
    ...compute.keyPairs.map(({ name }) => importable("aws_key_pair", name)),
    ...compute.instanceProfiles.flatMap(instanceProfile),
    ...compute.launchTemplates.map(({ name }) => importable("aws_launch_template", name)),
    ...compute.autoScalingGroups.map(({ name, launchTemplate, subnets }) =>
      inSubnets(
        importable("aws_autoscaling_group", name, [terraformAddress("aws_launch_template", launchTemplate)]),
        subnets,
      ),
    ),
    ...compute.instances.flatMap(instance),
  ];
}

function instanceProfile({ name }: InstanceProfile): readonly Importable[] {
  const role = terraformAddress("aws_iam_role", name);
  const profile = importable("aws_iam_instance_profile", name, [role]);
  return [importable("aws_iam_role", name, [profile.address]), profile];
}

function instance({ name, subnet, elasticIp }: Instance): readonly Importable[] {
  const host = importable("aws_instance", name, [terraformAddress("aws_subnet", subnet)]);
  if (!elasticIp) return [host];
  const address = importable("aws_eip", `${name}_instance`, [host.address]);
  return [host, address, importable("aws_eip_association", name, [address.address, host.address])];
}
