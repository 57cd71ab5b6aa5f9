import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { destinations } from "../../../../src/aws/destinations/destinations.ts";
import type { ReachFinding } from "../../../../src/reach/findings/reach-finding.ts";
import { topologyOf } from "../../../../src/reach/from-network/topology-of.ts";
import type { Topology } from "../../../../src/reach/topology/topology.ts";
import { indexTopology } from "../../../../src/reach/walk/index-topology.ts";
import type { PageData } from "../../../../src/reports/reach/page/page-data.ts";
import { pageFindings } from "../../../../src/reports/reach/page/page-findings.ts";
import { renderReachPage } from "../../../../src/reports/reach/page/render-reach-page.ts";
import { HOSTILE_NAMES, topologyOfHosts } from "../../../support/hostile-topology.ts";
import { networkFrom } from "../../../support/network.ts";

const pageOf = (topology: Topology, name = "sample") =>
  renderReachPage([{ name, index: indexTopology(topology, destinations), network: null }]);

/** The data of a page, as its script reads it. */
function dataOf(page: string): PageData {
  const [, text = ""] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(text) as PageData;
}

/** Each connection of the page: who calls whom, on which port. */
function titlesOf(page: string): readonly string[] {
  const { traces, texts } = dataOf(page);
  return traces.map(([from, to, port]) => [texts[from], texts[to], texts[port]].join(" "));
}

const NAT64 = readFileSync(new URL("../../../../blueprints/ipv6-only-nat64.yaml", import.meta.url), "utf8");
const network = networkFrom(NAT64);
const nat64 = renderReachPage([
  { name: network.name, index: indexTopology(topologyOf(network), destinations), network },
]);

const UNUSED = new URL("../../../rules/rule-unused/bad.yaml", import.meta.url);

/** The text of the list of findings, a line for each; empty where there is no list. */
function findingsOn(page: string): readonly string[] {
  const [, list = ""] = /<details class="findings".*?<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  return list.split("</li>").flatMap((item) => (item === "" ? [] : item.replace(/<[^>]*>/g, "|")));
}

describe("the page of who reaches whom", () => {
  it("lists what the engine finds, with its place and a hint, open where something is surely wrong", () => {
    const own = networkFrom(readFileSync(UNUSED, "utf8"));
    const index = indexTopology(topologyOf(own), destinations);
    const page = renderReachPage([{ name: own.name, index, network: own }]);
    expect(page).toContain('<details class="findings" open>');
    expect(findingsOn(page)).toContainEqual(
      expect.stringMatching(
        /^\|\|warning\|: .+ \[rule-unused\]\|\|network\.securityGroups\.app\.ingress\.ssh\|\|hint: ./,
      ),
    );
    const note: ReachFinding = {
      ...{ rule: "rule-unused", severity: "note", what: "x", hint: null, facts: [] },
      ...{ place: { kind: "terraform", address: "<img src=x>" }, message: "<b>\u202e" },
    };
    const [list = "", ...others] = pageFindings([note]);
    expect(others).toEqual([]);
    expect(list).toContain('<details class="findings"><summary>Findings: 1</summary>');
    expect(list).toContain("&lt;img src=x&gt;");
    expect(list).not.toMatch(/<img|: <b>|\u202e/);
    expect(pageFindings([])).toEqual([]);
  });

  it("lets nothing count but its own script and style, and loads nothing", () => {
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(nat64) ?? [];
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [, script = ""] = /<script>(.*?)<\/script>/s.exec(nat64) ?? [];
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(nat64) ?? [];
    expect(script).not.toBe("");
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(/);
    expect(nat64.replace(/<script.*?<\/script>/gs, "")).not.toMatch(
      /\b(?:src|href)="(?!#)|\burl\(|@import|\bstyle="/,
    );
  });

  it("has a cell for each pair, with its word, its families and its trace", () => {
    expect(nat64).toContain(
      '<b class="is-blocked">no</b> <span><i class="is-no">IPv6 no</i></span></button></td><td></td>',
    );
    expect(nat64).toContain('<i class="is-yes">NAT64 yes</i>');
    const { traces, texts, hops } = dataOf(nat64);
    const titles = titlesOf(nat64);
    const cells = [...nat64.matchAll(/data-trace="(\d+)"/g)].map(([, index]) => Number(index));
    expect(cells).toEqual(traces.map((_, index) => index));
    expect(titles).toContain("internet app:8080 tcp 8080");
    expect(titles).toContain("app github.com tcp 443");
    const broken = hops.filter(([, passes]) => passes === "no").map(([, , reason]) => texts[reason]);
    expect(broken.join("\n")).toMatch(/aws_security_group\.app/);
  });

  it("gives every hop its reason, its place and the facts with their addresses", () => {
    const { hops, texts, facts } = dataOf(nat64);
    const route = hops.find(
      ([name, , reason]) => texts[name] === "route" && texts[reason]?.includes("64:ff9b::/96"),
    );
    expect(texts[route?.[3] ?? -1]).toBe("network.subnets.app.nat64");
    expect(facts[route?.[4][0] ?? -1]?.[0]).toContain("longest prefix");
    const addresses = facts.flatMap(([, sources]) => sources).filter((source) => source.includes("://"));
    expect(addresses.filter((address) => !/^https:\/\/\S+$/.test(address))).toEqual([]);
  });

  it("keeps hostile names text: none ends a script, opens an element or reorders a line", () => {
    const page = pageOf(topologyOfHosts(HOSTILE_NAMES), HOSTILE_NAMES[0]);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    for (const text of ["<img", "<!--", "\u2028", "\u2029", "\u202e", "\u0000", "\ud800"])
      expect(page).not.toContain(text);
    const titles = titlesOf(page);
    expect(titles).toContain("</script><script>document.title = 'hacked'</script> github.com tcp 443");
    expect(titles).toContain("]]>&lt;\\u{2028}\\u{2029}\\u{202e}back\\x00\\u{d800} github.com tcp 443");
  });

  it("of 100 hosts and 50 destinations is small enough to be sent by mail", () => {
    const many = topologyOfHosts(Array.from({ length: 100 }, (_, n) => `host-${n}`));
    const page = pageOf({ ...many, nodes: many.nodes.map((node) => ({ ...node, listens: [] })) });
    const { traces } = dataOf(page);
    expect(traces.length).toBeGreaterThanOrEqual(100 * destinations.length);
    expect(page.length).toBeLessThan(2_500_000);
  });

  it("says why there is no picture of somebody's Terraform", () => {
    expect(pageOf(topologyOfHosts(["a"]))).toContain(
      "There is no picture of this network: Terraform has no tiers",
    );
  });
});
