import { byText } from "../base/compare-texts.ts";
import { invariant } from "../base/invariant.ts";
import { isRecord, listOf, valueIn } from "../base/untrusted-json.ts";
import { atStage } from "../model/migration/at-stage.ts";
import { resourceTypeOf } from "../model/migration/terraform-address.ts";
import {
  type ArgumentChange,
  type ResourceChange,
  STAGES,
  type StageChanges,
  type StageId,
} from "../model/types/migration.ts";
import type { Network } from "../model/types/network.ts";
import { buildStack } from "./build-stack.ts";
import { refuseForeignBindings } from "./cdktf/refuse-foreign-engine.ts";
import { withoutTokenStacks } from "./cdktf/without-token-stacks.ts";
import { App } from "./engine.ts";
import { keptArgumentsOf } from "./existing/kept-arguments-of.ts";
import { newTemplateVersions } from "./existing/new-template-versions.ts";
import type { UserHook } from "./hooks/user-hook.ts";

/**
 * What each stage of the network's migration does to the Terraform configuration, in the order of the stages; `import`
 * is told against an empty one. Arguments that an imported resource keeps are no change. Nothing of use is written to
 * `outdir`, an existing folder: CDKTF makes folders in it before it is asked. Throws on bugs, `HookFailure` where
 * one of the user's hooks does what it must not, and `ForeignEngine`.
 */
export function stageChanges(
  network: Network,
  outdir: string,
  userHooks: readonly UserHook[] = [],
): readonly StageChanges[] {
  refuseForeignBindings();
  return withoutTokenStacks(() => {
    const stacks = STAGES.map((stage) => ({
      stage,
      ...stackAt(network, stage, outdir, userHooks),
    }));
    return stacks.map(({ stage, resources }, index) => {
      const before = stacks[index - 1];
      return {
        ...changesOf(network, stage, before?.resources ?? new Map(), resources),
        staysOnWayBack: [...resources.keys()].filter((address) => before?.forgotten.includes(address)).sort(),
      };
    });
  });
}

/** Arguments of a resource as Terraform JSON has them. */
type Body = Readonly<Record<string, unknown>>;

/** Resources by Terraform address. */
type Resources = ReadonlyMap<string, Body>;

function stackAt(
  network: Network,
  stage: StageId,
  outdir: string,
  userHooks: readonly UserHook[],
): { readonly resources: Resources; readonly forgotten: readonly unknown[] } {
  const stack = buildStack(new App({ outdir, stackTraces: false }), atStage(network, stage), userHooks);
  const { resource, removed } = stack.toTerraform();
  const resources = entriesOf(resource).flatMap(([type, blocks]) =>
    entriesOf(blocks).map(([id, body]) => [`${type}.${id}`, record(body)] as const),
  );
  return { resources: new Map(resources), forgotten: listOf(removed).map((block) => valueIn(block, "from")) };
}

function changesOf(
  network: Network,
  stage: StageId,
  before: Resources,
  after: Resources,
): Omit<StageChanges, "staysOnWayBack"> {
  const appeared = [...after.keys()].filter((address) => !before.has(address)).sort();
  const entries = network.existing === null ? [] : network.existing.imports;
  const imports = entries.filter(({ address }) => appeared.includes(address));
  const isImported = (address: string) => imports.some((one) => one.address === address);
  const changed = [...after.keys()]
    .filter((address) => before.has(address))
    .map((address) => changeOf(address, before, after))
    .filter((change) => change.arguments.length > 0);
  const there = new Map([...after].filter(([address]) => before.has(address)));
  return {
    stage,
    adds: appeared.filter((address) => !isImported(address)).map((at) => changeOf(at, before, after)),
    changes: [
      ...imports.flatMap(({ address }) => tagsOf(network, address)),
      ...joined([...changed, ...newTemplateVersions(changed, there)]),
    ]
      .filter((change) => change.arguments.length > 0)
      .sort(byText(({ address }) => address)),
    removes: [...before.keys()]
      .filter((address) => !after.has(address))
      .sort()
      .map((address) => changeOf(address, before, after)),
    imports,
  };
}

/** One change for each address, with all its arguments. */
function joined(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const addresses = [...new Set(changes.map(({ address }) => address))];
  return addresses.map((address) => ({
    address,
    arguments: changes.filter((one) => one.address === address).flatMap((one) => one.arguments),
  }));
}

/**
 * The blueprint's tags, which the provider adds to all that it manages. Of most imported resources Terraform ignores
 * them; types whose `tags_all` the provider alone decides take them with the import, in place.
 */
function tagsOf({ tags, terraform }: Network, address: string): readonly ResourceChange[] {
  const kept = keptArgumentsOf(resourceTypeOf(address), terraform.awsProviderVersion);
  const takesTags = kept.includes("tags") && !kept.includes("tags_all") && Object.keys(tags).length > 0;
  return takesTags ? [{ address, arguments: [{ name: "tags_all", before: undefined, after: tags }] }] : [];
}

function changeOf(address: string, before: Resources, after: Resources): ResourceChange {
  const [was, is] = [before.get(address) ?? {}, after.get(address) ?? {}];
  const kept = before.has(address) ? ignoredIn(is) : [];
  const wereKept = ignoredIn(was);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const differences = names
    .filter((name) => !NO_ARGUMENTS.includes(name) && !kept.includes(name))
    .map((name): ArgumentChange => {
      const change = { name, before: was[name], after: is[name] };
      return wereKept.includes(name) ? { ...change, mayBeThere: true } : change;
    })
    .filter((change) => change.mayBeThere || JSON.stringify(change.before) !== JSON.stringify(change.after));
  return { address, arguments: differences };
}

/** What Terraform itself reads, and no plan shows. */
const NO_ARGUMENTS = ["depends_on", "lifecycle", "provisioner"];

function ignoredIn({ lifecycle }: Body): readonly unknown[] {
  const ignored = isRecord(lifecycle) ? lifecycle["ignore_changes"] : undefined;
  if (ignored === undefined) return [];
  invariant(Array.isArray(ignored), "lifecycle.ignore_changes is no list");
  return ignored;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(record(value));
}

function record(value: unknown): Body {
  invariant(isRecord(value), "a part of the stack that is no JSON object");
  return value;
}
