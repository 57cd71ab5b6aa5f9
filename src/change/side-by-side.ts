import { isRecord, parseJson } from "../base/untrusted-json.ts";
import { argumentDifferences } from "./argument-differences.ts";
import { changedSettings } from "./compare-stacks.ts";
import type { ArgumentDifference, Body, Setting, StackOutput } from "./types.ts";

/** One argument that two stacks write differently: `before` is the first stack's value, `after` the second's. */
type Difference = Omit<ArgumentDifference, "effect" | "wasIgnored">;

/** One thing of both stacks, and what is not the same in it. */
interface Differing {
  readonly address: string;
  readonly differences: readonly Difference[];
}

/** What two stacks make, read and tell that is not the same. Addresses are sorted; an output's is `output.<name>`. */
export interface SideBySide {
  readonly first: string;
  readonly second: string;
  /** How many resources, data sources and outputs are the same. */
  readonly equal: number;
  readonly differing: readonly Differing[];
  /** What Terraform itself is told: versions, backend and providers, which are counted nowhere else. */
  readonly terraform: readonly Differing[];
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
  /** Each stack has a state of its own. */
  readonly settings: readonly Exclude<Setting, "state">[];
}

/**
 * Two stacks that stand side by side, such as two environments of a blueprint. A value that begins with the stack's own
 * name is no difference where the other begins with the other's, and goes on in the same way.
 */
export function sideBySide(first: StackOutput, second: StackOutput): SideBySide {
  const [own, others] = [partsOf(first), partsOf(second)];
  const shared = [...own.keys()].filter((address) => others.has(address)).sort();
  const isSame = sameButName(first.name, second.name);
  const differingIn = (addresses: readonly string[], one: Bodies, other: Bodies): readonly Differing[] =>
    addresses.flatMap((address) => {
      // Nothing becomes of one stack what the other leaves alone.
      const { lifecycle: _, ...body } = one.get(address) ?? {};
      const found = argumentDifferences(typeOf(address), body, other.get(address) ?? {});
      const differences = found.filter(({ before, after }) => !isSame(before, after)).map(withoutEffect);
      return differences.length === 0 ? [] : [{ address, differences }];
    });
  const differing = differingIn(shared, own, others);
  const told = [...new Set([...first.terraform.keys(), ...second.terraform.keys()])].sort();
  return {
    first: first.name,
    second: second.name,
    equal: shared.length - differing.length,
    differing,
    terraform: differingIn(told, first.terraform, second.terraform),
    onlyInFirst: [...own.keys()].filter((address) => !others.has(address)).sort(),
    onlyInSecond: [...others.keys()].filter((address) => !own.has(address)).sort(),
    settings: changedSettings(first, second).filter((setting) => setting !== "state"),
  };
}

type Bodies = ReadonlyMap<string, Body>;

/** All that a stack has, by address. */
function partsOf({ resources, data, outputs }: StackOutput): Bodies {
  const told = [...outputs].map(([name, value]) => [`output.${name}`, { value: parseJson(value) }] as const);
  return new Map<string, Body>([...resources, ...data, ...told]);
}

function withoutEffect({ argument, before, after }: ArgumentDifference): Difference {
  return { argument, before, after };
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf("."));
}

/**
 * Whether two values are the same but for the names of their stacks, at the beginning of a word or of a step of a path:
 * `shop-app`, `Subnets shop-app`, `/ecs/shop-app`, `../shop-app`. A name within a word may be anybody's, such as that of a role in an ARN.
 */
function sameButName(first: string, second: string): (one: unknown, other: unknown) => boolean {
  const isSame = (one: unknown, other: unknown): boolean => {
    if (typeof one === "string" && typeof other === "string")
      return one === other || under(one, first) === under(other, second);
    if (Array.isArray(one) && Array.isArray(other))
      return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
    if (!isRecord(one) || !isRecord(other)) return one === other;
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
    );
  };
  return isSame;
}

/** The text with a mark, which no text of a stack has, for the stack's own name. */
function under(text: string, name: string): string {
  const marked = (step: string) =>
    step.startsWith(name) && !/^[A-Za-z0-9]/.test(step.slice(name.length))
      ? `\0${step.slice(name.length)}`
      : step;
  const markedWord = (word: string) =>
    /^(?:\/|\.{1,2}\/)/.test(word) ? word.split("/").map(marked).join("/") : marked(word);
  return text.split(" ").map(markedWord).join(" ");
}
