import { expect, test } from "vitest";
import {
  endpointWords,
  missingCredentials,
  whoseCredentials,
} from "../../src/cli/import/environment-words.ts";
import { makeProject } from "./project.ts";

const NONE = {
  AWS_ACCESS_KEY_ID: "",
  AWS_SECRET_ACCESS_KEY: "",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SHARED_CREDENTIALS_FILE: "none",
};

test("the profile and its command are named, in no words of the SDK", async () => {
  const project = makeProject();
  project.write(
    "config",
    "[profile shop]\ncredential_process = /no/such/command --now\nregion = eu-west-1\n[profile web]\nweb_identity_token_file = /no/such/token\nrole_arn = arn:aws:iam::123456789012:role/shop\n",
  );
  const importWith = (profile: string) =>
    project.hextetWith(
      { ...NONE, AWS_CONFIG_FILE: "config", AWS_PROFILE: profile },
      "import",
      "--vpc",
      "vpc-01",
      "--region",
      "eu-west-1",
    );
  const failed = await importWith("shop");
  expect(failed.stderr).toContain(
    "vpc-01: error: no AWS credentials: the credential_process of profile shop gave none: /no/such/command [import/no-credentials]",
  );
  const web = await importWith("web");
  expect(web.stderr).toContain(
    "vpc-01: error: no AWS credentials: profile web names the file /no/such/token, which cannot be read [import/no-credentials]",
  );
  const missing = await importWith("other");
  expect(missing.stderr).toContain(
    "vpc-01: error: no AWS credentials: there is no profile other (AWS_PROFILE) [import/no-credentials]",
  );
});

test("keys, single sign-on and endpoints are named", () => {
  const sso = { name: "shop", isWritten: true, command: null, isSingleSignOn: true };
  expect(missingCredentials(sso)).toEqual({
    message: "no AWS credentials: the single sign-on of profile shop has ended",
    hint: "aws sso login --profile shop",
  });
  expect(whoseCredentials({ AWS_ACCESS_KEY_ID: "AKIA" }, sso)).toBe(
    "they are those of the keys in AWS_ACCESS_KEY_ID; see what `aws sts get-caller-identity` says",
  );
  expect(endpointWords({ AWS_ENDPOINT_URL_RDS: "", AWS_ENDPOINT_URL_EC2: "http://proxy" })).toBe(
    "AWS_ENDPOINT_URL_EC2 leads the requests to http://proxy: is that meant?",
  );
  expect(endpointWords({})).toBeNull();
});
