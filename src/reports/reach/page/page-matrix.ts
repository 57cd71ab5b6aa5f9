import { escapeXml } from "../../graph/escape-xml.ts";
import type { AskedPairs, AskedRow } from "../asked-pairs.ts";
import { answerWord, verdictWord } from "../verdict-words.ts";
import type { PageCell } from "./page-cell.ts";

/** The matrix as a table that the page's script makes a grid; `label` is the id of its heading. */
export function pageMatrix({ sources, rows }: AskedPairs<PageCell>, label: string): string {
  const heads = sources.map((source) => `<th scope="col">${name(source)}</th>`);
  const inside = rows.filter(({ isOutside }) => !isOutside);
  const outside = rows.filter(({ isOutside }) => isOutside);
  return [
    `<table role="grid" aria-labelledby="${label}" aria-readonly="true">`,
    `<thead><tr><th scope="col" class="corner"><span>to ↓</span> <span>from →</span></th>${heads.join("")}</tr></thead>`,
    ...[inside, outside].flatMap(body),
    "</table>",
  ].join("\n");
}

function body(rows: readonly AskedRow<PageCell>[]): readonly string[] {
  return rows.length === 0 ? [] : ["<tbody>", ...rows.map(row), "</tbody>"];
}

function row({ target, cells }: AskedRow<PageCell>): string {
  return `<tr><th scope="row">${name(target)}</th>${cells.map(cell).join("")}</tr>`;
}

function cell(one: PageCell | null): string {
  if (one === null) return "<td></td>";
  const { verdict, families, trace } = one;
  const ways = families.map(
    (each) => `<i class="is-${each.passes}">${each.name} ${answerWord(each.passes)}</i>`,
  );
  return `<td><button type="button" tabindex="-1" data-trace="${trace}"><b class="is-${verdict}">${verdictWord(verdict)}</b> <span>${ways.join(" ")}</span></button></td>`;
}

/** Long names may break at their dots, slashes, underscores and hyphens. */
function name(text: string): string {
  return escapeXml(text).replace(/[._/-](?=[^._/-])/g, "$&<wbr>");
}
