import type {
  Blueprint,
  Backend as WrittenBackend,
  AssumeRole as WrittenRole,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, report, sortedEntries } from "../context.ts";
import type { HandOver } from "../types/references.ts";
import type { AssumeRole, Backend, TerraformSettings } from "../types/terraform-settings.ts";

/** The backend is made by one function for each kind; only one of them finds its settings. */
type BackendOf<Kind extends string> = Extract<WrittenBackend, Readonly<Record<Kind, object>>>;

/** Versions, credentials and the place of the state. State inside cdktf's output folder is reported. */
export function normaliseTerraformSettings(context: Context, blueprint: Blueprint): TerraformSettings {
  const { terraform } = blueprint;
  return {
    path: ["terraform"],
    requiredVersion: terraform.requiredVersion,
    awsProviderVersion: terraform.awsProvider.version,
    assumeRole: terraform.assumeRole === undefined ? null : normaliseRole(terraform.assumeRole),
    backend: normaliseBackend(context, blueprint, terraform.backend),
    handOver: normaliseHandOver(blueprint),
    states: normaliseStates(context, blueprint),
    mayDestroy: [...terraform.mayDestroy].sort(),
    dependsOn: terraform.dependsOn,
  };
}

function normaliseHandOver({ name, terraform }: Blueprint): HandOver {
  const parameters = terraform.handOver?.parameters;
  if (parameters === undefined) return { kind: "state" };
  return { kind: "parameters", prefix: parameters.prefix ?? `/hextet/${name}` };
}

/** A local state without a path is reported and left out: Hextet's default is a place for its own. */
function normaliseStates(context: Context, blueprint: Blueprint): TerraformSettings["states"] {
  const states = sortedEntries(blueprint.terraform.states).map(([name, { backend }]) => {
    const { local } = backend;
    if (local === undefined) return { name, backend: normaliseBackend(context, blueprint, backend) };
    if (local.path !== undefined) return { name, backend: { kind: "local", path: local.path } as const };
    const path = ["terraform", "states", name, "backend", "local"];
    const message = `the local state "${name}" has no path`;
    report(context, "model/state-without-path", path, message, "write path, relative to the stack's folder");
    return null;
  });
  return present(states);
}

function normaliseRole({ roleArn, sessionName, externalId }: WrittenRole): AssumeRole {
  return { roleArn, sessionName: sessionName ?? null, externalId: externalId ?? null };
}

function normaliseBackend(context: Context, blueprint: Blueprint, written: WrittenBackend): Backend {
  if (written.local !== undefined) return normaliseLocal(context, blueprint.name, written.local.path);
  if (written.s3 !== undefined) return normaliseS3(written.s3, blueprint.region);
  if (written.remote !== undefined) return { kind: "remote", ...written.remote };
  if (written.cloud !== undefined) {
    return { kind: "cloud", ...written.cloud, project: written.cloud.project ?? null };
  }
  const { lockAddress, unlockAddress } = written.http;
  return {
    kind: "http",
    ...written.http,
    lockAddress: lockAddress ?? null,
    unlockAddress: unlockAddress ?? null,
  };
}

function normaliseS3(written: BackendOf<"s3">["s3"], region: string): Backend {
  return {
    kind: "s3",
    ...written,
    region: written.region ?? region,
    kmsKeyId: written.kmsKeyId ?? null,
    profile: written.profile ?? null,
    roleArn: written.roleArn ?? null,
  };
}

function normaliseLocal(context: Context, stack: string, written: string | undefined): Backend {
  const outside = `../../../terraform.tfstate.d/${stack}/terraform.tfstate`;
  if (written !== undefined && liesInOutputFolder(written)) {
    report(
      context,
      "model/state-in-output-folder",
      ["terraform", "backend", "local", "path"],
      `state at ${JSON.stringify(written)} would lie inside the output folder`,
      `write a path outside it, such as ${JSON.stringify(outside)}`,
    );
  }
  return { kind: "local", path: written ?? outside };
}

/** True when a path relative to `<output>/stacks/<name>` never leaves `<output>`, whatever that is called. */
function liesInOutputFolder(path: string): boolean {
  if (path.startsWith("/")) return false;
  let depth = ["stacks", "<name>"].length;
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    depth += step === ".." ? -1 : 1;
    if (depth < 0) return false;
  }
  return true;
}
