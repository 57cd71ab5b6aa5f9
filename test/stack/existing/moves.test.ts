import { beforeAll, describe, expect, test } from "vitest";
import { compareStacks } from "../../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../../src/change/read-stack-output.ts";
import type { ResourceChange, StackOutput } from "../../../src/change/types.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { type Beside, everythingRenamed, networkFrom } from "../../support/renamed-everything.ts";
import { addressesIn, stackJson, stackText } from "../../support/synth-json.ts";

function formerOf({ renames }: Network): Network {
  return renames?.former ?? expect.fail("nothing is renamed");
}

function outputOf(network: Network): StackOutput {
  return readStackOutput("everything", stackText(network)) ?? expect.fail("no stack");
}

interface Compared {
  readonly network: Network;
  readonly after: StackOutput;
  readonly changes: readonly ResourceChange[];
}

function compared(beside: Beside): Compared {
  const network = networkFrom(everythingRenamed(beside));
  const after = outputOf(network);
  return { network, after, changes: compareStacks(outputOf(formerOf(network)), after) };
}

/** What a rename may change: tags, and what AWS takes a new name for in place. */
const HARMLESS =
  /(^|\.)(tags|tag_specifications|tag\.value)$|^aws_(ec2_managed_prefix_list|ram_resource_share|route53_resolver_(endpoint|rule))\.name$/;

describe("everything renamed at once, with its names in AWS", () => {
  let all: Compared;
  beforeAll(() => {
    all = compared((from, isNamed) => (isNamed ? { awsName: from } : {}));
  });

  test("moves every resource that has another address, and makes and destroys none", () => {
    const before = addressesIn(stackJson(formerOf(all.network)));
    const now = addressesIn(stackJson(all.network));
    const moved = before.filter((address) => !now.includes(address));
    expect(moved.length).toBeGreaterThan(200);
    expect([...all.after.moved.values()].sort()).toEqual(moved);
    expect([...all.after.moved.keys()].sort()).toEqual(now.filter((address) => !before.includes(address)));
  });

  test("changes tags and nothing else", () => {
    const harmful = all.changes.filter(({ action }) => action !== "move" && action !== "update");
    expect(harmful).toEqual([]);
    const touched = all.changes.flatMap(({ type, differences }) =>
      differences.map(({ argument }) => `${type}.${argument}`),
    );
    expect([...new Set(touched)].filter((argument) => !HARMLESS.test(argument))).toEqual([]);
  });

  test("is the same without renamedFrom, but for the moves", () => {
    const text = JSON.stringify(everythingRenamed((from, isNamed) => (isNamed ? { awsName: from } : {})));
    const taken = networkFrom(JSON.parse(text, (key, value) => (key === "renamedFrom" ? undefined : value)));
    const { moved, ...others } = stackJson(all.network);
    expect(moved).toHaveLength(all.after.moved.size);
    expect(others).toEqual(stackJson(taken));
  });
});

test("a stack of another name that keeps its awsName is the same, but for its place", () => {
  const data = Object(everythingRenamed(() => ({})));
  const named = (name: string) => {
    const { "//": _, ...json } = stackJson({
      ...networkFrom({ ...data, name, awsName: "whole" }),
      renames: null,
    });
    return json;
  };
  expect(named("another")).toEqual(named("everything"));
});

test("without its names in AWS, these would be other ones", () => {
  const { changes } = compared(() => ({}));
  const names = changes.flatMap(({ type, differences }) =>
    differences.map(({ argument }) => `${type}.${argument}`),
  );
  expect(
    [...new Set(names)].filter((name) => !/\.(tags|tag_specifications|tag\.value)$/.test(name)).sort(),
  ).toMatchSnapshot();
});
