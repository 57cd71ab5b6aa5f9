import { destinations } from "../../aws/destinations/destinations.ts";
import { hostNameOf } from "../../aws/destinations/host-name-of.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { NamedAddress } from "../../lab/plan/names-in.ts";
import type { AskedName } from "../../reach/walk/resolve-name.ts";

/** Where the servers of all destinations stand in the laboratory: its internet answers at every address. */
const STAND_IN = { ipv4: "192.88.99.46", ipv6: "2a00:db8::46" } as const;

/** The account's number matters to no answer. */
const ACCOUNT = "123456789012";

/** The names of Hextet's destinations on the internet in a region, as reach is asked for them. */
export function askedNames(region: string): readonly AskedName[] {
  const all = destinations
    .filter(({ place }) => place === "internet")
    .flatMap(({ parts }) => parts)
    .flatMap(({ names }) => names)
    .flatMap((one): readonly AskedName[] => {
      const name = hostNameOf(one, region, ACCOUNT);
      if (name === null || parseAddress(name) !== null) return [];
      const { families, endpointService, endpointAnswers, sources } = one;
      const service = endpointService === null ? null : { name: endpointService, isListed: endpointAnswers };
      return [{ name, families, service, facts: sources }];
    });
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** Servers under these names, in the families that are known, for the stand-in internet of a laboratory. */
export function destinationNames(region: string): readonly NamedAddress[] {
  return askedNames(region).flatMap(({ name, families }) =>
    families === "unknown"
      ? []
      : [
          {
            name,
            ipv4: families.includes("ipv4") ? STAND_IN.ipv4 : null,
            ipv6: families.includes("ipv6") ? STAND_IN.ipv6 : null,
          },
        ],
  );
}
