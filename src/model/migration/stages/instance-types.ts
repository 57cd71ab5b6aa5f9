import type { Stage } from "../stage.ts";

/** The stage `instance-types`. */
export const instanceTypesStage: Stage = {
  id: "instance-types",
  title: "Change the types of instances that cannot carry IPv6",
  why: "EC2 gives IPv6 addresses only to types that know IPv6. A change of type stops the instance and starts it again, so it has a stage, and a maintenance window, of its own, before anything else happens to the hosts",
  without: (network) => network,
};
