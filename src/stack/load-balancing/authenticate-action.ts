import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version/index.js";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter/index.js";
import type { Construct } from "constructs";
import type { Authentication, ClientSecret } from "../../model/types/listeners.ts";
import { quoteForTerraform } from "../escape-templates.ts";

/** The action by which users log in; a secret of it is read where it is kept. */
export function authenticateAction(scope: Construct, authentication: Authentication) {
  const {
    provider,
    onUnauthenticatedRequest,
    scope: claims,
    sessionCookieName,
    sessionTimeout,
  } = authentication;
  const common = { onUnauthenticatedRequest, scope: claims, sessionCookieName, sessionTimeout };
  if (provider.kind === "cognito") {
    const { userPoolArn, userPoolClientId, userPoolDomain } = provider;
    const authenticateCognito = { userPoolArn, userPoolClientId, userPoolDomain, ...common };
    return { type: "authenticate-cognito", authenticateCognito };
  }
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId, clientSecret } = provider;
  return {
    type: "authenticate-oidc",
    authenticateOidc: {
      ...{ issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId },
      clientSecret: readSecret(scope, clientSecret),
      ...common,
    },
  };
}

function readSecret(scope: Construct, secret: ClientSecret): string {
  if (secret.kind === "parameter") {
    const { id, name } = secret;
    return new DataAwsSsmParameter(scope, `data.aws_ssm_parameter.${id}`, { name }).value;
  }
  const address = `data.aws_secretsmanager_secret_version.${secret.id}`;
  const { secretString } = new DataAwsSecretsmanagerSecretVersion(scope, address, {
    secretId: secret.secretArn,
  });
  if (secret.key === null) return secretString;
  // cdktf's own `Fn.lookup` is no use here: a quote in the key would end the key, and the rest of it would be code.
  return `\${jsondecode(${address}.secret_string)["${quoteForTerraform(secret.key)}"]}`;
}
