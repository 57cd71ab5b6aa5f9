import { join } from "node:path";
import { argumentDifferences } from "../../change/argument-differences.ts";
import type { Body, StackOutput } from "../../change/types.ts";
import { placeOf } from "../../importer/blueprint/place-of.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import { isChangedByStages } from "../../model/migration/unsettled-arguments.ts";
import type { Network } from "../../model/types/network.ts";
import { synthStacks } from "../../stack/synth.ts";
import { stacksIn, textsIn } from "../output-sides.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** One argument that an apply would change. */
export interface ChangedArgument {
  readonly argument: string;
  /** As the blueprint has it; undefined where it is not written. */
  readonly here: unknown;
  readonly inAws: unknown;
}

/** A resource of which the blueprint and AWS say something else. */
export interface Changed {
  readonly address: string;
  readonly changes: readonly ChangedArgument[];
}

/** What an apply of a blueprint would change of the network that was found. Addresses are sorted. */
export interface NetworkComparison {
  readonly changed: readonly Changed[];
  /** What differs and is left as it is in AWS, for Terraform ignores it. */
  readonly kept: readonly Changed[];
  /** In AWS, and not in the stack. */
  readonly onlyInAws: readonly string[];
  /** In the stack, of a kind that import reads, and not found. */
  readonly onlyHere: readonly string[];
}

/** What is known of the resources of the network that was found, by their addresses. */
export interface Sight {
  /** In AWS; all else that the draft has is a plan. */
  readonly isThere: (address: string) => boolean;
  readonly hasIpv6: (address: string) => boolean;
}

/** Connections without a fact of their own: what they connect is there, and they are made as they were. */
const CONNECTIONS = ["aws_route_table_association", "aws_lb_target_group_attachment"];

/** Compares the stack of a blueprint with that of the network that was found, at the stage that the blueprint says. */
export function compareNetworks(own: Network, found: Network, sight: Sight): NetworkComparison {
  const [here, inAws] = [stackOf(own), stackOf(inTheSameWords(found, own))];
  const isFact = (address: string) => sight.isThere(address) || CONNECTIONS.includes(resourceTypeOf(address));
  const shared = sorted(inAws).filter((address) => here.resources.has(address) && isFact(address));
  const differing = shared.map((address) => {
    const pair = [inAws, here].map(({ resources }) => resources.get(address) ?? {}) as [Body, Body];
    return { address, ...changesOf(address, pair, sight) };
  });
  const told = (of: "changed" | "kept") =>
    differing.flatMap(({ address, ...changes }): readonly Changed[] =>
      changes[of].length === 0 ? [] : [{ address, changes: changes[of] }],
    );
  return {
    changed: told("changed"),
    kept: told("kept"),
    onlyInAws: sorted(inAws).filter((address) => !here.resources.has(address) && sight.isThere(address)),
    onlyHere: sorted(here).filter((address) => !inAws.resources.has(address) && placeOf(address) !== null),
  };
}

/** What Terraform would change, and what it ignores. */
function changesOf(
  address: string,
  [inAws, here]: readonly [Body, Body],
  { hasIpv6 }: Sight,
): Readonly<Record<"changed" | "kept", readonly ChangedArgument[]>> {
  const type = resourceTypeOf(address);
  const { lifecycle: __, ...all } = here;
  // What Terraform would ignore of a draft says nothing of AWS.
  const { lifecycle: _, ...found } = inAws;
  const heeded = argumentDifferences(type, found, here);
  const names = new Set(heeded.map(({ argument }) => argument));
  const ignored = argumentDifferences(type, found, all).filter(({ argument }) => !names.has(argument));
  const told = (differences: typeof heeded) =>
    differences
      .filter(({ argument }) => !TAGS.includes(argument))
      .filter(({ argument }) => hasIpv6(address) || !isChangedByStages(type, argument))
      .map(({ argument, before, after }) => ({ argument, here: after, inAws: before }));
  return { changed: told(heeded), kept: told(ignored) };
}

/** What a draft does not read. */
const TAGS = ["tag", "tags", "tags_all", "volume_tags"];

/** The network that was found as far as the blueprint's own has come, and by the same names and provider. */
function inTheSameWords(found: Network, own: Network): Network {
  const { name, environment, awsName, awsNameIsWritten, tags, terraform, hooks, quotas } = own;
  const migration = own.migration && found.migration && { ...found.migration, stage: own.migration.stage };
  return {
    ...found,
    name,
    environment,
    awsName,
    awsNameIsWritten,
    tags,
    terraform,
    hooks,
    quotas,
    migration,
  };
}

function stackOf(network: Network): StackOutput {
  const [stack] = inTemporaryFolder((folder) => {
    const output = join(folder, "generated");
    synthStacks([{ ...network, extensions: [] }], output);
    return stacksIn(textsIn(output));
  });
  if (stack === undefined) throw new Error(`the stack ${network.name} is not in its own output`);
  return stack;
}

function sorted({ resources }: StackOutput): readonly string[] {
  return [...resources.keys()].sort();
}
