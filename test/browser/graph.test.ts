import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { escapeUnsafe } from "../../src/reports/findings/terminal-text.ts";
import type { Graph } from "../../src/reports/graph/graph.ts";
import { layOutNetwork } from "../../src/reports/graph/lay-out-network.ts";
import { graphOf } from "../../src/reports/graph/network-graph.ts";
import { renderHtml } from "../../src/reports/graph/render-html.ts";
import { renderMermaid } from "../../src/reports/graph/render-mermaid.ts";
import { renderSvg } from "../../src/reports/graph/render-svg.ts";
import { HOSTILE_STARTS, hostileGraph } from "../support/hostile-graph.ts";
import { networkFrom } from "../support/network.ts";
import { describeWithTools, findChromium } from "../support/tools.ts";
import { faultsOfAccess } from "./faults-of-access.ts";
import { faultsOfPicture, type ShownPicture } from "./faults-of-picture.ts";
import { openWatchedPage } from "./watched-page.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const graphIn = (file: string) => graphOf(networkFrom(readFileSync(path(file), "utf8")));
const COLLECT = readFileSync(path("collect-pictures.js"), "utf8");
const RENDER = readFileSync(path("render-diagrams.js"), "utf8");
const MERMAID = createRequire(import.meta.url).resolve("@mermaid-js/tiny");
const SCHEMES = ["light", "dark"] as const;

const committed = readdirSync(path("../../blueprints"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => graphIn(`../../blueprints/${name}`));
const large = graphIn("three-zones-six-tiers.yaml");
const everything = graphIn("../blueprint/ok/everything.yaml");
const hostile = HOSTILE_STARTS.map((start) => hostileGraph(large, start));

/** The text without space of any width and without the marks of emphasis, and with what reorders text shown. */
function wordsOnly(text: string): string {
  return escapeUnsafe(text.replace(/[\s\u200b]+/g, "")).replace(/[*_\\]/g, "");
}

/** What a diagram must say. */
function wordsOf({ rows, gateways }: Graph): readonly string[] {
  const ofRows = rows.flatMap(({ tier, subnets, things }) => [
    tier,
    ...subnets.flatMap(({ id, ipv4, ipv6 }) => [id, ipv4, ipv6].filter((word) => word !== null)),
    ...things.map(({ title }) => title),
  ]);
  return [...ofRows, ...gateways.map(({ title }) => title)];
}

describeWithTools("browser", findChromium(), (executablePath) => {
  let browser: Browser;
  let page: Page;
  let asked: string[];
  let errors: string[];

  beforeAll(async () => {
    ({ browser, page, asked, errors } = await openWatchedPage(executablePath));
  });
  afterAll(() => browser?.close());

  async function faultsNow(): Promise<{ readonly pictures: number; readonly faults: readonly string[] }> {
    const pictures = await page.evaluate<readonly ShownPicture[]>(COLLECT);
    expect(await page.title()).not.toBe("hacked");
    return { pictures: pictures.length, faults: pictures.flatMap(faultsOfPicture) };
  }

  async function faultsOf(html: string) {
    // An SVG before it is no page that could be written into.
    await page.goto("about:blank");
    asked.length = 0;
    await page.setContent(html);
    const found = await faultsNow();
    expect([asked, errors]).toEqual([[], []]);
    return found;
  }

  describe.each(SCHEMES)("in the %s scheme", (colorScheme) => {
    beforeAll(() => page.emulateMedia({ colorScheme }));

    test.each([
      ["every committed blueprint", committed],
      ["three zones and six tiers", [large]],
      ["every key of a blueprint", [everything]],
      ["hostile texts", hostile],
    ])("a page with %s has every label in its place and to be read", async (_, graphs) => {
      expect(await faultsOf(renderHtml(graphs.map(layOutNetwork)))).toEqual({
        pictures: graphs.length,
        faults: [],
      });
    });

    test.each([["three zones and six tiers", [large]] as const, ["hostile texts", hostile] as const])(
      "a file with %s is XML, and as good",
      async (_, graphs) => {
        for (const graph of graphs) {
          const url = `data:image/svg+xml;base64,${Buffer.from(renderSvg(layOutNetwork(graph))).toString("base64")}`;
          await page.goto(url);
          expect(await page.evaluate("document.querySelector('parsererror')")).toBeNull();
          expect(await faultsNow()).toEqual({ pictures: 1, faults: [] });
        }
      },
    );
  });

  test("a page of pictures keeps nobody out, also where they are wider than the window", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await faultsOf(renderHtml([large, everything].map(layOutNetwork)));
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test("the page of faults is not empty for a picture that has them", async () => {
    const picture = layOutNetwork(large);
    const boxes = picture.boxes.map((box) => ({ ...box, width: box.width / 3 }));
    const { faults } = await faultsOf(renderHtml([{ ...picture, boxes }]));
    expect(faults.length).toBeGreaterThan(20);
  });

  describe("Mermaid", () => {
    beforeAll(async () => {
      await page.goto("about:blank");
      await page.addScriptTag({ path: MERMAID });
    });

    async function labelsOf(graph: Graph): Promise<readonly string[]> {
      const codes = [...renderMermaid([graph]).matchAll(/^```mermaid\n(.*?)\n```$/gms)].map(
        ([, code]) => code,
      );
      expect(codes).not.toEqual([]);
      await page.evaluate(`window.codes = ${JSON.stringify(codes)}`);
      const labels = await page.evaluate<readonly string[]>(RENDER);
      expect(await page.title()).not.toBe("hacked");
      return labels;
    }

    test.each([...committed, large, everything].map((graph) => [graph.stack, graph] as const))(
      "draws %s, and shows its subnets and gateways",
      async (_, graph) => {
        const text = (await labelsOf(graph)).join("\n");
        for (const word of wordsOf(graph)) expect(text).toContain(word);
      },
    );

    test("shows hostile texts as text", async () => {
      for (const graph of hostile) {
        const text = wordsOnly((await labelsOf(graph)).join("\n"));
        for (const { title } of graph.gateways) expect(text).toContain(wordsOnly(title));
      }
    });
  });
});
