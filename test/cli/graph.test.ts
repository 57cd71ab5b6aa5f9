import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, smallBlueprint } from "./project.ts";

const two = () => makeProject({ "app.yaml": smallBlueprint("app"), "edge.yaml": smallBlueprint("edge") });

describe("hextet graph", () => {
  it("prints Mermaid in Markdown to stdout, findings to stderr, also of what is good beside an error", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "bad.yaml": "}{" });
    const { status, stdout, stderr } = await project.hextet("graph");
    expect(status).toBe(1);
    expect(stderr).toContain("blueprints/bad.yaml:1:");
    expect(stdout).toMatch(/^## app\n\nFor a test\.\n\n```mermaid\nflowchart LR\n/);
    expect(stdout).toContain('["app_b<br/>10.20.17.0/24<br/>#60;main /56#62;11::/64"]');
  });

  it.each([
    ["edge.svg", /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /],
    ["edge.html", /^<!doctype html>\n/],
    ["edge.md", /^## edge\n/],
  ])("writes %s in the format that its name says, and nothing to stdout", async (file, beginning) => {
    const project = two();
    const { status, stdout } = await project.hextet("graph", "blueprints/edge.yaml", "--output", file);
    expect([status, stdout]).toEqual([0, ""]);
    expect(readFileSync(join(project.folder, file), "utf8")).toMatch(beginning);
  });

  it("draws all networks on one page, in the order of their names", async () => {
    const { status, stdout } = await two().hextet("graph", "-f", "html");
    expect([status, stdout.match(/<figure /g)?.length]).toEqual([0, 2]);
    expect(stdout).toContain('<li><a href="#network-1">app</a></li><li><a href="#network-2">edge</a></li>');
  });

  it("refuses two networks in one SVG, and writes nothing", async () => {
    const { status, stdout, stderr } = await two().hextet("graph", "-f", "svg");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("svg is a picture of one network, and there are 2");
  });

  it("says why a file cannot be written", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.hextet("graph", "-o", "no-folder/app.svg");
    expect(status).toBe(1);
    expect(stderr).toContain("no-folder/app.svg");
    expect(stderr).toContain("[output/unwritable]");
  });
});
