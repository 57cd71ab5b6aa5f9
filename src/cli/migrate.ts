import { hasErrors } from "../base/diagnostic.ts";
import { judgePlan, type PlanJudgement } from "../model/migration/judge-plan.ts";
import { readPlan } from "../model/migration/read-plan.ts";
import type { StageChanges } from "../model/types/migration.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAbout, sortFindings, warningsAsErrors } from "../reports/findings/finding.ts";
import type { UserHook } from "../stack/hooks/user-hook.ts";
import { exitCodeOf, type Options, pathsOr, report, say } from "./commands.ts";
import { type CompiledAt, compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { readPlanFile } from "./read-plan-file.ts";
import { showFindings } from "./show-findings.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import type { Terminal } from "./terminal.ts";

/** `hextet migrate plan`: all stages in advance on stdout; findings go to stderr in either format. */
export async function migratePlan(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { networks, findings, files, userHooks } = await compileAt(pathsOr(paths, options), options.strict);
  const migrating = networks.filter(isMigrating);
  const isNone = migrating.length === 0 && !hasErrors(findings);
  const all = isNone ? [...findings, noMigration(paths[0] ?? options.blueprints)] : findings;
  showFindings(sortFindings(all), terminal);
  if (migrating.length === 0) return exitCodes.findings;
  const reports = await import("../reports/migration/migration-plan.ts");
  const { renderMigrationPlans } = await import("../reports/migration/migration-markdown.ts");
  const changesOf = await stagesOf(userHooks, terminal);
  const plans = migrating.map((network) =>
    reports.migrationPlanOf(network, changesOf(network), {
      blueprint: files.get(network.name) ?? network.name,
      stackFolder: `${options.output}/stacks/${network.name}`,
    }),
  );
  const isJson = options.format === "json";
  terminal.out(isJson ? reports.renderMigrationPlansJson(plans) : renderMigrationPlans(plans));
  return exitCodeOf(all);
}

/** `hextet migrate check`: whether a Terraform plan does what its move from stage to stage announces. */
export async function migrateCheck(
  blueprint: string,
  plan: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  // What is only advice about the blueprint is told by `validate`.
  const compiled = await compileAt([blueprint], false);
  const errors = compiled.findings.filter(({ severity }) => severity === "error");
  const [network] = compiled.networks;
  if (errors.length > 0 || network === undefined) return finish(errors, options, terminal);
  if (compiled.networks.length > 1 || !isMigrating(network))
    return finish([noMigration(blueprint)], options, terminal);
  const {
    name,
    bytes,
    finding: unreadable,
  } = await readPlanFile(plan, {
    command: "migrate check <blueprint>",
    rule: "migrate/not-a-plan",
    wanted: "plan",
  });
  if (bytes === null) return finish([unreadable], options, terminal);
  const { plan: read, mistake } = readPlan(bytes);
  const toFinding = ({ rule, severity, message, hint }: PlanJudgement["findings"][number]): Finding => ({
    ...findingAbout(name, rule, message, hint),
    severity,
  });
  if (read === null) return finish([toFinding(mistake)], options, terminal);
  const judged = judgePlan(read, await plannedMigration(network, compiled, terminal));
  const findings = judged.findings.map(toFinding);
  const exitCode = finish(options.strict ? warningsAsErrors(findings) : findings, options, terminal);
  if (exitCode === exitCodes.clean) say(describe(name, judged), options, terminal);
  return exitCode;
}

async function plannedMigration(network: Network, { userHooks }: CompiledAt, terminal: Terminal) {
  const changesOf = await stagesOf(userHooks, terminal);
  return { name: network.name, stage: network.migration?.stage ?? null, stages: changesOf(network) };
}

/** Building every stage's stack, with CDKTF loaded only now. */
async function stagesOf(userHooks: readonly UserHook[], terminal: Terminal) {
  const { stageChanges } = await import("../stack/stage-changes.ts");
  return (network: Network): readonly StageChanges[] =>
    inTemporaryFolder((folder) =>
      terminal.whileDoing(`building the stages of ${network.name}`, () =>
        stageChanges(network, folder, userHooks),
      ),
    );
}

function isMigrating({ existing, migration }: Network): boolean {
  return existing !== null || migration !== null;
}

function noMigration(path: string): Finding {
  const hint = "name one blueprint with network.vpc.existing; `hextet import` writes a first one";
  return findingAbout(path, "migrate/no-migration", "there is no migration here, or more than one", hint);
}

function finish(findings: readonly Finding[], options: Options, terminal: Terminal): ExitCode {
  report(sortFindings(findings), options, terminal);
  return exitCodeOf(findings);
}

function describe(name: string, { move, findings }: PlanJudgement): string {
  const { from, to } = move ?? { from: null, to: null };
  const way =
    from === to
      ? `stays at ${to ?? "the end of the migration"}`
      : `goes from ${from ?? "nothing"} to ${to ?? "the end"}`;
  const rest =
    findings.length === 0
      ? "nothing that it does not announce"
      : "nothing destroyed that it does not announce";
  return `${name} ${way}: ${rest}`;
}
