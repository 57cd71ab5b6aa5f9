import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { type Contexts, evaluated, fillIn, isWanted } from "./github-expressions.ts";
import { at, isObject, listAt } from "./json.ts";
import { type Env, run } from "./run.ts";

/** The pull request that a workflow runs for, and the machine. */
export interface PullRequest {
  /** The repository's folder, with both branches. */
  readonly repository: string;
  readonly branch: string;
  /** A folder for what the run leaves. */
  readonly scratch: string;
  /** From a fork GitHub gives no right to write, and no variables are other. */
  readonly isFork: boolean;
  /** Variables of the repository. */
  readonly vars: Readonly<Record<string, string>>;
  /** What every shell gets; `PATH` finds a stand-in for `gh`. */
  readonly env: Env;
  /** What a role of AWS gives to the steps behind it. */
  readonly credentials: Env;
}

/** What a run left. */
export interface WorkflowRun {
  readonly results: Readonly<Record<string, string>>;
  /** Workflow commands on stdout, which GitHub turns into annotations. */
  readonly annotations: readonly string[];
  readonly summary: string;
  /** What each job wrote, by its id. */
  readonly logs: Readonly<Record<string, string>>;
  /** Texts of the SARIF files that were uploaded. */
  readonly sarif: readonly string[];
}

const NUMBER = 7;
const MERGE = `refs/pull/${NUMBER}/merge`;
const REPOSITORY = "acme/network";

/** What a job has while it runs. */
interface Job {
  readonly folder: string;
  readonly workspace: string;
  readonly contexts: Contexts;
  readonly outputs: Record<string, Record<string, string>>;
  env: Env;
  failed: boolean;
  log: string;
}

/** Runs a workflow as GitHub would for a pull request: jobs in order, each in a checkout of its own, every step of a shell. */
export class GithubRun {
  readonly #pull: PullRequest;
  readonly #artifacts: string;
  readonly #results: Record<string, string> = {};
  readonly #needs: Record<string, { result: string; outputs: Record<string, string> }> = {};
  readonly #logs: Record<string, string> = {};
  readonly #sarif: string[] = [];
  #summary = "";

  private constructor(pull: PullRequest) {
    this.#pull = pull;
    this.#artifacts = join(mkdtempSync(join(pull.scratch, "run-")), "artifacts");
  }

  /** Runs the workflow file; throws at what this stand-in for GitHub does not know. */
  static async of(workflow: string, pull: PullRequest): Promise<WorkflowRun> {
    const one = new GithubRun(pull);
    await one.#makeMerge();
    const jobs: Readonly<Record<string, unknown>> = Object(at(parse(workflow), "jobs"));
    // A job stands behind those that it needs.
    for (const [id, job] of Object.entries(jobs)) await one.#runJob(id, job);
    const lines = Object.values(one.#logs).join("").split("\n");
    return {
      results: one.#results,
      annotations: lines.filter((line) => /^::(error|warning|notice) /.test(line)),
      summary: one.#summary,
      logs: one.#logs,
      sarif: one.#sarif,
    };
  }

  async #git(...args: readonly string[]): Promise<string> {
    const { repository, env } = this.#pull;
    return (await run("git", args, { cwd: repository, env, timeout: 240_000 })).stdout.trim();
  }

