import { didYouMean } from "../../../base/did-you-mean.ts";
import { assertNever } from "../../../base/invariant.ts";
import type { Path } from "../../../base/path.ts";
import type { FromBlueprint, FromState } from "../../../blueprint/blueprint.generated.ts";
import type { Environment } from "../../../blueprint/environment.ts";
import type { LiftedReference } from "../../../blueprint/lift-references.ts";
import { type Context, report } from "../../context.ts";
import type { Network } from "../../types/network.ts";
import type { Output } from "../../types/outputs.ts";
import type { Reference, ReferenceSource } from "../../types/references.ts";
import { checkFits } from "./check-fits.ts";
import { findOutput } from "./find-output.ts";
import type { Joining } from "./join-networks.ts";
import { parameterName } from "./parameter-name.ts";
import { stackMeant } from "./stack-meant.ts";
import { stateSeenFromBeside } from "./state-seen-from-beside.ts";
import { thingElsewhere, thingShown } from "./thing.ts";
import { wantedAt } from "./wanted-at.ts";

/** The blueprints among which a reference is looked up. */
export interface Lookup {
  /** The blueprint that the reference stands in. */
  readonly joining: Joining;
  readonly all: readonly Joining[];
  readonly stopped: readonly Stopped[];
}

/** A blueprint that has errors. */
export interface Stopped {
  readonly name: string;
  readonly environment: Environment | null;
  /** False: nobody asked for it, so that its errors are not shown. */
  readonly isTold: boolean;
}

/** A reference, and the output that it needs of another stack; null: none. */
export interface FoundReference {
  readonly reference: Reference;
  readonly output: { readonly stack: string; readonly shown: Output } | null;
}

/** What a reference leads to; null: nowhere, which is reported, or into a blueprint with errors. */
export function readReference(
  context: Context,
  lookup: Lookup,
  lifted: LiftedReference,
): FoundReference | null {
  const { source, token, path } = lifted;
  const takes = wantedAt(lifted);
  if ("fromBlueprint" in source) return readFromBlueprint(context, lookup, lifted, source.fromBlueprint);
  const found =
    "fromState" in source
      ? readFromState(context, lookup.joining.network, source.fromState, [...path, "fromState"])
      : parameter(source.fromParameter);
  if (found === null) return null;
  const thing = thingElsewhere(lookup.joining.network, found);
  const elsewhere = { stack: null, output: null, region: null };
  return { reference: { token, path, takes, ...elsewhere, thing, source: found }, output: null };
}

function parameter(name: string): ReferenceSource {
  return { kind: "parameter", id: parameterId(name), name, isSecret: false };
}

/** `/vpn/gateway` is `parameter__vpn__gateway`. No two names have one id: what is no letter, digit or hyphen begins with an underscore. */
function parameterId(name: string): string {
  const escaped = name.replaceAll(/[_.]/g, (mark) => (mark === "_" ? "_5f" : "_2e")).replaceAll("/", "__");
  return `parameter${name.startsWith("/") ? "" : "_"}${escaped}`;
}

function readFromState(
  context: Context,
  { terraform }: Network,
  { state, output, key }: FromState,
  path: Path,
): ReferenceSource | null {
  const found = terraform.states.find(({ name }) => name === state);
  if (found !== undefined)
    return { kind: "state", id: `state_${state}`, backend: found.backend, output, key: key ?? null };
  const names = terraform.states.map(({ name }) => name);
  const hint = hintOf(state, names, "name it in terraform.states");
  report(context, "model/unknown-state", [...path, "state"], `terraform.states has no "${state}"`, hint);
  return null;
}

function readFromBlueprint(
  context: Context,
  { joining, all, stopped }: Lookup,
  lifted: LiftedReference,
  written: FromBlueprint,
): FoundReference | null {
  const path: Path = [...lifted.path, "fromBlueprint"];
  const stack = stackMeant(context, { joining, all, stopped }, written, path);
  if (stack === null) return null;
  const producer = all.find(({ network }) => network.name === stack);
  if (producer === undefined || producer === joining) {
    const end = stopped.find(({ name }) => name === stack);
    if (end === undefined) reportUnknownStack(context, { joining, all, stopped }, stack, path);
    else if (!end.isTold) reportStopped(context, stack, path);
    return null;
  }
  const shown = findOutput(context, producer, { ...written, stack }, path);
  if (shown === null) return null;
  const networks = { consumer: joining.network, producer: producer.network };
  const takes = wantedAt(lifted);
  if (!checkFits(context, { ...networks, shown, written, takes, path })) return null;
  const key = written.key ?? null;
  const source = sourceOf(producer.network, shown, key);
  const thing = thingShown(producer.network, shown.value, key);
  const { region } = producer.network;
  const { token } = lifted;
  return {
    reference: { token, path: lifted.path, takes, stack, output: shown.name, region, thing, source },
    output: { stack, shown },
  };
}

function reportStopped(context: Context, stack: string, path: Path): void {
  const message = `the blueprint of "${stack}" has errors: what it gives is not known`;
  report(
    context,
    "model/stopped-stack",
    [...path, "stack"],
    message,
    "validate the whole folder, which shows them",
  );
}

function reportUnknownStack(
  context: Context,
  { joining, all, stopped }: Lookup,
  stack: string,
  path: Path,
): void {
  const own = joining.network.name;
  const names = [...all.map(({ network }) => network.name), ...stopped.map(({ name }) => name)].filter(
    (name) => name !== own,
  );
  const [message, hint] =
    stack === own
      ? [`"${stack}" is this very blueprint`, "name what it has by its own key"]
      : [
          `no blueprint makes a stack "${stack}"`,
          hintOf(stack, names, "for a stack that is no blueprint write fromState or fromParameter"),
        ];
  report(context, "model/unknown-stack", [...path, "stack"], message, hint);
}

function hintOf(name: string, known: readonly string[], otherwise: string): string {
  const none = known.length === 0 ? otherwise : `known: ${[...known].sort().join(", ")}; ${otherwise}`;
  return didYouMean(name, known, none);
}

function sourceOf({ name, terraform }: Network, shown: Output, key: string | null): ReferenceSource {
  const { handOver, backend } = terraform;
  switch (handOver.kind) {
    case "state":
      return {
        kind: "state",
        id: name,
        backend: stateSeenFromBeside(name, backend),
        output: shown.name,
        key,
      };
    case "parameters": {
      const id = [name, shown.name, ...(key === null ? [] : [key])].join("_");
      return {
        kind: "parameter",
        id,
        name: parameterName(handOver, shown.name, key),
        isSecret: shown.sensitive,
      };
    }
    default:
      return assertNever(handOver);
  }
}
