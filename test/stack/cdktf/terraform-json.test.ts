import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApplied } from "../../../src/model/migration/as-applied.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { buildStack } from "../../../src/stack/build-stack.ts";
import { resolveTokens } from "../../../src/stack/cdktf/resolve-tokens.ts";
import { terraformJson } from "../../../src/stack/cdktf/terraform-json.ts";
import { withoutTokenStacks } from "../../../src/stack/cdktf/without-token-stacks.ts";
import { App, Fn, TerraformStack, Token } from "../../../src/stack/engine.ts";
import { HextetStack } from "../../../src/stack/hextet-stack.ts";
import { HOSTILE_TEXTS } from "../../support/hostile-text.ts";
import { networkFrom } from "../../support/network.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

const BLUEPRINTS = path.join(import.meta.dirname, "../../../blueprints");

const blueprints = readdirSync(BLUEPRINTS).filter((file) => file.endsWith(".yaml"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hextet-json-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newApp = () => new App({ outdir: path.join(folder, "out"), stackTraces: false });

/** The stack of a network as Hextet and as CDKTF write it. */
function bothWays(network: Network): readonly [Record<string, unknown>, Record<string, unknown>] {
  return withoutTokenStacks(() => {
    const stack = buildStack(newApp(), asApplied(network), []);
    return [terraformJson(stack, stack["rawOverrides"]), TerraformStack.prototype.toTerraform.call(stack)];
  });
}

describe("the JSON of a stack is CDKTF's own", () => {
  test.each(blueprints)("of %s", (file) => {
    const [ours, theirs] = bothWays(networkFrom(readFileSync(path.join(BLUEPRINTS, file), "utf8")));
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
    expect(Object.keys(Object(ours["resource"])).length).toBeGreaterThan(5);
  });

  test("of everything that a blueprint can say", () => {
    const file = path.join(import.meta.dirname, "../../blueprint/ok/everything.yaml");
    const [ours, theirs] = bothWays(networkFrom(readFileSync(file, "utf8")));
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });

  test("of hostile tags", () => {
    const tags = Object.fromEntries(HOSTILE_TEXTS.map((text) => [text, text]));
    const [ours, theirs] = bothWays(wholeNetwork({ tags }));
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });
});

describe("tokens", () => {
  const newStack = () => new HextetStack(newApp(), "x");
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ["a text", Token.asString("${aws_vpc.main.id}"), "${aws_vpc.main.id}"],
    ["a token in a text", `vpc ${Token.asString("1", { displayHint: "x" })}`, "vpc 1"],
    ["a token that is text", Token.asString(Token.asAny("inner")), "inner"],
    ["a number", Token.asNumber(Token.asAny(7)), 7],
    ["a number in a text", `port ${Token.asNumber(Token.asAny(7))}`, "port 7"],
    ["a list", { list: Token.asList(Token.asAny(["a", "b"])) }, { list: ["a", "b"] }],
    ["a list of numbers", [Token.asNumberList(Token.asAny([1, 2]))], [[1, 2]]],
    ["a map", { map: Token.asMap(Token.asAny({ a: "b" }), "x") }, { map: { a: "b" } }],
    ["an object that resolves itself", { any: Token.asAny({ a: [undefined, 1] }) }, { any: { a: [1] } }],
    ["a call", Fn.join("-", ["a", Token.asString("${b}")]), '${join("-", ["a", "$${b}"])}'],
    ["a key", { [Token.asString(Token.asAny("key"))]: 1 }, { key: 1 }],
    ["undefined", { a: undefined, b: [undefined, null, false, 0, ""] }, { b: [null, false, 0, ""] }],
    ["a number that looks like one", "12e34 and 1e5", "12e34 and 1e5"],
  ];

  test.each(cases)("%s", (_, value, expected) => {
    expect(resolveTokens(newStack(), value)).toEqual(expected);
  });

  test.each([
    ["a construct", () => newStack(), "Trying to 'resolve()' a Construct"],
    ["a function", () => ({ f: () => 1 }), "Trying to resolve a non-data object (e.g., a function)"],
    [
      "the number that stands for a map",
      () => -123456789,
      "Found an encoded map token in a scalar number context",
    ],
  ])("%s is refused as CDKTF refuses it", (_, value, message) => {
    expect(() => resolveTokens(newStack(), value())).toThrow(message);
  });

  test("a circle is refused, not followed", () => {
    const circle: Record<string, unknown> = {};
    circle["again"] = circle;
    expect(() => resolveTokens(newStack(), circle)).toThrow("circular reference");
  });
});
