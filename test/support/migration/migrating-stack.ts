import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { judgePlan } from "../../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import type { StageChanges, StageId } from "../../../src/model/types/migration.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { compile } from "../../../src/pipeline.ts";
import type { Emulator } from "../emulator.ts";
import { at, listAt, parseJson } from "../json.ts";
import type { Env, Interrupt } from "../run.ts";
import { STACK_FILE, withoutBackend, writeJson } from "../stack-copy.ts";
import { stageChangesOf } from "../stage-changes.ts";
import { stackJson } from "../synth-json.ts";
import { Workspace } from "../terraform.ts";
import type { Plan } from "../terraform-cli.ts";
import type { TerraformTools } from "../tools.ts";

/** What one move of a stack from stage to stage did. */
export interface Moved {
  /** What the plan would do, such as `create aws_route.public_default-ipv6`. */
  readonly actions: readonly string[];
  /** What `hextet migrate check` says of the plan. */
  readonly findings: readonly string[];
  /** What a second plan would change. */
  readonly left: readonly string[];
}

const TODAY = "2026-11-21";

/** Where a stack is applied, and whether its state lies beside it: then it needs no `init`, which takes seconds. */
interface MigratingSite {
  readonly env: Env;
  readonly emulator: Emulator;
  readonly withoutBackend?: boolean;
}

/** The network of a blueprint; throws its findings when it has errors. */
export function networkOf(blueprint: string): Network {
  const { networks, findings } = compile([{ file: "blueprint.yaml", text: blueprint }], TODAY);
  const [network] = networks;
  if (network !== undefined) return network;
  throw new Error(findings.map(({ rule, message }) => `${message} [${rule}]`).join("\n"));
}

/** A stack with its state, applied to an emulator at one stage of a blueprint after the other. */
export class MigratingStack {
  readonly #workspace: Workspace;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "hextet-migrating-"));
  readonly #stages = new Map<string, readonly StageChanges[]>();
  readonly #withoutBackend: boolean;

  /** `blueprint` is the text at any stage; the state is empty. */
  constructor(tools: TerraformTools, blueprint: string, site: MigratingSite) {
    const { env, emulator } = site;
    this.#withoutBackend = site.withoutBackend === true;
    const network = networkOf(blueprint);
    const stack = path.join(this.#folder, network.name);
    this.#write(stack, network);
    this.#workspace = new Workspace({ tools, stack, env, log: emulator.log });
  }

  #write(folder: string, network: Network): void {
    const json = stackJson(network);
    writeJson(folder, STACK_FILE, this.#withoutBackend ? withoutBackend(json) : json);
  }

  /** `terraform init`. */
  async init(): Promise<void> {
    await this.#workspace.init();
  }

  /** Synthesizes the blueprint and plans it. */
  async plan(blueprint: string): Promise<Plan> {
    this.#write(this.#workspace.folder, networkOf(blueprint));
    return await this.#workspace.plan();
  }

  /** Synthesizes the blueprint, plans, judges the plan, applies it and plans again. */
  async move(blueprint: string): Promise<Moved> {
    const plan = await this.plan(blueprint);
    const findings = this.judge(await plan.json(), networkOf(blueprint));
    await this.#workspace.apply();
    return { actions: plan.actions, findings, left: await (await this.#workspace.plan()).differences() };
  }

  /** What `hextet migrate check` says of a plan. */
  judge(json: unknown, network: Network): readonly string[] {
    const { plan, mistake } = readPlan(new TextEncoder().encode(JSON.stringify(json)));
    if (plan === null) throw new Error(mistake.message);
    const stage: StageId | null = network.migration?.stage ?? null;
    const { findings } = judgePlan(plan, { name: network.name, stage, stages: this.#stagesOf(network) });
    return findings.map(({ rule, severity, message }) => `${severity}: ${message} [${rule}]`);
  }

  /** The same for a network at whatever stage. */
  #stagesOf(network: Network): readonly StageChanges[] {
    const what = JSON.stringify((network.existing?.imports ?? []).map(({ address }) => address));
    const known = this.#stages.get(what) ?? stageChangesOf(network);
    this.#stages.set(what, known);
    return known;
  }

  /** Synthesizes the blueprint and applies it without a plan of its own, until the signal. */
  async interruptedApply(blueprint: string, interrupt: Interrupt): Promise<string> {
    this.#write(this.#workspace.folder, networkOf(blueprint));
    const args = ["apply", "-no-color", "-auto-approve"];
    const { status, stdout } = await this.#workspace.terraform(args, { interrupt, accept: [0, 1] });
    if (status !== -1) throw new Error(`it was not interrupted:\n${stdout}`);
    return stdout;
  }

  /** Makes Terraform forget a resource, as an interrupted apply may. */
  async forget(address: string): Promise<void> {
    await this.#workspace.terraform(["state", "rm", address]);
  }

  /** Empties the file of the state, as a kill does in the moment in which Terraform writes it anew. */
  loseState(): void {
    writeFileSync(this.#stateFile(), "");
  }

  /** Puts the state back that Terraform kept when the last apply began. */
  restoreState(): void {
    copyFileSync(`${this.#stateFile()}.backup`, this.#stateFile());
  }

  #stateFile(): string {
    const { project, folder } = this.#workspace;
    return path.join(project, "terraform.tfstate.d", path.basename(folder), "terraform.tfstate");
  }

  /** The addresses of ids, ARNs and identifiers in the state. */
  names(): ReadonlyMap<string, string> {
    const file = this.#stateFile();
    if (!existsSync(file)) return new Map();
    const resources = listAt(parseJson(readFileSync(file, "utf8"), file), "resources");
    const managed = resources.filter((one) => at(one, "mode") === "managed");
    return new Map(
      managed.flatMap((one) => {
        const address = `${at(one, "type")}.${at(one, "name")}`;
        const attributes = at(one, "instances", 0, "attributes");
        return ["id", "arn", "identifier"].flatMap((key): readonly (readonly [string, string])[] => {
          const value = at(attributes, key);
          return typeof value === "string" ? [[value, address]] : [];
        });
      }),
    );
  }

  /** Destroys what is in the state. */
  async destroy(): Promise<void> {
    await this.#workspace.destroy();
  }

  /** Deletes the files of the stack and of its state. */
  remove(): void {
    this.#workspace.remove();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
