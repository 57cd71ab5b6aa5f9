import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";
import { callOf, withoutKeys } from "./addresses.ts";
import type { OldPlan } from "./read-old-plan.ts";
import type { Given, Shares } from "./share-out.ts";

/** Something of the old configuration that uses what is handed over: it breaks when that is taken out. */
export interface User {
  /** A resource, a data source, an output or a call of a module, by its address without keys. */
  readonly address: string;
  /** The reference as the configuration writes it, such as `module.vpc.private_subnets[0]`; null: by a way that a plan does not tell. */
  readonly reference: string | null;
  /** What it leads to. */
  readonly targets: readonly Given[];
}

/** Names, which a database has for its id, may stand anywhere. */
const IS_AWS_ID = /^(arn:|[a-z]+-[0-9a-f]{8,}$)/;

/** Who uses what is handed over, at any depth of a plan that could be read, in the order of the configuration; by value where a reference goes through a local value. */
export function findUsers({ given, left, referred }: Shares, { configuration }: OldPlan): readonly User[] {
  const byAddress = new Map<string, Given[]>();
  for (const one of given) {
    const keyless = withoutKeys(one.resource.address);
    byAddress.set(keyless, [...(byAddress.get(keyless) ?? []), one]);
  }
  const staying = new Set([...left, ...referred].map(({ resource }) => withoutKeys(resource.address)));
  const isGone = (address: string) => byAddress.has(address) && !staying.has(address);
  const calls = new Set([...left, ...referred].map(({ resource }) => callOf(resource.address)));
  // Of a call with keys, one instance may go whole: what refers to it inside goes with it.
  const stays = ({ resource }: Given) => {
    const call = callOf(resource.address);
    return call === withoutKeys(call) || calls.has(call);
  };
  const byReference = usersIn(valueIn(configuration, "root_module"), "", { byAddress, isGone }).flatMap(
    (user): readonly User[] => {
      if (callOf(user.address) === "" || isCall(user.address)) return [user];
      const targets = user.targets.filter((one) => isElsewhere(user, one) || stays(one));
      return targets.length === 0 ? [] : [{ ...user, targets }];
    },
  );
  const known = new Set(byReference.map(({ address }) => address));
  const byValue = [...left, ...referred].flatMap(({ resource }): readonly User[] => {
    const address = withoutKeys(resource.address);
    if (known.has(address)) return [];
    const texts = new Set(textsApart(resource.raw));
    const targets = given.filter(({ resource: { id } }) => IS_AWS_ID.test(id) && texts.has(id));
    return targets.length === 0 ? [] : [{ address, reference: null, targets }];
  });
  return [...byReference, ...new Map(byValue.map((user) => [user.address, user])).values()];
}

/** A call in the root module, which names what it uses there. */
function isCall(address: string): boolean {
  return callOf(address) === address;
}

function isElsewhere({ address }: User, { resource }: Given): boolean {
  return callOf(address) !== withoutKeys(callOf(resource.address));
}

/** Ids may stand joined in one text. */
function textsApart(raw: Readonly<Record<string, unknown>>): readonly string[] {
  return JSON.stringify(raw).split(/[^A-Za-z0-9:/._-]+/);
}

interface Surroundings {
  readonly byAddress: ReadonlyMap<string, readonly Given[]>;
  readonly isGone: (address: string) => boolean;
}

function usersIn(module: unknown, prefix: string, around: Surroundings): readonly User[] {
  const calls = entriesOf(valueIn(module, "module_calls"));
  const at = (address: string, said: unknown): readonly User[] =>
    longest(referencesIn(said)).flatMap((reference): readonly User[] => {
      const targets = targetsOf(reference, module, prefix, around);
      return targets.length === 0 ? [] : [{ address, reference, targets }];
    });
  const resources = listOf(valueIn(module, "resources")).flatMap((resource) => {
    const address = `${prefix}${textOf(valueIn(resource, "address")) ?? ""}`;
    return around.isGone(address) ? [] : at(address, resource);
  });
  // What a module gives out is used only where somebody reads it; those of the root module others may read.
  const outputs = prefix === "" ? entriesOf(valueIn(module, "outputs")) : [];
  return [
    ...resources,
    ...outputs.flatMap(([name, output]) => at(`output.${name}`, output)),
    ...calls.flatMap(([name, call]) => {
      const address = `${prefix}module.${name}`;
      const inner = usersIn(valueIn(call, "module"), `${address}.`, around);
      return [
        ...(hasOnlyGone(call, `${address}.`, around) ? [] : at(address, withoutModule(call))),
        ...inner,
      ];
    }),
  ];
}

/** A call of a module that is taken out whole uses nothing any more. */
function hasOnlyGone(call: unknown, prefix: string, { isGone }: Surroundings): boolean {
  const resources = listOf(valueIn(call, "module", "resources"));
  return (
    resources.length > 0 &&
    resources.every((one) => isGone(`${prefix}${textOf(valueIn(one, "address")) ?? ""}`))
  );
}

function withoutModule(call: unknown): unknown {
  return isRecord(call) ? { ...call, module: undefined } : call;
}

/** What is handed over behind a reference of a module; none where it leads elsewhere. */
function targetsOf(
  reference: string,
  module: unknown,
  prefix: string,
  around: Surroundings,
): readonly Given[] {
  const [first = "", second = "", third] = withoutKeys(reference).split(".");
  if (first !== "module") return around.byAddress.get(`${prefix}${first}.${second}`) ?? [];
  const inner = valueIn(module, "module_calls", second, "module");
  const within = `${prefix}${first}.${second}.`;
  if (third === undefined)
    return [...around.byAddress].flatMap(([at, ones]) => (at.startsWith(within) ? ones : []));
  const said = longest(referencesIn(valueIn(inner, "outputs", third)));
  return said.flatMap((one) => targetsOf(one, inner, within, around));
}

/** All lists of references, and dependencies, below a value. */
function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return Object.entries(value).flatMap(([key, one]) =>
    key === "references" || key === "depends_on"
      ? listOf(one).flatMap((text) => textOf(text) ?? [])
      : referencesIn(one),
  );
}

/** Terraform tells `module.vpc.out[0]`, and with it `module.vpc.out` and `module.vpc`. */
function longest(references: readonly string[]): readonly string[] {
  const unique = [...new Set(references)];
  return unique.filter(
    (one) => !unique.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}
