import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  ListenerAuthentication,
  OidcAuthentication,
  ClientSecret as WrittenSecret,
} from "../../blueprint/blueprint.generated.ts";
import type { Authentication, ClientSecret, IdentityProvider } from "../types/listeners.ts";

/** How users log in before the action of a listener, or of a rule, of that logical id. */
export function normaliseAuthentication(
  written: ListenerAuthentication | undefined,
  id: string,
  path: Path,
): Authentication | null {
  if (written === undefined) return null;
  const { oidc, cognito } = written;
  const either = oidc ?? cognito;
  invariant(either !== undefined, "an authentication without a choice passed the schema");
  const { onUnauthenticatedRequest, scope, sessionCookieName, sessionTimeout } = either;
  return {
    path,
    provider: oidc === undefined ? userPoolOf(written) : providerOf(oidc, id),
    ...{ onUnauthenticatedRequest, scope, sessionCookieName, sessionTimeout },
  };
}

function userPoolOf({ cognito }: ListenerAuthentication): IdentityProvider {
  invariant(cognito !== undefined, "an authentication without a choice passed the schema");
  const { userPoolArn, userPoolClientId, userPoolDomain } = cognito;
  return { kind: "cognito", userPoolArn, userPoolClientId, userPoolDomain };
}

function providerOf(written: OidcAuthentication, id: string): IdentityProvider {
  const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId, clientSecret } = written;
  return {
    kind: "oidc",
    ...{ issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId },
    clientSecret: secretOf(clientSecret, `${id}_client_secret`),
  };
}

function secretOf({ parameter, secretsManager }: WrittenSecret, id: string): ClientSecret {
  if (parameter !== undefined) return { kind: "parameter", id, name: parameter };
  invariant(secretsManager !== undefined, "a secret without a choice passed the schema");
  return { kind: "secret", id, secretArn: secretsManager.secretArn, key: secretsManager.key ?? null };
}
