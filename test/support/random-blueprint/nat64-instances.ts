import fc from "fast-check";
import { isObject } from "../json.ts";
import { anyPlace, type Drawn, pick, sometimes, type Tree } from "./tree.ts";

/** What is drawn of NAT64 by an instance: which instance it is, and for which tier. */
export const nat64InstanceDraft = sometimes(fc.record({ instance: anyPlace, tier: anyPlace }));

/** The blueprint with a tier whose NAT64 is an instance, where it has both. */
export function withNat64Instance(draft: Drawn<typeof nat64InstanceDraft>, blueprint: Tree): Tree {
  const { network, compute } = blueprint;
  if (draft === null || !isObject(network) || !isObject(compute)) return blueprint;
  const { subnets } = network;
  const { instances } = compute;
  if (!isObject(subnets) || !isObject(instances)) return blueprint;
  const translated = Object.keys(subnets).filter((name) => Object(subnets[name]).nat64 === true);
  const dualStack = Object.keys(instances).filter((name) => {
    const { addressing, internet } = Object(subnets[Object(instances[name]).subnet]);
    return addressing === "dual-stack" && internet === "public";
  });
  const [tier, name] = [pick(translated, draft.tier), pick(dualStack, draft.instance)];
  if (tier === null || name === null) return blueprint;
  const own = { sourceDestCheck: false, elasticIp: true, ami: undefined, os: "ubuntu-24.04" };
  const instance = { ...Object(instances[name]), ...own, userData: undefined, guest: { nat64: true } };
  return {
    ...blueprint,
    network: {
      ...network,
      subnets: { ...subnets, [tier]: { ...Object(subnets[tier]), nat64Instances: [name] } },
    },
    compute: { ...compute, instances: { ...instances, [name]: instance } },
  };
}
