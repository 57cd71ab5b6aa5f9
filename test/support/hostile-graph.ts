import type { Graph } from "../../src/reports/graph/graph.ts";

/** Texts that XML, HTML, Mermaid or Markdown would take for something else, or that no font has room for. */
const TEXTS = [
  "</title></text></svg><script>document.title = 'hacked'</script>",
  '"]; click subnet href "javascript:alert(1)"',
  "%%{init: {'theme': 'dark'}}%%\n---\nend\n",
  "`code` **bold** _italic_ ~~gone~~ [link](https://example.com) <b>x</b>",
  "1. one",
  "2) two",
  "- three",
  "# four > five",
  "https://example.com www.example.com me@example.com fa:fa-bomb fas:fa-bomb",
  "#quot; #35; &lt; &amp; ]]> <!-- -->|x| a & b; c",
  "<img src=x onerror=\"document.title = 'hacked'\">",
  "\u202eright to left\u0007\ufffe\u2028",
  "中文網絡圖的節點名稱中文網絡圖的節點名稱",
  "🦊🦊🦊 ﷽﷽﷽ Z\u0351\u036b\u0343\u036a\u0302A\u0334\u0335\u031c\u0330L",
  "w".repeat(300),
  "subgraph end flowchart class style graph default",
  "$$x^2$$ \\(x\\) ${x} {{x}} ((x)) @{ shape: x }",
  "",
  " ",
];

/** The graph with a hostile text in the place of every text that comes from a blueprint, one after the other from `start`. */
export function hostileGraph(graph: Graph, start: number): Graph {
  let next = start;
  const text = () => TEXTS[next++ % TEXTS.length] ?? "";
  const keys = new Map(graph.gateways.map(({ key }) => [key, `${key} ${text()}`]));
  const keyOf = (key: string) => keys.get(key) ?? key;
  const known = <T extends string | null>(value: T) => (value === null ? null : text());
  return {
    ...graph,
    stack: text(),
    region: text(),
    description: text(),
    blocks: graph.blocks.map(text),
    zones: graph.zones.map(text),
    notes: graph.notes.map(text),
    gateways: graph.gateways.map((gateway) => ({
      ...gateway,
      key: keyOf(gateway.key),
      title: text(),
      details: gateway.details.map(text),
      outside: gateway.outside === null ? null : { ...gateway.outside, title: text() },
    })),
    rows: graph.rows.map((row) => ({
      ...row,
      tier: `${row.tier} ${text()}`,
      facts: row.facts.map(text),
      subnets: row.subnets.map(({ zone, id, ipv4, ipv6 }) => ({
        zone,
        id: `${id} ${text()}`,
        ipv4: known(ipv4),
        ipv6: known(ipv6),
      })),
      things: row.things.map((thing) => ({ ...thing, title: text(), details: thing.details.map(text) })),
      tables: row.tables.map(({ ids, routes }) => ({
        ids: ids.map(text),
        routes: routes.map(({ gateway }) => ({
          destination: text(),
          target: text(),
          gateway: keyOf(gateway),
        })),
      })),
    })),
  };
}

/** Where to start, so that each place of a picture has very different texts. */
export const HOSTILE_STARTS: readonly number[] = TEXTS.map((_, index) => index).filter(
  (index) => index % 3 === 0,
);
