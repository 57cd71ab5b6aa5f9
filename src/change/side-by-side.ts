import { parseJson } from "../base/untrusted-json.ts";
import { argumentDifferences } from "./argument-differences.ts";
import { changedSettings } from "./compare-stacks.ts";
import type { ArgumentDifference, Body, Setting, StackOutput } from "./types.ts";

/** One argument that two stacks write differently: `before` is the first stack's value, `after` the second's. */
type Difference = Omit<ArgumentDifference, "effect">;

/** What two stacks make that is not the same. Addresses are sorted. */
export interface SideBySide {
  readonly first: string;
  readonly second: string;
  /** How many resources are the same. */
  readonly equal: number;
  readonly differing: readonly { readonly address: string; readonly differences: readonly Difference[] }[];
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
  /** Each stack has a state of its own. */
  readonly settings: readonly Exclude<Setting, "state">[];
}

/**
 * Two stacks that stand side by side, such as two environments of a blueprint. Names that begin with the stack's own
 * are no difference: the second's name is read for the first's.
 */
export function sideBySide(first: StackOutput, second: StackOutput): SideBySide {
  const shared = [...first.resources.keys()].filter((address) => second.resources.has(address)).sort();
  const compared = shared.map((address) => {
    const type = address.slice(0, address.indexOf("."));
    const own = underName(bodyAt(first, address), first.name, second.name);
    return {
      address,
      differences: argumentDifferences(type, own, bodyAt(second, address)).map(withoutEffect),
    };
  });
  const differing = compared.filter(({ differences }) => differences.length > 0);
  return {
    first: first.name,
    second: second.name,
    equal: shared.length - differing.length,
    differing,
    onlyInFirst: addressesOnlyIn(first, second),
    onlyInSecond: addressesOnlyIn(second, first),
    settings: changedSettings(first, second).filter((setting) => setting !== "state"),
  };
}

function withoutEffect({ argument, before, after }: ArgumentDifference): Difference {
  return { argument, before, after };
}

function addressesOnlyIn(one: StackOutput, other: StackOutput): readonly string[] {
  return [...one.resources.keys()].filter((address) => !other.resources.has(address)).sort();
}

function bodyAt({ resources }: StackOutput, address: string): Body {
  return resources.get(address) ?? {};
}

/** The body with another stack's name where the stack's own stands as a whole word, or begins one: `shop-app`. */
function underName(body: Body, from: string, to: string): Body {
  const name = from.replaceAll(/[^A-Za-z0-9]/g, "\\$&");
  const text = JSON.stringify(body).replaceAll(
    new RegExp(`(?<![A-Za-z0-9-])${name}(?![A-Za-z0-9])`, "g"),
    () => to,
  );
  return Object(parseJson(text));
}
