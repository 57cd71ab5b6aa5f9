import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { destinations } from "../../src/aws/destinations/destinations.ts";
import { topologyOf } from "../../src/reach/from-network/topology-of.ts";
import { indexTopology } from "../../src/reach/walk/index-topology.ts";
import { renderReachPage } from "../../src/reports/reach/page/render-reach-page.ts";
import { HOSTILE_NAMES, topologyOfHosts } from "../support/hostile-topology.ts";
import { networkFrom } from "../support/network.ts";
import { describeWithTools, findChromium } from "../support/tools.ts";
import { faultsOfAccess } from "./faults-of-access.ts";
import { faultsOfPicture, type ShownPicture } from "./faults-of-picture.ts";
import { openWatchedPage } from "./watched-page.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ofFile = (file: string) => {
  const network = networkFrom(readFileSync(path(file), "utf8"));
  return { name: network.name, index: indexTopology(topologyOf(network), destinations), network };
};
const ofHosts = (names: readonly string[], name = "hosts") => ({
  ...{ name, network: null },
  index: indexTopology(topologyOfHosts(names), destinations),
});

const COLLECT = readFileSync(path("collect-pictures.js"), "utf8");

const PAGES = {
  nat64: renderReachPage([ofFile("../../blueprints/ipv6-only-nat64.yaml")]),
  "three zones and six tiers": renderReachPage([ofFile("three-zones-six-tiers.yaml")]),
  "two networks": renderReachPage(
    ["dual-stack-web", "transit"].map((name) => ofFile(`../../blueprints/${name}.yaml`)),
  ),
  findings: renderReachPage([ofFile("../rules/rule-unused/bad.yaml")]),
  "hostile names": renderReachPage([ofHosts(HOSTILE_NAMES, HOSTILE_NAMES[0])]),
};
const SIZES = [
  { width: 360, height: 740 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];

describeWithTools("browser", findChromium(), (executablePath) => {
  const folder = mkdtempSync(join(tmpdir(), "hextet-page-"));
  let browser: Browser;
  let page: Page;
  let asked: string[];
  let errors: string[];

  beforeAll(async () => {
    ({ browser, page, asked, errors } = await openWatchedPage(executablePath));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page as its reader does: from a file. */
  async function open(html: string): Promise<void> {
    const file = join(folder, "reach.html");
    writeFileSync(file, html);
    asked.length = 0;
    errors.length = 0;
    await page.goto(pathToFileURL(file).href);
  }

  /** The page asked for itself alone, its script ran without an error, and nothing of a network ran. */
  async function expectQuiet(): Promise<void> {
    expect([asked, errors]).toEqual([[pathToFileURL(join(folder, "reach.html")).href], []]);
    expect(await page.title()).not.toBe("hacked");
  }

  /** What is wider than the window; parts that scroll by themselves are not. */
  async function overflow(): Promise<number> {
    return page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
  }

  const cell = (from: string, to: string) =>
    page.locator("td button").and(page.locator(`[data-trace="${traceOf(from, to)}"]`));

  /** The index of a trace of the page with NAT64. */
  function traceOf(from: string, to: string): number {
    const [, text = ""] = /id="data">(.*?)<\/script>/s.exec(PAGES.nat64) ?? [];
    const { texts, traces } = JSON.parse(text) as { texts: string[]; traces: number[][] };
    return traces.findIndex(([one = -1, other = -1]) => texts[one] === from && texts[other] === to);
  }

  const focused = () => page.evaluate<string>("document.activeElement?.dataset?.trace ?? ''");
  const said = () => page.locator(".said").first().textContent();

  describe.each(SIZES)("at $width × $height", (size) => {
    beforeAll(() => page.setViewportSize(size));

    test.each(Object.entries(PAGES))(
      "%s is no wider than the window, with and without a path",
      async (_, html) => {
        await open(html);
        expect(await overflow()).toBeLessThanOrEqual(0);
        await page.locator("td button").last().click();
        expect(await page.locator(".hops > li").count()).toBeGreaterThan(0);
        expect(await overflow()).toBeLessThanOrEqual(0);
        await expectQuiet();
      },
    );

    test("a click shows the path, and brings it into the window", async () => {
      await open(PAGES.nat64);
      await cell("internet", "app:8080").click();
      expect(await said()).toContain("internet to app:8080, tcp 8080:");
      const broken = page.locator(".hops > .is-no");
      expect(await broken.count()).toBe(1);
      expect(await broken.textContent()).toContain("it breaks here");
      const box = await page.locator(".said").boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(size.height);
      await expectQuiet();
    });
  });

  test.each(
    SIZES.flatMap((size) => (["light", "dark"] as const).map((colorScheme) => ({ ...size, colorScheme }))),
  )("keeps nobody out at $width × $height in $colorScheme", async ({ colorScheme, ...size }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await open(PAGES.nat64);
    expect(await faultsOfAccess(page)).toEqual([]);
    await cell("internet", "app:8080").dispatchEvent("click");
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("where there is no picture, a matrix of four columns is shown whole beside the path", async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await open(renderReachPage([ofHosts(["web", "app", "backend", "database"])]));
    const hidden =
      "(() => { const it = document.querySelector('.scroll'); return it.scrollWidth - it.clientWidth; })()";
    expect(await page.evaluate<number>(hidden)).toBe(0);
    const [matrix, path] = [page.locator(".matrix"), page.locator(".path")];
    expect((await path.boundingBox())?.y).toBe((await matrix.boundingBox())?.y);
  });

  test("is a grid with headings, a status and a named picture to a screen reader", async () => {
    await open(PAGES.nat64);
    const grid = page.getByRole("grid", { name: "Who reaches whom" });
    expect(await grid.getByRole("columnheader").allTextContents()).toEqual([
      "to ↓ from →",
      "internet",
      "app",
      "web",
    ]);
    expect(await grid.getByRole("rowheader", { name: "github.com", exact: true }).count()).toBe(1);
    await grid
      .getByRole("row", { name: /^app:8080/ })
      .getByRole("button")
      .first()
      .click();
    expect(await page.getByRole("status").textContent()).toMatch(
      /^internet to app:8080, tcp 8080: no\. no rule of /,
    );
    expect(await page.getByRole("group", { name: "Picture of ipv6-only-nat64" }).count()).toBe(1);
    expect(await page.getByRole("group", { name: "What is tried" }).getByRole("radio").count()).toBe(2);
  });

  test("keys move in the matrix, show the path, and close it", async () => {
    await open(PAGES.nat64);
    expect(await page.locator('td button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe(`${traceOf("internet", "app:8080")}`);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe(`${traceOf("web", "app:8080")}`);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(`${traceOf("internet", "web:80")}`);
    await page.keyboard.press("End");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    expect(await said()).toMatch(/^app to .*: (yes|some|no|\?)/);
    expect(await page.locator('[aria-current="true"]').count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await said()).toBe("");
    expect(await page.locator(".hops").count()).toBe(0);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Space");
    expect(await said()).toContain("internet to app:8080");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Close");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe(`${traceOf("internet", "app:8080")}`);
    expect(await page.locator('td button[tabindex="0"]').count()).toBe(1);
    await expectQuiet();
  });

  test("each attempt shows its own hops", async () => {
    await open(PAGES.nat64);
    await cell("app", "github.com").click();
    const zones = page.getByRole("radio");
    expect(await zones.count()).toBe(2);
    await expect(page.locator(".hops").textContent()).resolves.toContain("aws_route_table.app_a");
    await zones.last().check();
    await expect(page.locator(".hops").textContent()).resolves.toContain("aws_route_table.app_b");
    await page.locator("summary").first().click();
    expect(await page.locator("details a").first().getAttribute("href")).toMatch(/^https:/);
  });

  test.each(["light", "dark"] as const)(
    "in the %s scheme, ways leave every label of the picture to be read",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      // As wide as the largest picture, which is then as large as it was laid out.
      await page.setViewportSize({ width: 4000, height: 1080 });
      for (const html of [PAGES.nat64, PAGES["three zones and six tiers"], PAGES["two networks"]]) {
        await open(html);
        const buttons = await page.locator("td button").all();
        for (const button of buttons.filter((_, index) => index % 30 === 0)) {
          await button.dispatchEvent("click");
          // Lines lie below what stands in subnets; that they cross no other label is a matter of their layout's test.
          await page.evaluate(
            "for (const lines of document.querySelectorAll('.lines')) lines.replaceChildren()",
          );
          const pictures = await page.evaluate<readonly ShownPicture[]>(COLLECT);
          expect(pictures.length).toBeGreaterThan(0);
          expect(pictures.flatMap(faultsOfPicture)).toEqual([]);
        }
      }
      await page.emulateMedia({ colorScheme: "light" });
    },
  );

  test("hostile names are shown as they are", async () => {
    await open(PAGES["hostile names"]);
    const row = page.locator("tbody tr:last-child button");
    expect(await row.count()).toBe(HOSTILE_NAMES.length);
    for (const button of await row.all()) {
      await button.dispatchEvent("click");
      expect(await said()).toMatch(/ to .*, udp 53: yes/);
      expect(await page.locator(":is(.said, .shown, table) :is(script, img)").count()).toBe(0);
    }
    expect(await page.locator("h1").textContent()).toContain(
      "</script><script>document.title = 'hacked'</script>",
    );
    await expectQuiet();
  });

  test("of 100 hosts and 50 destinations answers at once", async () => {
    await open(renderReachPage([ofHosts(Array.from({ length: 100 }, (_, n) => `host-${n}`))]));
    const last = page.locator("td button").last();
    await last.dispatchEvent("click");
    expect(await said()).toContain("host-99 to ");
    await expectQuiet();
  });
});
