import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { shortHash } from "../names.ts";
import { slug, uniqueSlugs } from "../slug.ts";

/** The logical id of the data source of each prefix list that AWS keeps, by the list's name. */
export function managedPrefixListIds({ network }: Blueprint): ReadonlyMap<string, string> {
  const peers = Object.values(network.securityGroups).flatMap(({ ingress, egress = {} }) => [
    ...Object.values(ingress).map(({ from }) => from),
    ...Object.values(egress).map(({ to }) => to),
  ]);
  const names = peers.flatMap(({ managedPrefixList }) => managedPrefixList ?? []);
  return uniqueSlugs(names, wordOf);
}

/** A logical id begins with a letter. */
function wordOf(name: string): string {
  const word = slug(name);
  if (/^[a-z]/.test(word)) return word;
  return ["list", word, shortHash(name)].filter((part) => part !== "").join("-");
}
