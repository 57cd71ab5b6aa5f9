import { loadBalancerTypes, RECOMMENDED_SECURITY_POLICY } from "../../aws/load-balancing.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  LoadBalancer as WrittenBalancer,
  Listener as WrittenListener,
  ListenerRule as WrittenRule,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, readCidr, sortedEntries } from "../context.ts";
import { awsStackName, loadBalancerName } from "../names.ts";
import type {
  Listener,
  ListenerRule,
  MutualAuthentication,
  NamedValues,
  RuleConditions,
} from "../types/listeners.ts";
import { normaliseAction } from "./listener-actions.ts";
import { normaliseAuthentication } from "./listener-authentication.ts";

/** The listeners of a load balancer, sorted by name; those that forward to an unknown target group are left out. */
export function normaliseListeners(
  context: Context,
  blueprint: Blueprint,
  balancer: string,
  { listeners }: WrittenBalancer,
  balancerPath: Path,
): readonly Listener[] {
  return present(
    sortedEntries(listeners).map(([name, written]): Listener | null => {
      const path = [...balancerPath, "listeners", name];
      const action = normaliseAction(context, blueprint, written.action, [...path, "action"]);
      if (action === null) return null;
      const { port, protocol, certificateArn = null } = written;
      const id = `${balancer}_${name}`;
      return {
        ...{ id, name, path, port, protocol, certificateArn, action },
        additionalCertificates: sortedEntries(written.additionalCertificateArns).map(([own, arn]) => ({
          id: `${id}_${own}`,
          path: [...path, "additionalCertificateArns", own],
          arn,
        })),
        sslPolicy: written.sslPolicy ?? defaultSecurityPolicy(protocol),
        mutualAuthentication: normaliseMutual(
          written,
          loadBalancerName(awsStackName(blueprint), `${balancer}-${name}`),
        ),
        authentication: normaliseAuthentication(written.authenticate, id, [...path, "authenticate"]),
        rules: normaliseRules(context, blueprint, id, written, path),
      };
    }),
  );
}

/** AWS's own default for a listener that says nothing is a policy with TLS 1.0. */
function defaultSecurityPolicy(protocol: string): string | null {
  const encrypted: readonly string[] = Object.values(loadBalancerTypes).flatMap(
    ({ certificateProtocols }) => certificateProtocols,
  );
  return encrypted.includes(protocol) ? RECOMMENDED_SECURITY_POLICY : null;
}

function normaliseMutual(
  { mutualAuthentication }: WrittenListener,
  ownName: string,
): MutualAuthentication | null {
  if (mutualAuthentication === undefined) return null;
  const { verify } = mutualAuthentication;
  if (verify === undefined) return { kind: "passthrough" };
  const { trustStore, ignoreClientCertificateExpiry, advertiseTrustStoreCaNames } = verify;
  const { caCertificatesBundle: bundle } = trustStore;
  const options = { ignoreClientCertificateExpiry, advertiseTrustStoreCaNames };
  if (bundle === undefined)
    return { kind: "verify", trustStore: { kind: "existing", arn: trustStore.arn ?? "" }, ...options };
  const { bucket, key, objectVersion = null } = bundle;
  return {
    kind: "verify",
    trustStore: { kind: "bundle", displayName: ownName, bucket, key, objectVersion },
    ...options,
  };
}

/** A rule that forwards to an unknown target group is reported and left out. */
function normaliseRules(
  context: Context,
  blueprint: Blueprint,
  listener: string,
  { rules }: WrittenListener,
  listenerPath: Path,
): readonly ListenerRule[] {
  return present(
    sortedEntries(rules).map(([name, written]): ListenerRule | null => {
      const path = [...listenerPath, "rules", name];
      const action = normaliseAction(context, blueprint, written.action, [...path, "action"]);
      if (action === null) return null;
      const id = `${listener}_${name}`;
      const conditions = normaliseConditions(context, written, path);
      const authentication = normaliseAuthentication(written.authenticate, id, [...path, "authenticate"]);
      return { id, name, path, priority: written.priority, conditions, authentication, action };
    }),
  );
}

function normaliseConditions(context: Context, written: WrittenRule, path: Path): RuleConditions {
  const cidrs = written.sourceIp?.cidrs ?? [];
  return {
    hosts: written.hostHeader ?? [],
    paths: written.pathPattern ?? [],
    headers: namedValues(written.httpHeader),
    query: namedValues(written.queryString),
    methods: written.httpRequestMethod ?? [],
    cidrs: present(
      cidrs.map((text, index) => readCidr(context, text, [...path, "sourceIp", "cidrs", index], "any")),
    ),
    ipAddressType: written.sourceIp?.ipAddressType ?? null,
  };
}

function namedValues(written: Readonly<Record<string, readonly string[]>> = {}): readonly NamedValues[] {
  return sortedEntries(written).map(([name, values]) => ({ name, values }));
}
