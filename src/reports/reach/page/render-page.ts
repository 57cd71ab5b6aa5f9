import { createHash } from "node:crypto";
import type { ReachFinding } from "../../../reach/findings/reach-finding.ts";
import { escapeXml } from "../../graph/escape-xml.ts";
import { pageHead } from "../../graph/page-head.ts";
import type { AskedPairs } from "../asked-pairs.ts";
import { reachTitle } from "../reach-title.ts";
import { VERDICT_LEGEND } from "../verdict-words.ts";
import { clientScript } from "./client.generated.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageData } from "./page-data.ts";
import { pageFindings } from "./page-findings.ts";
import { pageMatrix } from "./page-matrix.ts";
import { pageStyle } from "./page-style.ts";

/** A network on the page. */
export interface PageStack extends AskedPairs<PageCell> {
  readonly stack: string;
  readonly region: string;
  /** Its picture as an SVG element; null: there is none, and why, in a sentence. */
  readonly picture: { readonly svg: string } | { readonly svg: null; readonly why: string };
  /** What the engine finds by itself, warnings first. */
  readonly findings: readonly ReachFinding[];
  /** What was not understood, as sentences. */
  readonly leftOut: readonly string[];
}

/**
 * Networks on one page that is whole in itself: it loads nothing, and its policy lets it load nothing. All that a network
 * says is text in it, and only its own script and style count.
 */
export function renderPage(stacks: readonly PageStack[], data: PageData): string {
  const [only] = stacks.length === 1 ? stacks : [];
  const title =
    only === undefined ? `Who reaches whom: ${stacks.length} networks` : `${only.stack}: who reaches whom`;
  const style = pageStyle();
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(clientScript)}; base-uri 'none'; form-action 'none'`;
  return [
    ...pageHead(title, policy),
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<header><h1>${escapeXml(title)}</h1>${legend()}${only === undefined ? contents(stacks) : ""}</header>`,
    "<noscript><p>Without its script this page shows the matrix only, and no paths.</p></noscript>",
    "<main>",
    ...stacks.map(article),
    "</main>",
    `<script type="application/json" id="data">${island(data)}</script>`,
    `<script>${clientScript}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON in which nothing ends the element, opens another or is a line break to an old reader. */
function island(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function legend(): string {
  const terms = VERDICT_LEGEND.map((line) => /^(\S+)\s+(.*)$/.exec(line)?.slice(1) ?? [line, ""]);
  const looks = ["reaches", "some", "blocked", "unknown"];
  const entries = terms.map(
    ([word = "", means = ""], index) =>
      `<div><dt><b class="is-${looks[index]}">${word}</b></dt><dd>${escapeXml(means)}</dd></div>`,
  );
  return `<dl class="legend">${entries.join("")}</dl>`;
}

function contents(stacks: readonly PageStack[]): string {
  const links = stacks.map(
    ({ stack }, index) => `<li><a href="#stack-${index + 1}">${escapeXml(stack)}</a></li>`,
  );
  return `<nav aria-label="Networks"><ul>${links.join("")}</ul></nav>`;
}

function article(one: PageStack, index: number): string {
  const id = `stack-${index + 1}`;
  const { stack, region, picture, leftOut } = one;
  const left = leftOut.map((why) => `<li>${escapeXml(why)}</li>`).join("");
  return [
    `<article id="${id}" aria-labelledby="${id}-name">`,
    `<h2 id="${id}-name">${escapeXml(reachTitle({ stack, region }))}</h2>`,
    ...pageFindings(one.findings),
    ...(left === ""
      ? []
      : [
          `<details class="left-out"><summary>Left out: ${leftOut.length}</summary><ul>${left}</ul></details>`,
        ]),
    `<section class="matrix" aria-labelledby="${id}-matrix">`,
    `<h3 id="${id}-matrix">Who reaches whom</h3>`,
    "<p>Arrow keys move from cell to cell; Enter or a click shows the path, Escape closes it.</p>",
    `<div class="scroll">${pageMatrix(one, `${id}-matrix`)}</div>`,
    "</section>",
    `<section class="path" aria-labelledby="${id}-path">`,
    `<h3 id="${id}-path">Path</h3> <button type="button" class="close" hidden>Close</button>`,
    '<p class="said" role="status"></p>',
    '<div class="tried"></div>',
    picture.svg === null
      ? `<p class="picture">${escapeXml(picture.why)}</p>`
      : `<div class="picture" role="group" tabindex="0" aria-label="${escapeXml(`Picture of ${stack}`)}">${picture.svg}</div>`,
    '<div class="shown"></div>',
    "</section>",
    "</article>",
  ].join("\n");
}
