import { describe, expect, test } from "vitest";
import { importedArguments } from "../../src/stack/existing/kept-arguments.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { at, isObject } from "../support/json.ts";
import { blockSchema } from "../support/provider-schema.ts";
import { readStack } from "../support/stack-copy.ts";
import { stackJson } from "../support/synth-json.ts";
import { wholeNetworkWithHosts } from "../support/whole-hosts.ts";

const TYPES = Object.entries(importedArguments);

/** Not for a table of what happens to AWS: how long Terraform waits, and an argument that is no argument. */
const OF_TERRAFORM = ["id", "timeouts", "depends_on", "lifecycle"];

const written = writtenByHextet();

describe.each(TYPES)("%s", (type, { kept, decided }) => {
  const attributes = namesAt(type, "attributes");
  const blocks = namesAt(type, "block_types");
  const whole = [...new Set(kept.map((name) => name.split("[")[0] ?? ""))];

  test("has only arguments of the provider, sorted, none of them deprecated", () => {
    const settable = [...attributes.filter((name) => isSettable(type, name)), ...blocks];
    expect([...whole, ...decided].filter((name) => !settable.includes(name))).toEqual([]);
    expect([...whole, ...decided].filter((name) => isDeprecated(type, name))).toEqual([]);
    expect(kept).toEqual([...new Set(kept)].sort());
    expect(decided).toEqual([...new Set(decided)].sort());
  });

  test("has parts of blocks that there are", () => {
    const parts = kept.filter((name) => name.includes("["));
    const known = parts.filter((name) => {
      const [, block = "", part = ""] = /^(\w+)\[0\]\.(\w+)$/.exec(name) ?? [];
      return (
        at(blockSchema("resource", type), "block_types", block, "block", "attributes", part) !== undefined
      );
    });
    expect(known).toEqual(parts);
  });

  test("an argument is kept or decided, unless only parts of it are kept", () => {
    expect(kept.filter((name) => decided.includes(name))).toEqual([]);
  });

  test("leaves out no argument that Hextet writes", () => {
    const known = [...kept, ...decided, ...OF_TERRAFORM];
    expect([...(written.get(type) ?? [])].filter((name) => !known.includes(name))).toEqual([]);
  });

  test("leaves out no argument whose absence Terraform takes for a change", () => {
    const optional = attributes.filter((name) => isSettable(type, name) && !isComputed(type, name));
    const asked = [...optional, ...blocks].filter((name) => !isDeprecated(type, name));
    const known = [...kept, ...decided, ...OF_TERRAFORM, ...WRITE_ONLY];
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("keeps the tags, where a type has some", () => {
    const tags = ["tags", "tags_all"].filter((name) => attributes.includes(name) && isSettable(type, name));
    expect(kept.filter((name) => name.startsWith("tags"))).toEqual(tags);
  });
});

test("what IPv6 needs is never kept", () => {
  const ofIpv6 = /ipv6|ip_address_type|network_type|dns64|aaaa|(^|_)subnet_ids$|security_groups$/;
  const found = TYPES.flatMap(([type, { kept }]) =>
    kept.filter((name) => ofIpv6.test(name)).map((name) => `${type}.${name}`),
  );
  expect(found).toEqual([]);
});

/** Never in a state, so nothing to keep. */
const WRITE_ONLY = ["password_wo", "password_wo_version"];

function namesAt(type: string, section: "attributes" | "block_types"): readonly string[] {
  return Object.keys(Object(at(blockSchema("resource", type), section)));
}

function attribute(type: string, name: string, property: string): unknown {
  return at(blockSchema("resource", type), "attributes", name, property);
}

function isSettable(type: string, name: string): boolean {
  return attribute(type, name, "required") === true || attribute(type, name, "optional") === true;
}

function isComputed(type: string, name: string): boolean {
  return attribute(type, name, "computed") === true;
}

function isDeprecated(type: string, name: string): boolean {
  const block = at(blockSchema("resource", type), "block_types", name, "block", "deprecated");
  return attribute(type, name, "deprecated") === true || block === true;
}

/** The arguments in all committed stacks and in a network with hosts of every kind, by type. */
function writtenByHextet(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const json of [stackJson(wholeNetworkWithHosts()), ...generatedStacks.map(readStack)]) {
    for (const [type, blocks] of Object.entries(Object(json["resource"]))) {
      const names = Object.values(Object(blocks)).flatMap((body) =>
        isObject(body) ? Object.keys(body) : [],
      );
      found.set(type, new Set([...(found.get(type) ?? []), ...names]));
    }
  }
  return found;
}
