import path from "node:path";
import { at, isObject, parseJson } from "../json.ts";
import { cleanEnv } from "../run.ts";
import { awsProviders, emptyProject, writeJson } from "../stack-copy.ts";
import { terraform, validate } from "../terraform-cli.ts";
import type { TerraformTools } from "../tools.ts";

/** Nobody answers there: what is well formed fails at the first call, and what is not fails before it. */
const OFFLINE = {
  AWS_ACCESS_KEY_ID: "offline",
  AWS_SECRET_ACCESS_KEY: "offline",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_MAX_ATTEMPTS: "1",
  HTTP_PROXY: "http://127.0.0.1:1",
  HTTPS_PROXY: "http://127.0.0.1:1",
};
const S3 = {
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
  max_retries: 0,
};
/** What Terraform says when it has read all and calls, or asks for another release of itself. */
const BEYOND_FORM =
  /giving up after|Unable to list objects|request send failed|Unsupported Terraform Core|profile|Cannot assume IAM Role|unable to resolve|could not connect|dial tcp|proxyconnect/i;

/** What `terraform init` has against the settings of a stack's JSON as they are written: version and backend. */
export async function askSettings(tools: TerraformTools, json: unknown): Promise<readonly string[]> {
  const copy = emptyProject("settings");
  try {
    writeJson(copy.folder, "settings.tf.json", { terraform: settingsIn(json) });
    const site = {
      tools,
      folder: copy.folder,
      scratch: path.join(copy.project, "scratch"),
      env: { ...cleanEnv(), ...OFFLINE },
    };
    const { stdout } = await terraform(site, ["init", "-json", "-input=false"], { accept: [0, 1] });
    const errors = stdout.split("\n").flatMap((line) => errorIn(line));
    return errors.filter((error) => !BEYOND_FORM.test(error));
  } finally {
    copy.remove();
  }
}

/**
 * What the real provider has against the provider blocks of some stacks, at `terraform validate`: an entry for each, empty
 * when nothing is wrong.
 */
export async function askProviderBlocks(
  tools: TerraformTools,
  stacks: readonly Record<string, unknown>[],
): Promise<readonly (readonly string[])[]> {
  const copy = emptyProject("provider-blocks");
  try {
    stacks.forEach((json, index) => {
      const [block] = awsProviders(json);
      writeJson(copy.folder, `p${index}.tf.json`, { provider: { aws: [{ ...block, alias: `p${index}` }] } });
      // A block that no resource uses is not asked about.
      const resource = { aws_eip: { [`p${index}`]: { provider: `aws.p${index}` } } };
      writeJson(copy.folder, `r${index}.tf.json`, { resource });
    });
    const scratch = path.join(copy.project, "scratch");
    const told = await validate({
      tools,
      folder: copy.folder,
      scratch,
      env: { ...cleanEnv(), ...OFFLINE },
    });
    const errors = told.filter(({ severity }) => severity === "error");
    const stray = errors.find(({ file }) => !/^p\d+\.tf\.json$/.test(file));
    if (stray !== undefined) throw new Error(`terraform: ${stray.summary} ${stray.detail}`);
    return stacks.map((_, index) =>
      errors
        .filter(({ file }) => file === `p${index}.tf.json`)
        .map(({ summary, detail }) => `${summary} ${detail}`),
    );
  } finally {
    copy.remove();
  }
}

function settingsIn(json: unknown): unknown {
  const { required_providers: _providers, ...settings } = mapAt(json, "terraform");
  const backend = mapAt(settings, "backend");
  const { s3, ...others } = backend;
  return { ...settings, backend: s3 === undefined ? others : { s3: { ...mapAt(backend, "s3"), ...S3 } } };
}

function mapAt(value: unknown, step: string): Record<string, unknown> {
  const found = at(value, step);
  if (!isObject(found)) throw new Error(`no ${step}`);
  return found;
}

function errorIn(line: string): readonly string[] {
  if (!line.startsWith("{")) return [];
  const told = parseJson(line, "a line of terraform init");
  if (at(told, "@level") !== "error") return [];
  return [`${at(told, "diagnostic", "summary")} ${at(told, "diagnostic", "detail")}`];
}
