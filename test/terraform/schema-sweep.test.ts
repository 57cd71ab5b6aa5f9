import { beforeAll, describe, expect, test } from "vitest";
import { type Outcome, sweep } from "../support/sweep/sweep.ts";
import { sweepBases } from "../support/sweep/sweep-base.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { stricterGroups } from "./stricter-groups.ts";

const MINUTES = 60_000;

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("values at the borders of the schema, and beyond", () => {
    let outcomes: readonly Outcome[];
    beforeAll(async () => {
      outcomes = await sweep(terraform, [...sweepBases().keys()]);
    }, 40 * MINUTES);

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

    const stricterPlaces = (): readonly string[] => {
      const stricter = outcomes.filter(({ hextet, provider }) => hextet.length > 0 && provider?.length === 0);
      return [...new Set(stricter.map(({ key, hextet }) => `${key}: ${reasonOf(hextet)}`))].sort();
    };

    test("are refused by Hextet alone for a reason, each for one", () => {
      const groupsOf = (place: string) =>
        stricterGroups
          .filter(({ lines }) => lines.some((line) => line.test(place)))
          .map(({ title }) => title);
      const odd = stricterPlaces().filter((place) => groupsOf(place).length !== 1);
      expect(odd.map((place) => `${place}: ${groupsOf(place).join(", ") || "in no group"}`)).toEqual([]);
    });

    test("are in groups of which each line is needed", () => {
      const places = stricterPlaces();
      const idle = stricterGroups.flatMap(({ lines }) =>
        lines.filter((line) => !places.some((place) => line.test(place))),
      );
      expect(idle).toEqual([]);
    });

    test("are refused by Hextet alone in the places that are known", async () => {
      const places = stricterPlaces();
      const sections = stricterGroups.map(({ title, reason, lines }) => {
        const own = places.filter((place) => lines.some((line) => line.test(place)));
        return [`# ${title}`, `# ${reason}`, "", ...own, ""].join("\n");
      });
      await expect(sections.join("\n")).toMatchFileSnapshot("stricter-than-the-provider.txt");
    });
  });
});

/** The kind of the first error: the schema's keyword, or the rule. */
function reasonOf([first = ""]: readonly string[]): string {
  return first.startsWith("schema at ") ? `schema ${first.split(": ").at(-1)}` : (first.split(":")[0] ?? "");
}
