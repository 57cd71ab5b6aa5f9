import { type Browser, chromium, type Page } from "playwright-core";

/** A page of a browser of its own, and what it did that it should not. */
export interface WatchedPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Addresses that it asked for. */
  readonly asked: string[];
  /** What its scripts threw, and what was written to the console. */
  readonly errors: string[];
}

/** Opens a page that is watched; its browser is to be closed. */
export async function openWatchedPage(executablePath: string): Promise<WatchedPage> {
  // Root may not have Chromium's sandbox; all that is shown is made here.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => errors.push(message.text()));
  return { browser, page, asked, errors };
}
