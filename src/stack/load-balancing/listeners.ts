import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate/index.js";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import { LbTrustStore } from "@cdktf/provider-aws/lib/lb-trust-store/index.js";
import type { Construct } from "constructs";
import { targetGroupsOf } from "../../model/load-balancing/forwards-of.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Listener, ListenerAction, ListenerRule, RuleConditions } from "../../model/types/listeners.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { authenticateAction } from "./authenticate-action.ts";
import { listenerAction } from "./listener-action.ts";
import type { NeededByLoadBalancers } from "./load-balancers.ts";

/** A listener, and what forwards to each target group: itself or one of its rules. */
interface ListenerMade {
  readonly listener: LbListener;
  readonly forwarders: readonly (readonly [group: string, forwarder: LbListener | LbListenerRule])[];
}

/** Adds a listener with its rules and its further certificates. */
export function addListener(
  scope: Construct,
  made: NeededByLoadBalancers,
  lb: Lb,
  listener: Listener,
  needed: readonly ITerraformDependable[],
): ListenerMade {
  const { id, port, protocol, certificateArn, sslPolicy } = listener;
  const construct = new LbListener(scope, terraformAddress("aws_lb_listener", id), {
    loadBalancerArn: lb.arn,
    port,
    protocol,
    defaultAction: actionsOf(scope, made, listener),
    ...omitNull({ certificateArn, sslPolicy, mutualAuthentication: mutualAuthentication(scope, listener) }),
    ...waitFor([...needed, ...targetsOf(made, listener.action)]),
  });
  for (const certificate of listener.additionalCertificates) {
    new LbListenerCertificate(scope, terraformAddress("aws_lb_listener_certificate", certificate.id), {
      listenerArn: construct.arn,
      certificateArn: certificate.arn,
    });
  }
  const forwarders = [
    ...targetGroupsOf(listener.action).map((group) => [group, construct] as const),
    ...listener.rules.flatMap((rule) => {
      const ofRule = addListenerRule(scope, made, construct, rule);
      return targetGroupsOf(rule.action).map((group) => [group, ofRule] as const);
    }),
  ];
  return { listener: construct, forwarders };
}

function addListenerRule(
  scope: Construct,
  made: NeededByLoadBalancers,
  listener: LbListener,
  rule: ListenerRule,
): LbListenerRule {
  const { id, priority, conditions, action } = rule;
  const construct = new LbListenerRule(scope, terraformAddress("aws_lb_listener_rule", id), {
    listenerArn: listener.arn,
    priority,
    condition: conditionsOf(conditions),
    action: actionsOf(scope, made, rule),
    ...waitFor(targetsOf(made, action)),
  });
  // Younger than the bindings, which ask for `values` in its place.
  if (conditions.ipAddressType !== null)
    construct.addOverride("condition", [{ source_ip: { ip_address_type: conditions.ipAddressType } }]);
  return construct;
}

/** The login, where there is one, and what is done then. */
function actionsOf(scope: Construct, made: NeededByLoadBalancers, one: Listener | ListenerRule) {
  const action = listenerAction(made, one.action);
  if (one.authentication === null) return [action];
  return [
    { ...authenticateAction(scope, one.authentication), order: 1 },
    { ...action, order: 2 },
  ];
}

function conditionsOf({ hosts, paths, headers, query, methods, cidrs }: RuleConditions) {
  const some = <T>(values: readonly T[], condition: object) => (values.length === 0 ? [] : [condition]);
  return [
    ...some(hosts, { hostHeader: { values: hosts } }),
    ...some(paths, { pathPattern: { values: paths } }),
    ...headers.map(({ name, values }) => ({ httpHeader: { httpHeaderName: name, values: [...values] } })),
    ...query.map(({ name, values }) => ({ queryString: values.map((value) => ({ key: name, value })) })),
    ...some(methods, { httpRequestMethod: { values: methods } }),
    ...some(cidrs, { sourceIp: { values: cidrs.map(({ text }) => text) } }),
  ];
}

function mutualAuthentication(scope: Construct, { id, mutualAuthentication: mutual }: Listener) {
  if (mutual === null) return null;
  if (mutual.kind === "passthrough") return { mode: mutual.kind };
  const { trustStore, ignoreClientCertificateExpiry, advertiseTrustStoreCaNames } = mutual;
  return {
    mode: mutual.kind,
    trustStoreArn: trustStore.kind === "existing" ? trustStore.arn : addTrustStore(scope, id, trustStore).arn,
    ignoreClientCertificateExpiry,
    advertiseTrustStoreCaNames: advertiseTrustStoreCaNames ? "on" : "off",
  };
}

interface Bundle {
  readonly displayName: string;
  readonly bucket: string;
  readonly key: string;
  readonly objectVersion: string | null;
}

/** Its name is a tag: a name of its own is there for good, and another would replace it under its listener. */
function addTrustStore(scope: Construct, listener: string, bundle: Bundle): LbTrustStore {
  return new LbTrustStore(scope, terraformAddress("aws_lb_trust_store", listener), {
    tags: withNameTag(bundle.displayName, {}),
    caCertificatesBundleS3Bucket: bundle.bucket,
    caCertificatesBundleS3Key: bundle.key,
    ...omitNull({ caCertificatesBundleS3ObjectVersion: bundle.objectVersion }),
  });
}

/** A listener that is to move to a target group waits for its targets. */
function targetsOf(made: NeededByLoadBalancers, action: ListenerAction): readonly ITerraformDependable[] {
  return targetGroupsOf(action).flatMap((group) => resourceFor(made.targets, group));
}
