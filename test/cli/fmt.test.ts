import { expect, it } from "vitest";
import { makeProject, smallBlueprint } from "./project.ts";

it("hextet fmt writes what is in another form, and leaves what is no YAML", async () => {
  const good = smallBlueprint("good");
  const project = makeProject({ "good.yaml": good, "odd.yaml": smallBlueprint("odd") });
  await project.hextet("fmt");
  const formatted = project.read("blueprints/odd.yaml");
  project.write("blueprints/odd.yaml", formatted.replace("region: ", "region:    "));
  expect(await project.hextet("fmt", "--check")).toEqual({
    status: 1,
    stdout: "blueprints/odd.yaml\n",
    stderr:
      'hextet: this blueprint is not in the form that "hextet fmt" writes: run it, and commit what it changes.\n',
  });
  expect(await project.hextet("fmt")).toEqual({ status: 0, stdout: "blueprints/odd.yaml\n", stderr: "" });
  expect(project.read("blueprints/odd.yaml")).toBe(formatted);
  expect(await project.hextet("fmt", "--check")).toEqual({ status: 0, stdout: "", stderr: "" });
  project.write("blueprints/odd.yaml", "x-a: [::]\n");
  const refused = await project.hextet("fmt");
  expect(refused).toMatchObject({ status: 1, stdout: "" });
  expect(refused.stderr).toContain("[yaml/unquoted-ipv6]");
  expect(project.read("blueprints/odd.yaml")).toBe("x-a: [::]\n");
});
