import { basename } from "node:path";
import { expect, test } from "vitest";
import { makeProject, smallBlueprint } from "../cli/project.ts";
import { cleanEnv } from "../support/run.ts";
import { terraform } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const LOCK = "generated/stacks/app/.terraform.lock.hcl";

describeWithTools("terraform providers lock", findTerraform(), (tools) => {
  const { pluginDir, version, executableIn } = tools.provider;

  test("pins the provider by its hash, and hextet leaves the lock file alone", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const site = {
      tools,
      folder: project.path("generated/stacks/app"),
      scratch: project.path("scratch"),
      env: cleanEnv(),
    };
    const run = (args: readonly string[], accept: readonly number[] = [0]) =>
      terraform(site, args, { installed: true, accept });
    const init = ["init", "-backend=false", "-lockfile=readonly", `-plugin-dir=${pluginDir}`];
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    await run(["providers", "lock", `-fs-mirror=${pluginDir}`, `-platform=${basename(executableIn)}`]);

    const lock = project.read(LOCK);
    expect(lock).toContain('provider "registry.terraform.io/hashicorp/aws" {');
    expect(lock).toMatch(new RegExp(`^ {2}version += "${version.replaceAll(".", "\\.")}"$`, "m"));
    expect(lock).toMatch(/^ {2}constraints += ">= 5\.100\.0, < 7\.0\.0"$/m);
    expect(lock.match(/^ {4}"h1:[A-Za-z0-9+/]{43}=",$/gm)).toHaveLength(1);

    expect(await project.hextet("check")).toMatchObject({ status: 0 });
    project.write("blueprints/app.yaml", smallBlueprint("app").replace("10.20.0.0/16", "10.21.0.0/16"));
    expect(await project.hextet("check")).toMatchObject({ status: 4 });
    expect(await project.hextet("synth")).toMatchObject({ status: 0 });
    expect(await project.hextet("check")).toMatchObject({ status: 0 });
    expect(project.read(LOCK)).toBe(lock);

    await run(init);
    project.write(LOCK, lock.replace(/"h1:..../, '"h1:AAAA'));
    const refused = await run(init, [1]);
    expect(refused.stderr).toContain("checksums");
  });
});