  /** What GitHub checks out for a pull request. */
  async #makeMerge(): Promise<void> {
    const { branch } = this.#pull;
    const tree = await this.#git("merge-tree", "--write-tree", "main", branch);
    const who = ["-c", "user.name=GitHub", "-c", "user.email=noreply@github.com"];
    const parents = ["-p", "main", "-p", branch];
    const commit = await this.#git(...who, "commit-tree", tree, ...parents, "-m", "merge");
    await this.#git("update-ref", MERGE, commit);
  }

  #contexts(): Contexts {
    const { isFork, branch, vars, scratch } = this.#pull;
    return {
      github: {
        event_name: "pull_request",
        repository: REPOSITORY,
        head_ref: branch,
        sha: "0",
        token: isFork ? "read-only" : "token",
        workspace: scratch,
        event: {
          pull_request: {
            number: NUMBER,
            head: { repo: { full_name: isFork ? "stranger/network" : REPOSITORY } },
          },
        },
      },
      vars,
      needs: this.#needs,
    };
  }

  async #runJob(id: string, job: unknown): Promise<void> {
    const needs = [at(job, "needs") ?? []].flat().map(String);
    const failed = needs.some((one) => this.#results[one] !== "success");
    if (!isWanted(at(job, "if"), this.#contexts(), { failed })) {
      this.#results[id] = "skipped";
      return;
    }
    const matrix = at(job, "strategy", "matrix");
    const entries =
      matrix === undefined ? [{}] : listAt(evaluated(matrix, this.#contexts()), "include").map(Object);
    const ran: Job[] = [];
    for (const entry of entries) ran.push(await this.#runOnce(id, job, entry));
    this.#results[id] = ran.some((one) => one.failed) ? "failure" : "success";
    const outputs = Object.entries(Object(at(job, "outputs"))).map(([name, text]) => [
      name,
      ran.map((one) => fillIn(text, { ...one.contexts, steps: stepsOf(one) })).join(""),
    ]);
    this.#needs[id] = { result: this.#results[id] ?? "", outputs: Object.fromEntries(outputs) };
  }

  async #runOnce(id: string, definition: unknown, matrix: object): Promise<Job> {
    const folder = mkdtempSync(join(this.#pull.scratch, `${id}-`));
    const workspace = join(folder, "workspace");
    const temp = join(folder, "temp");
    for (const one of [workspace, temp]) mkdirSync(one);
    const contexts = { ...this.#contexts(), matrix, runner: { temp } };
    const job: Job = { folder, workspace, contexts, outputs: {}, env: {}, failed: false, log: "" };
    job.env = { ...this.#pull.env, ...filled(at(definition, "env"), contexts) };
    for (const step of listAt(definition, "steps")) {
      const around = { ...contexts, steps: stepsOf(job) };
      if (!isWanted(at(step, "if"), around, job)) continue;
      const uses = at(step, "uses");
      if (typeof uses === "string") await this.#use(uses, at(step, "with"), job, around);
      else await this.#shell(step, job, around);
    }
    this.#logs[id] = (this.#logs[id] ?? "") + job.log;
    return job;
  }

  async #shell(step: unknown, job: Job, contexts: Contexts): Promise<void> {
    const [script, output, summary] = ["script", "output", "summary"].map((name) => join(job.folder, name));
    if (script === undefined || output === undefined || summary === undefined) throw new Error("no files");
    writeFileSync(script, fillIn(at(step, "run"), contexts));
    for (const file of [output, summary]) writeFileSync(file, "");
    const ran = await run("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: job.workspace,
      env: {
        ...job.env,
        ...filled(at(step, "env"), contexts),
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: join(job.folder, "temp"),
      },
      timeout: 2_400_000,
      accept: Array.from({ length: 256 }, (_, code) => code),
    });
    job.log += `${ran.stdout}${ran.stderr}`;
    this.#summary += readFileSync(summary, "utf8");
    if (ran.status !== 0) job.failed = true;
    const id = at(step, "id");
    const pairs = readFileSync(output, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    if (typeof id === "string")
      job.outputs[id] = Object.fromEntries(
        pairs.map((line) => [line.split("=")[0] ?? "", line.slice(line.indexOf("=") + 1)]),
      );
  }

  async #use(uses: string, inputs: unknown, job: Job, contexts: Contexts): Promise<void> {
    const [action = ""] = uses.split("@");
    const input = (name: string) => fillIn(at(inputs, name), contexts);
    const artifact = join(this.#artifacts, input("name") || "none");
    switch (action) {
      case "actions/checkout": {
        const depth = input("fetch-depth") || "1";
        const options = { cwd: job.workspace, env: this.#pull.env, timeout: 240_000 };
        await run("git", ["init", "-q"], options);
        const from = `file://${this.#pull.repository}`;
        await run("git", ["fetch", "-q", `--depth=${depth}`, from, MERGE], options);
        await run("git", ["checkout", "-q", "FETCH_HEAD"], options);
        return;
      }
      case "actions/setup-node":
      case "hashicorp/setup-terraform":
        return;
      case "aws-actions/configure-aws-credentials":
        job.env = { ...job.env, ...this.#pull.credentials };
        return;
      case "actions/upload-artifact": {
        mkdirSync(artifact, { recursive: true });
        for (const path of input("path").trim().split("\n"))
          if (existsSync(path)) cpSync(path, join(artifact, basename(path)));
        return;
      }
      case "actions/download-artifact":
        cpSync(artifact, join(job.workspace, input("path")), { recursive: true });
        return;
      case "github/codeql-action/upload-sarif":
        this.#sarif.push(readFileSync(join(job.workspace, input("sarif_file")), "utf8"));
        return;
      default:
        throw new Error(`what ${action} does is not known here`);
    }
  }
}

function stepsOf({ outputs }: Job) {
  return Object.fromEntries(Object.entries(outputs).map(([id, one]) => [id, { outputs: one }]));
}

function filled(env: unknown, contexts: Contexts): Env {
  if (!isObject(env)) return {};
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fillIn(text, contexts)]));
}
