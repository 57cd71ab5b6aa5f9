import type { Stage } from "../stage.ts";

/** The stage `ipv6-only-subnets`. */
export const ipv6OnlySubnetsStage: Stage = {
  id: "ipv6-only-subnets",
  title: "Add IPv6-only subnets, and all else that is new",
  why: "Nothing that exists can become IPv6-only, so this is all new, and it needs everything before it. What is here is the target: when the plan is empty, migration can be removed from the blueprint",
  without: (network) => network,
};
