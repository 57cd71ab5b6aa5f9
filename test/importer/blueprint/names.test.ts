import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inNameOrder, nameOf, startNaming } from "../../../src/importer/blueprint/names.ts";
import { plainText } from "../../../src/importer/blueprint/plain-text.ts";
import { tierNameOf } from "../../../src/importer/blueprint/tier-names.ts";
import { subnet } from "../../support/inventory.ts";

/** The schema's own. */
const NAME = /^(?!constructor$)[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/;
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("constructor", "__proto__", "-a-", "9"),
);

describe("names", () => {
  test("a text becomes a name of a blueprint, or nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = nameOf(text);
        expect(name === "" || NAME.test(name)).toBe(true);
      }),
    );
  });

  test("names read like what people wrote", () => {
    expect(nameOf("Web Server (live)")).toBe("web-server-live");
    expect(nameOf("Größe 1")).toBe("groesse-1");
    expect(nameOf("Año São Łódź Ærø")).toBe("ano-sao-lodz-aero");
    expect(nameOf("3 tier app")).toBe("tier-app");
    expect(nameOf("日本")).toBe("");
    expect(nameOf("constructor")).toBe("");
    expect(nameOf(`${"x".repeat(31)}-y`)).toBe("x".repeat(31));
    expect(nameOf("web-20261130145001700800000028")).toBe("web");
    expect(nameOf("h120261130145001337300000027")).toBe("h1");
    expect(nameOf("terraform-20261130145001700800000028-x")).toContain("2026");
  });

  test("no name is given twice, and all are valid", () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const name = startNaming(["taken"]);
        const names = texts.map((text) => name(text, "fallback"));
        expect(new Set(["taken", ...names]).size).toBe(names.length + 1);
        expect(names.filter((one) => !NAME.test(one))).toEqual([]);
      }),
    );
  });

  test("long names stay apart", () => {
    const name = startNaming();
    const long = "a".repeat(40);
    expect([name(long), name(long)]).toEqual(["a".repeat(32), `${"a".repeat(30)}-2`]);
  });

  test("the order of what AWS lists does not matter", () => {
    const found = [
      { id: "3", name: null },
      { id: "1", name: "b" },
      { id: "2", name: "a" },
    ];
    expect(inNameOrder(found).map(({ id }) => id)).toEqual(["3", "2", "1"]);
    expect(inNameOrder([...found].reverse())).toEqual(inNameOrder(found));
  });

  test.each([
    ["Public Subnet 2", "public"],
    ["shop-public-eu-west-1a", "shop-public"],
    ["app-az1", "app"],
    ["app_a", "app"],
    ["data subnet (1b)", "data"],
    ["eu-west-1a", ""],
    ["app-public-euw1a", "app-public"],
    ["Private Subnet One", "private"],
    ["DMZ (öffentlich) 1", "dmz-oeffentlich"],
    ["2nd app subnet", "app-2nd"],
    ["123", "subnet-123"],
    ["true", "tier-true"],
    ["1", ""],
    [null, ""],
  ])("a subnet tagged %s is of the tier %s", (tag, tier) => {
    expect(tierNameOf(subnet("subnet-1", tag, "a", 0))).toBe(tier);
  });

  test("a word that YAML reads as a value is no name by itself", () => {
    const name = startNaming();
    expect([name("true", "group"), name("On", null, "nat"), name("no")]).toEqual([
      "group-true",
      "nat-on",
      "named-no",
    ]);
  });

  test("a text becomes one line without anything that drives a terminal", () => {
    expect(plainText("a\nb\u001b[31m\u202e c", 100)).toBe("a b [31m  c");
    expect(plainText(" \n", 100)).toBeUndefined();
    expect(plainText("äöü😀x", 4)).toBe("äöü😀");
  });
});
