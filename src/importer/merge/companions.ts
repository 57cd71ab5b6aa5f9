import { isMap } from "../../blueprint/placed.ts";
import { LAST_RULE_NUMBER } from "../../model/filtering/network-acl-numbers.ts";
import { placeOf } from "../blueprint/place-of.ts";
import type { DraftedBlueprint } from "../write-blueprint.ts";
import { type Addition, valueAt } from "./find-additions.ts";
import type { Owned } from "./read-owned.ts";

type Entry = NonNullable<Addition["entry"]>;

/**
 * What is drafted with a new rule, right behind it, and is not in AWS yet: its IPv6 twin. Of a network ACL it gets a number
 * that no entry of the blueprint has.
 */
export function companionsOf(owned: Owned, drafted: DraftedBlueprint, { path }: Entry): readonly Entry[] {
  if (path.length !== 5) return [];
  const around = path.slice(0, -1);
  const rules = valueAt(drafted.blueprint, around);
  if (!isMap(rules)) return [];
  const places = [...drafted.taken.keys(), ...drafted.unknownIds].map((address) =>
    placeOf(address)?.join("."),
  );
  const found = new Set(places);
  const isFound = (key: string) => found.has([...around, key].join("."));
  const keys = Object.keys(rules);
  const behind = keys.slice(keys.indexOf(path.at(-1) ?? "") + 1);
  const end = behind.findIndex(isFound);
  const own = end === -1 ? behind : behind.slice(0, end);
  const isNew = (key: string) => valueAt(owned.whole.value, [...around, key]) === undefined;
  return own.filter(isNew).map((key) => ({
    path: [...around, key],
    value: numbered(rules[key], [rules, valueAt(owned.whole.value, around)], key),
  }));
}

function numbered(value: unknown, directions: readonly unknown[], own: string): unknown {
  if (!isMap(value) || typeof value["ruleNumber"] !== "number") return value;
  const taken = new Set(
    directions.flatMap((rules) =>
      isMap(rules)
        ? Object.entries(rules).flatMap(([key, rule]) =>
            key !== own && isMap(rule) ? [rule["ruleNumber"]] : [],
          )
        : [],
    ),
  );
  let ruleNumber = value["ruleNumber"];
  while (taken.has(ruleNumber) && ruleNumber < LAST_RULE_NUMBER) ruleNumber++;
  return { ...value, ruleNumber };
}
