import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseJson } from "./json.ts";
import type { Env } from "./run.ts";
import { copyStack, providerOverride, readStack, type StackCopy, writeJson } from "./stack-copy.ts";
import {
  type CliOptions,
  type CommandOptions,
  type Plan,
  plan,
  type TerraformDiagnostic,
  terraform,
  validate,
} from "./terraform-cli.ts";
import type { TerraformTools } from "./tools.ts";

/** What a workspace is made of. */
export interface WorkspaceOptions {
  readonly tools: TerraformTools;
  /** The folder of a stack, with its `cdk.tf.json`; only read. */
  readonly stack: string;
  /** The environment of an emulator's account: nothing else may be applied to. */
  readonly env: Env;
  /** What to add to the error of a failing command, such as the emulator's `log`. */
  readonly log?: () => string;
  /** The project of other workspaces, whose states lie beside this one's; a new one when not given. */
  readonly project?: string;
  /** False: a configuration with types that Hextet does not know (see `withLastingProvider`). */
  readonly lasting?: boolean;
}

/** How `init` treats the backend. */
export interface InitOptions {
  /** Settings given as `-backend-config`; `"scratch"` keeps the state in a file of the workspace instead. */
  readonly backend?: Readonly<Record<string, string>> | "scratch";
}

/**
 * A stack in a temporary project, with its own state, to init, plan, apply and destroy against an emulator. The stack's
 * JSON stays as it is; what the emulator needs is said in an override file.
 */
export class Workspace {
  readonly #copy: StackCopy;
  readonly #site: CliOptions;
  readonly #planFile: string;
  readonly #log: () => string;

  constructor(options: WorkspaceOptions) {
    if (options.env["AWS_ENDPOINT_URL"] === undefined)
      throw new Error("a workspace needs an emulator's environment");
    this.#copy = copyStack(options.stack, options.project);
    const scratch = path.join(this.#copy.project, "scratch", this.#copy.name);
    const { tools, env, lasting = true } = options;
    this.#site = { tools, folder: this.#copy.folder, scratch, env, lasting };
    this.#log = options.log ?? (() => "");
    this.#planFile = path.join(scratch, "plan");
    // An answer 500 (not implemented in the emulator) is retried 25 times, which looks like a hang of many minutes;
    // a few tries outlast a connection that a busy machine cuts short.
    this.override("emulator", providerOverride(readStack(this.#copy.folder), { max_retries: 4 }));
  }

  /** The temporary project around the stack; a relative state path of `../../../x` lands in it. */
  get project(): string {
    return this.#copy.project;
  }

  /** The folder of the stack's copy. */
  get folder(): string {
    return this.#copy.folder;
  }

  /** Adds `<name>_override.tf.json`, which Terraform merges over the stack's JSON. */
  override(name: string, json: unknown): void {
    writeJson(this.folder, `${name}_override.tf.json`, json);
  }

  /** `terraform init` with the real provider of the plugin folder: versions are resolved, checksums taken. */
  async init(options: InitOptions = {}): Promise<void> {
    const { backend = {} } = options;
    if (backend === "scratch") {
      const state = path.join(this.#site.scratch, "terraform.tfstate");
      this.override("backend", { terraform: { backend: { local: { path: state } } } });
    }
    const settings = backend === "scratch" ? [] : Object.entries(backend);
    const backendConfig = settings.map(([name, value]) => `-backend-config=${name}=${value}`);
    const pluginDir = `-plugin-dir=${this.#site.tools.provider.pluginDir}`;
    await this.terraform(["init", "-no-color", pluginDir, ...backendConfig], { installed: true });
  }

  /** What `terraform validate` has against the stack; needs no `init`. */
  async validate(): Promise<readonly TerraformDiagnostic[]> {
    return await validate(this.#site);
  }

  /** Plans, and keeps the plan for the next `apply`. */
  async plan(): Promise<Plan> {
    return await this.#explained(() => plan(this.#site, this.#planFile));
  }

  /** Applies the plan made last, or makes one. */
  async apply(): Promise<void> {
    const planned = existsSync(this.#planFile) ? [this.#planFile] : [];
    try {
      await this.terraform(["apply", "-no-color", "-auto-approve", ...planned]);
    } finally {
      rmSync(this.#planFile, { force: true });
    }
  }

  /** Destroys everything; throws when something stays in the state. */
  async destroy(): Promise<void> {
    await this.terraform(["destroy", "-no-color", "-auto-approve"]);
    const left = await this.addresses();
    if (left.length > 0) throw new Error(`terraform destroy left ${left.join(", ")}`);
  }

  /** The state as `terraform show -json` tells it. */
  async show(): Promise<unknown> {
    return parseJson((await this.terraform(["show", "-json"])).stdout, "the state");
  }

  /** The addresses of everything in the state, such as `aws_vpc.main`. */
  async addresses(): Promise<readonly string[]> {
    const { stdout } = await this.terraform(["state", "list"]);
    return stdout.split("\n").filter((line) => line !== "");
  }

  /** Runs any other command of terraform in the stack's copy. */
  async terraform(args: readonly string[], options?: CommandOptions) {
    return await this.#explained(() => terraform(this.#site, args, options));
  }

  async #explained<T>(command: () => Promise<T>): Promise<T> {
    try {
      return await command();
    } catch (error) {
      const log = this.#log();
      throw log === "" ? error : new Error(`${String(error)}\n--- log of the emulator\n${log}`);
    }
  }

  /** Deletes the temporary project. */
  remove(): void {
    this.#copy.remove();
  }
}
