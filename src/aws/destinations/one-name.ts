import type { Destination, DestinationName } from "./destination.ts";
import { named } from "./named.ts";

/** A destination that is one name, by which users call it. */
interface OneName {
  readonly name: string;
  readonly what: string;
  readonly families: DestinationName["families"];
  readonly sources: DestinationName["sources"];
  /** Absent: 443. */
  readonly port?: number;
  readonly withSubdomains?: boolean;
  readonly instead?: string;
}

/** A destination outside AWS that has one name. */
export function oneName({ name, what, families, sources, ...rest }: OneName): Destination {
  const { port = 443, withSubdomains = false, instead = null } = rest;
  const names = [named({ name, families, sources, withSubdomains })];
  return {
    id: name,
    what,
    protocol: "tcp",
    port,
    place: "internet",
    parts: [{ what, neededWhen: null, instead, names }],
  };
}
