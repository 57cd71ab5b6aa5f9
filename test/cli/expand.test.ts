import { describe, expect, it } from "vitest";
import { makeProject, smallBlueprint } from "./project.ts";

describe("hextet expand", () => {
  it("writes several blueprints as one stream, each a blueprint again", async () => {
    const project = makeProject({ "a.yaml": smallBlueprint("a"), "b.yaml": smallBlueprint("b") });
    const { status, stdout, stderr } = await project.hextet("expand");
    expect([status, stderr]).toEqual([0, ""]);
    const [a = "", b = "", ...more] = stdout.split("---\n");
    expect(more).toEqual([]);
    expect([a, b].map((text) => /^name: (.*)$/m.exec(text)?.[1])).toEqual(["a", "b"]);
    project.write("one/a.yaml", a);
    const again = await project.hextet("expand", "one/a.yaml");
    expect(again.stdout).toBe(a);
  });

  it("shows what is wrong on stderr, and expands what can be read beside it", async () => {
    const project = makeProject({ "a.yaml": "name: [", "b.yaml": smallBlueprint("b") });
    const { status, stdout, stderr } = await project.hextet("expand");
    expect(status).toBe(1);
    expect(stderr).toContain("blueprints/a.yaml:1:");
    expect(stdout).toMatch(/^name: b$/m);
    expect(stdout).not.toContain("---");
  });

  it("keeps an author's text what it is", async () => {
    const hostile = "a # b: ${c} %{d} '\"\\ \u001b[31m \u202e --- *x &y !z";
    const project = makeProject({ "a.yaml": smallBlueprint("a", hostile) });
    const { stdout } = await project.hextet("expand");
    project.write("blueprints/a.yaml", stdout);
    expect((await project.hextet("expand")).stdout).toBe(stdout);
    expect(stdout).not.toContain("\u001b");
  });
});
