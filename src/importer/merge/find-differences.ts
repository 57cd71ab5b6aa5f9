import { atValue, type Diagnostic } from "../../base/diagnostic.ts";
import { formatPath } from "../../base/path.ts";
import { isMap } from "../../blueprint/placed.ts";
import { readBlueprint } from "../../blueprint/read-blueprint.ts";
import { placeOf } from "../blueprint/place-of.ts";
import type { DraftedBlueprint } from "../write-blueprint.ts";
import { valueAt } from "./find-additions.ts";
import { atIdOf, EXISTING, type Owned } from "./read-owned.ts";

/** What the blueprint says of something in AWS, and AWS says otherwise; by the section, and behind it the entry's name. */
const FACTS: readonly (readonly [section: RegExp, keys: readonly string[]])[] = [
  [/^network\.vpc$/, ["ipv4Cidr", "enableDnsSupport", "enableDnsHostnames"]],
  [/^network\.vpc\.additionalIpv4Cidrs\.[^.]+$/, ["cidr"]],
  [/^network\.subnets\.[^.]+$/, ["internet", "natGateway", "routeTable", "ipv4Cidrs"]],
  [/^network\.natGateways\.[^.]+$/, ["subnet", "zone", "perZone", "connectivityType"]],
  [/^network\.routes\.[^.]+\.[^.]+$/, ["destination", "target"]],
  [/^network\.networkAcls\.[^.]+$/, ["subnets"]],
  [
    /^network\.networkAcls\.[^.]+\.(in|e)gress\.[^.]+$/,
    ["ruleNumber", "action", "protocol", "cidr", "ports", "icmpType", "icmpCode"],
  ],
  [/^network\.securityGroups\.[^.]+\.(in|e)gress\.[^.]+$/, ["protocol", "ports", "from", "to"]],
  [/^network\.vpcEndpoints\.[^.]+$/, ["service", "type"]],
  [/^compute\.instances\.[^.]+$/, ["subnet", "zone", "securityGroups"]],
  [/^targetGroups\.[^.]+$/, ["protocol", "port"]],
  [/^loadBalancers\.[^.]+$/, ["type", "scheme", "subnets", "securityGroups"]],
  [/^loadBalancers\.[^.]+\.listeners\.[^.]+$/, ["port", "protocol", "action"]],
  [/^rds\.subnetGroups\.[^.]+$/, ["subnets"]],
  [/^rds\.instances\.[^.]+$/, ["subnetGroup", "securityGroups", "engine"]],
];

/** What its owner does about a difference. */
export const DIFFERS_HINT = "nothing was changed: write what AWS has, or bring AWS to what stands here";
const GONE_HINT =
  "take the line out, and what describes it: Terraform would import nothing, and make what is described anew";

/** What both have and say otherwise; each at its line in the blueprint. */
export function findDifferences(owned: Owned, drafted: DraftedBlueprint): readonly Diagnostic[] {
  const { blueprint: found } = readBlueprint("", drafted.text);
  // The comparison of the stacks says why.
  if (found === null) return [];
  const taken = new Set([...drafted.taken.values(), ...drafted.referred.values()]);
  const paths = new Map(
    [...owned.ids].flatMap(([address, id]) => {
      const path = taken.has(id) ? placeOf(address) : null;
      return path === null ? [] : [[path.join("."), path] as const];
    }),
  );
  const all = [["network", "vpc"], ...paths.values()];
  return [
    ...all.flatMap((path) => differencesAt(owned.blueprint, found, path)),
    ...typeDifferences(owned, found, [...paths.values()]),
    ...movedAddresses(owned, drafted),
  ];
}

function differencesAt(own: unknown, found: unknown, path: readonly string[]): readonly Diagnostic[] {
  const keys = FACTS.find(([section]) => section.test(path.join(".")))?.[1] ?? [];
  if (valueAt(own, path) === undefined || valueAt(found, path) === undefined) return [];
  return keys.flatMap((key) =>
    compare(valueAt(own, [...path, key]), valueAt(found, [...path, key]), [...path, key]),
  );
}

/** Key by key, so that a line is named; what AWS has more is an addition. */
function compare(own: unknown, found: unknown, path: readonly string[]): readonly Diagnostic[] {
  if (path.at(-1) === "ipv4Cidrs" && isMap(own) && isMap(found)) {
    const shared = Object.keys(own).filter((key) => Object.hasOwn(found, key));
    return shared.flatMap((key) => compare(own[key], found[key], [...path, key]));
  }
  if (wordsOf(own) === wordsOf(found)) return [];
  return [differs(path, own, found)];
}

function differs(path: readonly string[], own: unknown, found: unknown): Diagnostic {
  return {
    rule: "import/differs",
    severity: "warning",
    message: `${formatPath(path)} is ${wordsOf(own)} here and ${wordsOf(found)} in AWS`,
    at: atValue(path),
    hint: DIFFERS_HINT,
  };
}

/** The type of today is the one before the stage of its own, or from then on the one that is described. */
function typeDifferences(
  { blueprint }: Owned,
  found: Owned["blueprint"],
  paths: readonly (readonly string[])[],
): readonly Diagnostic[] {
  return paths.flatMap((path) => {
    const name = path.at(-1) ?? "";
    const own = valueAt(blueprint, [...path, "instanceType"]);
    const isInstance = path[0] === "compute" && path[1] === "instances" && own !== undefined;
    const typeBefore = (of: unknown) => valueAt(of, ["migration", "before", "instanceTypes", name]);
    const today = typeBefore(found) ?? valueAt(found, [...path, "instanceType"]);
    if (!isInstance || today === undefined || [own, typeBefore(blueprint)].includes(today)) return [];
    return [differs([...path, "instanceType"], typeBefore(blueprint) ?? own, today)];
  });
}

/** What is there once, such as the internet gateway, and is another one now. */
function movedAddresses({ ids }: Owned, drafted: DraftedBlueprint): readonly Diagnostic[] {
  const now = [...drafted.taken].filter(([address, id]) => ids.has(address) && ids.get(address) !== id);
  return now.map(([address, id]) => differs([...EXISTING, "import", address], ids.get(address), id));
}

/** What the blueprint takes over and nobody has found, at the line of its id; but for addresses of which more is told. */
export function findGone(
  { ids, whole }: Owned,
  drafted: DraftedBlueprint,
  toldElsewhere: ReadonlySet<string>,
): readonly Diagnostic[] {
  const seen = new Set([
    ...drafted.taken.values(),
    ...drafted.referred.values(),
    ...drafted.unplaced.map(({ id }) => id),
  ]);
  const isGone = (address: string, id: string) =>
    !seen.has(id) && !drafted.taken.has(address) && !toldElsewhere.has(address);
  const gone = [...ids].filter(([address, id]) => isGone(address, id));
  return gone.map(([address, id]) => ({
    rule: "import/gone",
    severity: "warning",
    message: `${address} (${id}) was not found any more`,
    at: atIdOf(whole, address),
    hint: GONE_HINT,
  }));
}

/** In one form whatever the order of keys and of names in lists. */
function wordsOf(value: unknown): string {
  if (value === undefined) return "not said";
  return JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner)) return [...inner].sort();
    return isMap(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  });
}
