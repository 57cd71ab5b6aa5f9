import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { onTerminal } from "../support/on-terminal.ts";
import { makeProject, ROOT } from "./project.ts";

const STATE = `${ROOT}test/support/fixtures/web-and-database.state.json`;
const COMMAND = [`${ROOT}src/hextet.js`, "import", "--state", STATE, "--interactive"];

describe("hextet import --interactive", () => {
  it("asks, asks again where an answer is none, and writes what was said", async () => {
    const project = makeProject();
    const answers = ["My Shop", "shop", "", "", "", "2001:db8::/33x", "2001:db8:20::/48"];
    const shown = await onTerminal(120, project.folder, COMMAND, answers);
    expect(shown).toContain('the name "My Shop": a name has up to 32 small letters');
    expect(shown).toContain("Which IPv6 block is behind 203.0.113.123/32 (webserversg.ingress.ssh)?");
    expect(shown).toContain("2001:db8::/33x is no IPv6 block, such as 2001:db8:20::/48");
    expect(shown).toContain("shop: 39 resources to take over, 0 TODO in the blueprint; valid, ");
    const text = project.read("shop.yaml");
    expect(text).toContain('          from: { cidrIpv6: "2001:db8:20::/48" }\n');
    expect(text).toContain("include: { shop.ids.include.yaml: [network.vpc.existing] }\n");
    expect((await project.hextet("validate", "shop.yaml")).status).toBe(0);
  });

  it("writes nothing when it is interrupted", async () => {
    const project = makeProject();
    const shown = await onTerminal(120, project.folder, COMMAND, ["shop", "", "\u0003"]);
    expect(shown).toContain("interrupted; nothing was written");
    expect(readdirSync(project.folder)).toEqual([]);
  });

  it("asks nobody where there is no terminal", async () => {
    const project = makeProject();
    const { status, stdout, stderr } = await project.hextet(...COMMAND.slice(1));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(
      "there is nobody to ask: standard input or output is no terminal [import/not-interactive]",
    );
  });
});
