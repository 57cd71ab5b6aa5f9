import { describe, expect, test } from "vitest";
import { providerArguments } from "../../src/aws/provider-arguments.generated.ts";
import { youngerArguments } from "../../src/aws/younger-arguments.ts";
import { importedArguments } from "../../src/stack/existing/kept-arguments.ts";
import { keptArgumentsOf } from "../../src/stack/existing/kept-arguments-of.ts";
import { argumentsOfNewest, refusedByNewest } from "../support/accepted-by-newest.ts";
import { IMPORTING } from "../support/existing-blueprint.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { at, isObject, listAt } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { blockSchema } from "../support/provider-schema.ts";
import { readStack } from "../support/stack-copy.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";
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

/** Types with the arguments of theirs that the newest provider has and provider 5.100 lacks, where absence is a change. */
const YOUNGER = TYPES.flatMap(([type]) => {
  const old = [...namesAt(type, "attributes"), ...namesAt(type, "block_types")];
  return argumentsOfNewest(type)
    .filter(({ name, isAbsenceAChange }) => isAbsenceAChange && !old.includes(name))
    .map(({ name }) => ({ type, name, argument: `${type}.${name}` }));
});

describe("arguments of later providers", () => {
  test("are kept, or told why not, all whose absence Terraform takes for a change", () => {
    const told = Object.entries(youngerArguments).flatMap(([argument, { isKept, reason }]) =>
      isKept || reason !== null ? [argument] : [],
    );
    expect(YOUNGER.map(({ argument }) => argument).filter((argument) => !told.includes(argument))).toEqual(
      [],
    );
    expect(YOUNGER).toHaveLength(19);
  });

  test.each([
    ["~> 5.100", []],
    [">= 5.100, < 7.0", []],
    [">= 6.24.0, < 7.0", []],
    ["~> 6.25", ["health_check_logs"]],
    ["~> 6.66", ["health_check_logs"]],
  ])("of load balancers with %s: %j", (constraint, kept) => {
    const { kept: always } = importedArguments["aws_lb"] ?? {};
    expect(keptArgumentsOf("aws_lb", constraint)).toEqual([...(always ?? []), ...kept].sort());
  });

  test.each(TYPES)("of %s are known to every version in which they are ignored", (type, { kept }) => {
    for (const version of ["5.100.0", "6.0.0", "6.20.0", "6.25.0", "6.40.0", "6.64.0", "6.66.0"]) {
      const ignored = keptArgumentsOf(type, `= ${version}`).filter((name) => !kept.includes(name));
      const unknown = ignored.filter((name) => {
        const [, since] = Object.entries(providerArguments).find(([key]) => key === `${type}.${name}`) ?? [];
        return since === undefined || since.presentIn.localeCompare(version, "en", { numeric: true }) > 0;
      });
      expect([version, unknown]).toEqual([version, []]);
    }
  });

  test("are in the stack of what is imported, where the constraint has them", () => {
    const imported = stackJson(
      networkFrom(`${IMPORTING}\nterraform: { awsProvider: { version: "~> 6.66" } }\n`),
    );
    const ignoredIn = (address: string) =>
      listAt(resourceIn(imported, address), "lifecycle", "ignore_changes");
    expect(ignoredIn("aws_subnet.public_a")).toEqual(
      expect.arrayContaining(["ipv4_ipam_pool_id", "ipv6_ipam_pool_id", "ipv6_netmask_length"]),
    );
    expect(refusedByNewest(imported)).toEqual([]);
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
