import { beforeAll, describe, expect, test } from "vitest";
import { type Outcome, sweep } from "../support/sweep/sweep.ts";
import { sweepBases } from "../support/sweep/sweep-base.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const MINUTES = 60_000;

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("values at the borders of the schema, and beyond", () => {
    let outcomes: readonly Outcome[];
    beforeAll(async () => {
      outcomes = await sweep(terraform, sweepBases());
    }, 20 * MINUTES);

    test("are many, and the provider was asked about most", () => {
      expect(outcomes.length).toBeGreaterThan(3000);
      expect(new Set(outcomes.map(({ key }) => key)).size).toBeGreaterThan(400);
      expect(outcomes.filter(({ provider }) => provider !== null).length).toBeGreaterThan(2500);
    });

    test("are refused by both in places", () => {
      const both = outcomes.filter(({ hextet, provider }) => hextet.length > 0 && provider?.length);
      expect(both.length).toBeGreaterThan(200);
    });

    test("are never refused by the provider when Hextet takes them", () => {
      const worse = outcomes.filter(({ hextet, provider }) => hextet.length === 0 && provider?.length);
      expect(worse.map(({ what, provider }) => `${what}: ${provider}`)).toEqual([]);
    });

    // Where Hextet alone refuses, AWS does, or Hextet's own form is narrower: the file lists all such places.
    test("are refused by Hextet alone in the places that are known", async () => {
      const stricter = outcomes.filter(({ hextet, provider }) => hextet.length > 0 && provider?.length === 0);
      const places = stricter.map(({ key, hextet }) => `${key}: ${reasonOf(hextet)}`);
      const page = `${[...new Set(places)].sort().join("\n")}\n`;
      await expect(page).toMatchFileSnapshot("stricter-than-the-provider.txt");
    });
  });
});

/** The kind of the first error: the schema's keyword, or the rule. */
function reasonOf([first = ""]: readonly string[]): string {
  return first.startsWith("schema at ") ? `schema ${first.split(": ").at(-1)}` : (first.split(":")[0] ?? "");
}
