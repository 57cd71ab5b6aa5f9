import axe from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from reading or using the page, a line each, as axe finds it by WCAG 2.2 and its best practices. */
export async function faultsOfAccess(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(`
    axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " at " + target + ": " + failureSummary)))
  `);
}
