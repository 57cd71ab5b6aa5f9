import { builtInHooks, type HookFacts, type ProviderGap } from "../../aws/provider-gaps.ts";
import { byText } from "../../base/compare-texts.ts";
import { atValue } from "../../base/diagnostic.ts";
import { formatPath } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, report, sortedEntries } from "../context.ts";
import type { HookChoice } from "../types/hooks.ts";
import { chooseAddition, chooseHook, describeGap, type HookQuestion } from "./choose-hook.ts";
import { type Hookable, type PartInNeed, partsInNeed } from "./parts-in-need.ts";
import { isEmpty, parseConstraint, type VersionRange } from "./version-constraint.ts";

const VERSION_PATH = ["terraform", "awsProvider", "version"];

/** A hook of the user's own, as far as the choice is concerned. */
export interface UserHookFacts extends HookFacts {
  /** Whether the network needs it; not given: always. */
  readonly isNeeded?: (network: Hookable) => boolean;
}

/**
 * What is chosen for each hook, sorted by id. Reports unknown hooks, a provider version constraint that nobody can
 * read or fulfil, and a gap that the allowed versions straddle so that neither side is right for all of them.
 */
export function normaliseHooks(
  context: Context,
  blueprint: Blueprint,
  network: Hookable,
  userHooks: readonly UserHookFacts[],
): readonly HookChoice[] {
  const written = blueprint.terraform.hooks;
  const known = [...builtInHooks, ...userHooks].map(({ id }) => id).sort();
  for (const key of ["hooks", "removed"] as const) {
    for (const [id] of sortedEntries<unknown>(blueprint.terraform[key])) {
      checkReference(context, "provider hook", id, known, ["terraform", key, id]);
    }
  }
  const range = readRange(context, blueprint.terraform.awsProvider.version);
  if (range === null) return [];
  const questions = [
    ...builtInHooks.map((hook) => ({ hook, met: metGaps(hook, partsInNeed[hook.id](network)) })),
    ...userHooks
      .filter(({ gaps }) => gaps.length > 0)
      .map((hook) => ({ hook, met: allGaps(hook, hook.isNeeded?.(network) ?? true) })),
  ];
  const additions = userHooks
    .filter(({ gaps }) => gaps.length === 0)
    .map((hook) => chooseAddition(hook.id, hook.isNeeded?.(network) ?? true, written[hook.id] ?? null));
  const choices = questions.map(({ hook, met }) =>
    choose(context, { hook, met, range, forced: written[hook.id] ?? null }),
  );
  return [...present(choices), ...additions].sort(byText(({ id }) => id));
}

function metGaps({ gaps }: HookFacts, parts: readonly PartInNeed[]): HookQuestion["met"] {
  const namesAt = (gap: ProviderGap) =>
    parts.filter(({ condition }) => condition === gap.condition).map(({ name }) => name);
  return new Map(gaps.map((gap) => [gap, namesAt(gap)] as const).filter(([, names]) => names.length > 0));
}

function allGaps({ gaps }: HookFacts, isNeeded: boolean): HookQuestion["met"] {
  return new Map(isNeeded ? gaps.map((gap) => [gap, []]) : []);
}

function readRange(context: Context, text: string): VersionRange | null {
  const range = parseConstraint(text);
  const rule = "model/provider-version-constraint";
  if (range === null) {
    const hint = 'write it as ">= 5.100, < 7.0" or "~> 5.100"';
    report(context, rule, VERSION_PATH, `${JSON.stringify(text)} is no version constraint`, hint);
    return null;
  }
  if (!isEmpty(range)) return range;
  const hint = "widen it: terraform init finds no provider";
  report(context, rule, VERSION_PATH, `no version satisfies ${JSON.stringify(text)}`, hint);
  return null;
}

function choose(context: Context, question: HookQuestion): HookChoice | null {
  const choice = chooseHook(question);
  if (!("straddled" in choice)) return choice;
  const { straddled, border } = choice;
  context.report({
    rule: "model/provider-version-straddles-gap",
    severity: "error",
    message: `${describeGap(straddled)} is there since provider ${border}, and ${formatPath(VERSION_PATH)} allows older ones too`,
    at: atValue(VERSION_PATH),
    hint: `write ">= ${border}" or "< ${border}", or choose in terraform.hooks."${question.hook.id}"`,
  });
  return null;
}
