import { cpSync } from "node:fs";
import path from "node:path";
import { cleanEnv } from "./run.ts";
import { emptyProject, writeJson } from "./stack-copy.ts";
import { plan, terraform } from "./terraform-cli.ts";
import type { TerraformTools } from "./tools.ts";

const NOBODY = {
  AWS_ACCESS_KEY_ID: "offline",
  AWS_SECRET_ACCESS_KEY: "offline",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1", // a call that slips through is refused at once
};

const PROVIDER = {
  region: "eu-west-1",
  max_retries: 1,
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

/** Plans a folder of Terraform with modules in it, from nothing and without network: what `terraform show -json` writes. */
export async function planOfModule(tools: TerraformTools, folder: string): Promise<unknown> {
  const copy = emptyProject(path.basename(folder));
  try {
    cpSync(folder, copy.folder, { recursive: true });
    writeJson(copy.folder, "provider.tf.json", { provider: { aws: [PROVIDER] } });
    const scratch = path.join(copy.project, "scratch");
    const site = { tools, folder: copy.folder, scratch, env: { ...cleanEnv(), ...NOBODY } };
    await terraform(site, ["get", "-no-color"]);
    const planned = await plan(site, path.join(scratch, "plan"), ["-refresh=false"]);
    return await planned.json();
  } finally {
    copy.remove();
  }
}
