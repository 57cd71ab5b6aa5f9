import { atKey, atValue, type Diagnostic } from "../../base/diagnostic.ts";
import { type Path, startsWith } from "../../base/path.ts";
import { placeOf } from "../../importer/blueprint/place-of.ts";
import { valueAt } from "../../importer/merge/find-additions.ts";
import { DIFFERS_HINT } from "../../importer/merge/find-differences.ts";
import { idsWithIpv6 } from "../../importer/merge/ids-with-ipv6.ts";
import type { Merged } from "../../importer/merge/merge-network.ts";
import type { Owned } from "../../importer/merge/read-owned.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { STAGES } from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";
import type { Changed, ChangedArgument, NetworkComparison, Sight } from "./compare-networks.ts";

/** What is known of the network that a merge has read. */
export function sightOf({ drafted }: Merged, inventory: Inventory): Sight {
  const ids = idsWithIpv6(inventory);
  const unknown = new Set(drafted.unknownIds);
  return {
    isThere: (address) => drafted.taken.has(address) || unknown.has(address),
    hasIpv6: (address) => ids.has(drafted.taken.get(address) ?? ""),
  };
}

/**
 * All that an apply would change of the network: what is told key by key with the arguments that it becomes, and a warning for each
 * resource of which nothing is told yet. `left` are addresses of what was not put in, which is told already.
 */
export function withDifferences(
  owned: Owned,
  { told, drafted }: Merged,
  { changed, onlyInAws }: NetworkComparison,
  left: ReadonlySet<string>,
): readonly Diagnostic[] {
  const byKey = told.map((one) => withArguments(one, changed));
  const untold = changed.filter(({ address }) => !told.some((one) => isAbout(one, address)));
  const missing = onlyInAws.filter((address) => !left.has(address));
  return [
    ...byKey,
    ...untold.map((one) => changeOf(owned, one)),
    ...missing.map((address) => notHere(owned, address, drafted.taken.get(address) ?? "of an unknown id")),
  ];
}

/** Where the network has come further by itself than the blueprint says, stages would take away what is there. */
export function reachedFurther(owned: Owned, own: Network, found: Network): readonly Diagnostic[] {
  const { migration } = own;
  const reached = found.migration?.reached ?? null;
  if (migration === null || reached === null) return [];
  const said = Math.max(
    ...[migration.stage, migration.reached ?? "import"].map((one) => STAGES.indexOf(one)),
  );
  if (STAGES.indexOf(reached) <= said) return [];
  const path = ["migration", "reached"];
  const here = valueAt(owned.blueprint, path);
  return [
    {
      rule: "import/differs",
      severity: "warning",
      message: `migration.reached is ${here === undefined ? "not said" : JSON.stringify(here)} here, and there is IPv6 of the stage ${reached} in AWS`,
      at: atValue(path),
      hint: `write reached: ${reached}, or the stages up to it take that away`,
    },
  ];
}

function withArguments(one: Diagnostic, changed: readonly Changed[]): Diagnostic {
  const about = changed.filter(({ address }) => isAbout(one, address));
  const words = about.map(({ address, changes }) => `${changes.map(changeWords).join(", ")} of ${address}`);
  return words.length === 0
    ? one
    : { ...one, hint: `${one.hint}; an apply would change ${words.join("; ")}` };
}

function isAbout({ rule, at }: Diagnostic, address: string): boolean {
  const place = placeOf(address);
  if (rule !== "import/differs" || at.kind !== "path" || place === null) return false;
  return startsWith(at.path, place) && !PARTS.includes(String(at.path[place.length]));
}

/** Keys below which resources of their own are described. */
const PARTS = ["egress", "ingress", "listeners", "rules"];

function changeOf(owned: Owned, { address, changes }: Changed): Diagnostic {
  return {
    rule: "import/differs",
    severity: "warning",
    message: `an apply would change ${address}: ${changes.map(changeWords).join(", ")}`,
    at: atKey(writtenPlace(owned, address)),
    hint: DIFFERS_HINT,
  };
}

function notHere(owned: Owned, address: string, id: string): Diagnostic {
  return {
    rule: "import/differs",
    severity: "warning",
    message: `${address} (${id}) is in AWS, and nothing at this stage of the blueprint is`,
    at: atKey(writtenPlace(owned, address)),
    hint: "describe it, or take it out of AWS: Terraform leaves it alone, and may make the same a second time",
  };
}

/** The nearest place that the blueprint has. */
function writtenPlace({ blueprint }: Owned, address: string): Path {
  const place = placeOf(address) ?? ["network"];
  const lengths = place.map((_, index) => place.length - index);
  const length = lengths.find((count) => valueAt(blueprint, place.slice(0, count)) !== undefined) ?? 1;
  return place.slice(0, length);
}

/** From what it is to what it would be. */
function changeWords({ argument, here, inAws }: ChangedArgument): string {
  return `${argument} from ${valueWords(inAws)} to ${valueWords(here)}`;
}

/** Signs of a value that are shown. */
const SHOWN = 80;

function valueWords(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value).replaceAll(/\$\{([^}]*)\}/g, "$1");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
