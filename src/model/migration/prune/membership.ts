import { ipv4Blocks, ipv6Blocks } from "../../addressing/vpc.ts";
import type { LoadBalancer } from "../../types/load-balancing.ts";
import type { Network } from "../../types/network.ts";

/** What a network has, by logical id or name: for asking whether a reference leads somewhere. */
export interface Membership {
  readonly subnets: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly blocks: { readonly ipv4: ReadonlySet<string>; readonly ipv6: ReadonlySet<string> };
  readonly securityGroups: ReadonlySet<string>;
}

/** What the network has. A tier counts only with a subnet. */
export function membershipOf(network: Network): Membership {
  const subnets = network.tiers.flatMap((tier) => tier.subnets);
  return {
    subnets: idsOf(subnets),
    tiers: new Set(subnets.map(({ tier }) => tier)),
    blocks: { ipv4: idsOf(ipv4Blocks(network.vpc)), ipv6: idsOf(ipv6Blocks(network.vpc)) },
    securityGroups: namesOf(network.securityGroups),
  };
}

/** The logical ids of things. */
export function idsOf(things: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ id }) => id));
}

/** The names of things. */
export function namesOf(things: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ name }) => name));
}

/** Those of the names that are there. */
export function kept<Name extends string>(
  names: readonly Name[],
  there: ReadonlySet<string>,
): readonly Name[] {
  return names.filter((name) => there.has(name));
}

/** The thing with those of its tiers and subnets that are there. */
export function placed<T extends Pick<LoadBalancer, "tiers" | "subnets">>(
  thing: T,
  { tiers, subnets }: Membership,
): T {
  return { ...thing, tiers: kept(thing.tiers, tiers), subnets: kept(thing.subnets, subnets) };
}
