import { byName } from "../../../base/compare-texts.ts";
import type { Diagnostic } from "../../../base/diagnostic.ts";
import { deepFreeze } from "../../../base/freeze.ts";
import { orderStacks } from "../../../base/order-stacks.ts";
import type { Path } from "../../../base/path.ts";
import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import type { LiftedReference } from "../../../blueprint/lift-references.ts";
import { type Context, report } from "../../context.ts";
import { stacksNamed } from "../../terraform/stacks-of-blueprint.ts";
import type { Network } from "../../types/network.ts";
import type { Output } from "../../types/outputs.ts";
import type { Reference } from "../../types/references.ts";
import { readReference, type Stopped } from "./read-reference.ts";

/** A blueprint that could be normalised, with what it takes from elsewhere. */
export interface Joining {
  readonly blueprint: Blueprint;
  readonly network: Network;
  readonly references: readonly LiftedReference[];
}

/** The blueprint's network with its references, and the outputs that others need of it; null where one leads nowhere. */
export interface JoinedNetwork {
  readonly network: Network | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins blueprints by what they take from each other: each reference is checked against the output that it names, and what is
 * needed becomes an output by itself. `stopped` are the blueprints with errors of their own: what refers to them cannot be
 * judged, and stops without a word of its own where those errors are shown.
 */
export function joinNetworks(
  all: readonly Joining[],
  stopped: readonly Stopped[],
): ReadonlyMap<Joining, JoinedNetwork> {
  const outputs = new Map(all.map(({ network }) => [network.name, new Map<string, Output>()]));
  const read = all.map((joining) => {
    const diagnostics: Diagnostic[] = [];
    const context: Context = { report: (diagnostic) => diagnostics.push(diagnostic) };
    const references = joining.references.map((lifted) => {
      const found = readReference(context, { joining, all, stopped }, lifted);
      if (found?.output != null)
        outputs.get(found.output.stack)?.set(found.output.shown.name, found.output.shown);
      return found?.reference ?? null;
    });
    return { joining, diagnostics, context, references };
  });
  reportCircle(read);
  return new Map(
    read.map(({ joining, diagnostics, references }) => {
      const known = references.filter((one): one is Reference => one !== null);
      const needed = [...(outputs.get(joining.network.name)?.values() ?? [])];
      const isWhole = diagnostics.length === 0 && known.length === references.length;
      const network = isWhole ? withReferences(joining.network, known, needed) : null;
      return [joining, { network, diagnostics }];
    }),
  );
}

function withReferences(
  network: Network,
  references: readonly Reference[],
  needed: readonly Output[],
): Network {
  if (references.length === 0 && needed.length === 0) return network;
  const named = new Set(network.outputs.map(({ name }) => name));
  const added = needed.filter(({ name }) => !named.has(name));
  return deepFreeze({ ...network, references, outputs: [...network.outputs, ...added].sort(byName) });
}

interface Read {
  readonly joining: Joining;
  readonly context: Context;
  readonly references: readonly (Reference | null)[];
}

/** None of the stacks in a circle could be applied first. Told once, at the first of them. */
function reportCircle(read: readonly Read[]): void {
  const networks = read.map(({ joining }) => joining.network);
  const { circle } = orderStacks(
    new Map(read.map((one) => [one.joining.network.name, waitsFor(one, networks)])),
  );
  const [first, second = ""] = circle;
  const at = read.find(({ joining }) => joining.network.name === first);
  if (at === undefined) return;
  const reference = at.references.find((one) => one?.stack === second);
  const { dependsOn } = at.joining.network.terraform;
  const index = dependsOn.findIndex((one) => stacksNamed(one, at.joining.network, networks).includes(second));
  const isOfValues = circle.every((name, step) => step === 0 || takesFrom(read, circle[step - 1], name));
  const names = circle.map((name) => `"${name}"`);
  const message = isOfValues
    ? `blueprints take values from each other: ${names.join(" from ")}`
    : `stacks wait for each other: ${names.join(" after ")}`;
  const own = "one of them has to be applied first";
  const hint = isOfValues ? own : `${own}: take terraform.dependsOn out where no value is taken`;
  const path: Path = reference?.path ?? ["terraform", "dependsOn", index];
  report(at.context, "model/reference-circle", path, message, hint);
}

/** The stacks that come before one: those that it takes values from, and those that `terraform.dependsOn` names. */
function waitsFor({ joining, references }: Read, networks: readonly Network[]): readonly string[] {
  const { network } = joining;
  const named = network.terraform.dependsOn.flatMap((one) => stacksNamed(one, network, networks));
  return [...new Set([...references.flatMap((one) => one?.stack ?? []), ...named])].sort();
}

function takesFrom(read: readonly Read[], taker: string | undefined, giver: string): boolean {
  const one = read.find(({ joining }) => joining.network.name === taker);
  return one?.references.some((reference) => reference?.stack === giver) === true;
}
