import { normaliseInstanceType } from "../../compute/hosts.ts";
import type { Instance } from "../../types/compute.ts";
import type { Network } from "../../types/network.ts";
import type { Stage } from "../stage.ts";

/** The stage `instance-types`. */
export const instanceTypesStage: Stage = {
  id: "instance-types",
  title: "Change the types of instances that cannot carry IPv6",
  why: "EC2 takes IPv6 addresses on types that know IPv6 only. A change of type stops the instance and starts it again, so it has a stage and a maintenance window of its own, before anything else happens to hosts",
  without: withTypesBefore,
};

function withTypesBefore(network: Network): Network {
  const before = network.migration?.instanceTypesBefore ?? [];
  const instances = network.compute.instances.map((instance): Instance => {
    const old = before.find((entry) => entry.instance === instance.name);
    if (old === undefined) return instance;
    return { ...instance, host: { ...instance.host, instanceType: normaliseInstanceType(old.instanceType) } };
  });
  return { ...network, compute: { ...network.compute, instances } };
}
