import { builtInHooks } from "../../../aws/provider-gaps.ts";
import { stateOf } from "../../hooks/choose-hook.ts";
import { type PartInNeed, partsInNeed } from "../../hooks/parts-in-need.ts";
import type { GapChoice, HookChoice } from "../../types/hooks.ts";
import type { Network } from "../../types/network.ts";
import { unusedGap, unusedHook } from "../unused-hook.ts";

/** Provider hooks are in use where the network needs them. */
export function pruneHooks(network: Network): Network {
  return { ...network, hooks: network.hooks.map((choice) => pruneHook(choice, network)) };
}

/** Of the user's own hooks only they know. */
function pruneHook(choice: HookChoice, network: Network): HookChoice {
  const hook = builtInHooks.find(({ id }) => id === choice.id);
  if (hook === undefined) return choice;
  const needed = partsInNeed[hook.id](network);
  if (needed.length === 0) return unusedHook(choice);
  const gaps = choice.gaps.map((gap) => (isMet(gap, needed) ? gap : unusedGap(gap)));
  const names = needed.map(({ name }) => name);
  return {
    ...choice,
    gaps,
    state: stateOf(gaps),
    parts: choice.parts.filter((part) => names.includes(part)),
  };
}

function isMet({ gap }: GapChoice, needed: readonly PartInNeed[]): boolean {
  return needed.some(({ condition }) => condition === gap.condition);
}
