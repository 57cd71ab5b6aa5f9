import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import schema from "../../../docs/cost.schema.json" with { type: "json" };
import { costOf } from "../../../src/model/cost/network-cost.ts";
import { renderCostsJson } from "../../../src/reports/cost/cost-json.ts";
import { renderCostsMarkdown } from "../../../src/reports/cost/cost-markdown.ts";
import { renderCosts } from "../../../src/reports/cost/cost-text.ts";
import { networkFrom } from "../../support/network.ts";

const plain = picocolors.createColors(false);
const BLUEPRINTS = new URL("../../../blueprints/", import.meta.url);
const files = readdirSync(BLUEPRINTS).filter((name) => name.endsWith(".yaml"));
const costIn = (file: string, region?: string) => {
  const text = readFileSync(new URL(file, BLUEPRINTS), "utf8");
  return costOf(
    networkFrom(region === undefined ? text : text.replace(/^region: .*$/m, `region: ${region}`)),
    250,
  );
};

describe.each([60, 120])("the bill in %i columns", (columns) => {
  it("of a network with NAT64 and endpoints is as it was read", async () => {
    const text = renderCosts([costIn("nat64-playground.yaml"), costIn("nat64-private.yaml")], plain, columns);
    await expect(text).toMatchFileSnapshot(`nat64.${columns}.txt`);
  });

  it.each(files)("of %s fits, but for addresses of pages", (file) => {
    const lines = renderCosts([costIn(file)], plain, columns).split("\n");
    const wide = lines.filter((line) => line.length > columns && !/^\s*(- )?https:\/\/\S+$/.test(line));
    expect(wide).toEqual([]);
  });
});

it("as Markdown it is as it was read", async () => {
  await expect(renderCostsMarkdown([costIn("nat64-playground.yaml")])).toMatchFileSnapshot("nat64.md");
});

describe("as JSON", () => {
  const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  it.each(files)("%s is as the published schema says", (file) => {
    // A region without prices; a Local Zone is of its own region alone.
    const elsewhere = file === "local-zone.yaml" ? [] : [costIn(file, "us-gov-west-1")];
    const json: unknown = JSON.parse(renderCostsJson([costIn(file), ...elsewhere]));
    expect(valid(json) ? [] : valid.errors).toEqual([]);
  });
});

describe("names of others", () => {
  // Names that the schema of blueprints would refuse; a report must not rest on that.
  const hostile = (): ReturnType<typeof costOf> => {
    const cost = costIn("nat64-playground.yaml");
    const name = "\u001b[31mred\u202e|*x*@you";
    return {
      ...cost,
      stack: name,
      items: cost.items.map((item) => ({ ...item, names: [name] })),
      savings: cost.savings.map((saving) => ({ ...saving, names: [name], tiers: [name] })),
      uncounted: [{ what: "tasks", names: [name] }],
    };
  };

  it.each([60, 120])("paint nothing in a terminal of %i columns", (columns) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there.
    expect(renderCosts([hostile()], plain, columns)).not.toMatch(/[\u001b\u202e]/);
  });

  it("are text in Markdown, and call nobody", () => {
    const text = renderCostsMarkdown([hostile()]);
    expect(text).not.toMatch(/@|[^\\]\|\\\*x/);
    expect(text).toContain("\\|\\*x\\*&#64;you");
  });
});

it("a network without anything that costs says so", () => {
  const nothing = { ...costIn("nat64-playground.yaml"), items: [], savings: [], breakEvens: [] };
  expect(renderCosts([nothing], plain, 80)).toContain("nothing that is counted here costs anything");
  expect(renderCostsMarkdown([nothing])).toContain("Nothing that is counted here costs anything.");
});
