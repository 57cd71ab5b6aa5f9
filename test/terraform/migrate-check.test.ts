import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { judgePlan } from "../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../src/model/migration/read-plan.ts";
import type { StageId } from "../../src/model/types/migration.ts";
import { cleanEnv } from "../support/run.ts";
import { type CliOptions, terraform } from "../support/terraform-cli.ts";
import { stagesWith } from "../support/terraform-plan.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const HOSTS = "terraform_data.hosts";
const ROUTE = "terraform_data.route";
const input = (before: unknown, after: unknown) => [{ name: "input", before, after }];

/** A migration of resources that Terraform brings itself, so that plans are real and need nobody. */
const stages = stagesWith({
  import: { imports: [{ path: [], address: HOSTS, id: "i-0a1" }] },
  "vpc-address-block": { adds: [{ address: ROUTE, arguments: input(undefined, "::/0") }] },
  "subnet-address-blocks": { changes: [{ address: HOSTS, arguments: input("one", "two") }] },
});

interface Written {
  readonly stage: StageId;
  readonly hosts?: Readonly<Record<string, unknown>> | null;
  readonly route?: boolean;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The configuration of a stage: hosts that are imported, a route, and whatever else. */
function configuration({ stage, hosts = { input: "one" }, route = false, more = {} }: Written) {
  const resources = {
    migration: { input: stage },
    ...(hosts === null ? {} : { hosts }),
    ...(route ? { route: { input: "::/0" } } : {}),
  };
  return { resource: { terraform_data: resources }, ...more };
}

const IMPORTED = { import: [{ to: HOSTS, id: "i-0a1" }] };

describeWithTools("plans of the real Terraform", findTerraform(), (tools) => {
  let folder = "";
  let site: CliOptions;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "hextet-migrate-"));
    site = { tools, folder, scratch: path.join(folder, ".scratch"), env: cleanEnv() };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(written: Written): void {
    writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify(configuration(written)));
  }

  async function apply(written: Written): Promise<void> {
    write(written);
    await terraform(site, ["apply", "-no-color", "-auto-approve"]);
  }

  /** What is said of the plan of a stage: `severity rule: message` each. */
  async function said(written: Written, ...options: readonly string[]): Promise<readonly string[]> {
    write(written);
    await terraform(site, ["plan", "-no-color", "-out=stage.tfplan", ...options]);
    const { stdout } = await terraform(site, ["show", "-json", "stage.tfplan"]);
    const { plan, mistake } = readPlan(Buffer.from(stdout));
    if (plan === null) throw new Error(mistake.message);
    const { findings } = judgePlan(plan, { name: "shop", stage: written.stage, stages });
    return findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  }

  test("a migration goes forwards and back without a word", async () => {
    // Terraform's own resource does not read what it imports, so the first apply fills it in.
    expect(await said({ stage: "import", more: IMPORTED })).toEqual([
      'warning migrate/unannounced-change: terraform_data.hosts changes input, which is not of this move but of "subnet-address-blocks"',
    ]);
    await apply({ stage: "import", more: IMPORTED });
    expect(await said({ stage: "import", more: IMPORTED })).toEqual([]);
    expect(await said({ stage: "vpc-address-block", route: true })).toEqual([]);
    await apply({ stage: "vpc-address-block", route: true });
    expect(await said({ stage: "subnet-address-blocks", route: true, hosts: { input: "two" } })).toEqual([]);
    expect(await said({ stage: "import" })).toEqual([]);
  });

  test("destroying and replacing what was there is found, and so is a stage skipped", async () => {
    await apply({ stage: "import" });
    expect(
      await said({ stage: "vpc-address-block", route: true, hosts: { input: "one", triggers_replace: "x" } }),
    ).toEqual([
      'error migrate/unannounced-replace: terraform_data.hosts would be destroyed and made anew, which is not of this move but of "subnet-address-blocks": forced by triggers_replace',
    ]);
    expect(await said({ stage: "vpc-address-block", route: true }, `-replace=${HOSTS}`)).toEqual([
      expect.stringMatching(/^error migrate\/unannounced-replace: .*: by -replace on the command line$/),
    ]);
    expect(await said({ stage: "subnet-address-blocks", route: true, hosts: { input: "two" } })).toEqual([
      expect.stringMatching(/^error migrate\/stage-skipped: /),
    ]);
    expect(await said({ stage: "vpc-address-block", route: true }, "-destroy")).toEqual([
      'error migrate/plan-of-another-stack: the plan has no migration, the blueprint is at the stage "vpc-address-block"',
    ]);
  });

  test("a line that is lost, and one that is forgotten, are told apart", async () => {
    const extra = {
      resource: { terraform_data: { migration: { input: "import" }, hosts: { input: "one" }, lost: {} } },
    };
    await apply({ stage: "import", more: extra });
    expect(await said({ stage: "import" })).toEqual([
      "error migrate/unannounced-destroy: terraform_data.lost would be destroyed, which no stage announces: it is not in the configuration",
    ]);
    const removed = { removed: [{ from: "terraform_data.lost", lifecycle: { destroy: false } }] };
    expect(await said({ stage: "import", more: removed })).toEqual([
      "warning migrate/unannounced-change: terraform_data.lost leaves Terraform's hands without being destroyed",
    ]);
  });

  test("a moved resource is found", async () => {
    await apply({
      stage: "import",
      hosts: null,
      more: { resource: { terraform_data: { migration: { input: "import" }, old: { input: "one" } } } },
    });
    const moved = { moved: [{ from: "terraform_data.old", to: HOSTS }] };
    expect(await said({ stage: "import", more: moved })).toEqual([
      "warning migrate/unannounced-change: terraform_data.old becomes terraform_data.hosts, which no stage does",
    ]);
  });

  test("a plan of a part is one, with the stage and without it", async () => {
    await apply({ stage: "import" });
    const next: Written = { stage: "vpc-address-block", route: true };
    expect(await said(next, "-target=terraform_data.migration")).toEqual([
      "warning migrate/plan-incomplete: the plan is of a part only: after it is applied there is more to plan",
    ]);
    expect(await said(next, `-target=${ROUTE}`)).toEqual([
      "error migrate/plan-of-another-stack: the plan says nothing of terraform_data.migration",
    ]);
  });

  test("a plan file itself, and a state, are refused", async () => {
    await apply({ stage: "import" });
    await terraform(site, ["plan", "-no-color", "-out=stage.tfplan"]);
    expect(readPlan(readFileSync(path.join(folder, "stage.tfplan"))).mistake?.message).toContain(
      "the plan file itself",
    );
    const state = await terraform(site, ["show", "-json"]);
    expect(readPlan(Buffer.from(state.stdout)).mistake?.message).toContain("this is a state, not a plan");
    const log = await terraform(site, ["plan", "-json"]);
    expect(readPlan(Buffer.from(log.stdout)).mistake?.message).toContain("the log of `terraform plan -json`");
  });
});
