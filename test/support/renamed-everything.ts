import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Path } from "../../src/base/path.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { entriesAt } from "../../src/model/migration/renames/entries-at.ts";
import { namedThings } from "../../src/model/migration/renames/named-things.ts";
import { normalise } from "../../src/model/normalise.ts";
import type { Network } from "../../src/model/types/network.ts";
import { valueAt, withValueAt } from "./blueprint-leaves.ts";
import { isObject } from "./json.ts";

const EVERYTHING = new URL("../blueprint/ok/everything.yaml", import.meta.url);

/** What a hook makes there: it keeps its name. */
const OF_HOOKS = ["targetGroups.web", "network.instanceConnectEndpoints.main"];

/** What is written of each thing beside its old name. */
export type Beside = (from: string, isNamedInAws: boolean) => Readonly<Record<string, unknown>>;

/** The blueprint with everything in it, as if nothing were there yet, with the slots of its tiers written. */
export function everything(): unknown {
  const data: unknown = parse(readFileSync(EVERYTHING, "utf8"), (key: unknown, value: unknown) =>
    key === "awsName" ? undefined : value,
  );
  if (!isObject(data) || !isObject(data["network"]) || !isObject(data["network"]["vpc"]))
    throw new Error("no VPC");
  const { migration: _, renamedFrom: __, ...rest } = data;
  const { existing: ___, ...vpc } = data["network"]["vpc"];
  const plain: unknown = { ...rest, network: { ...data["network"], vpc } };
  return networkFrom(plain).tiers.reduce(
    (soFar, { name, slot }) => withValueAt(soFar, ["network", "subnets", name, "slot"], slot),
    plain,
  );
}

/** The same with everything in it renamed that can be, all at once. */
export function everythingRenamed(beside: Beside): unknown {
  const data = everything();
  const places = namedThings.flatMap(({ at, named }) =>
    entriesAt(data, at).map(({ path }) => ({ path, isNamed: named !== null })),
  );
  return places
    .filter(({ path }) => !OF_HOOKS.includes(path.join(".")))
    .reduce((soFar, { path, isNamed }, index) => {
      const from = `old-${index}`;
      return withEntry(soFar, path, { renamedFrom: from, ...beside(from, isNamed) });
    }, data);
}

function withEntry(data: unknown, path: Path, beside: Readonly<Record<string, unknown>>): unknown {
  const value = valueAt(data, path);
  if (!isObject(value)) throw new Error(`no ${path.join(".")}`);
  return withValueAt(data, path, { ...value, ...beside });
}

/** The network of a blueprint that is given as data; throws where it is none. */
export function networkFrom(data: unknown): Network {
  const { blueprint, diagnostics } = readBlueprint("everything.yaml", JSON.stringify(data));
  if (blueprint === null) throw new Error(JSON.stringify(diagnostics));
  const normalised = normalise(blueprint);
  if (normalised.network === null) throw new Error(JSON.stringify(normalised.diagnostics));
  return normalised.network;
}
