import type { Listener } from "../../model/types/listeners.ts";
import type { LoadBalancer, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { cliQuery, shellQuote } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";

/** The steps that show load balancers and their targets, and call them over IPv6. */
export function balancerSteps(network: Network): readonly RunbookStep[] {
  return [...network.loadBalancers.map(balancerStep), ...network.targetGroups.map(healthStep)];
}

function balancerStep(balancer: LoadBalancer): RunbookStep {
  const { ipAddressType, internal, listeners } = balancer;
  const hasIpv6 = ipAddressType !== "ipv4";
  return step(
    `Load balancer ${balancer.name}`,
    [
      `aws elbv2 describe-load-balancers --names ${shellQuote(balancer.displayName)} ${cliQuery("LoadBalancers[].[State.Code,Scheme,IpAddressType,DNSName]")}`,
      `HOST=$(aws elbv2 describe-load-balancers --names ${shellQuote(balancer.displayName)} --query 'LoadBalancers[0].DNSName' --output text)`,
      ...(hasIpv6 ? ['dig +short AAAA "$HOST"'] : []),
      'dig +short A "$HOST"',
      ...(hasIpv6 ? listeners.map(callOf) : []),
    ],
    [
      say`${"active"}, ${internal ? "internal" : "internet-facing"}, ${ipAddressType}; ` +
        `in ${listed(balancer.subnets)}.`,
      hasIpv6 ? "An AAAA record for each zone." : "No AAAA record: the balancer has IPv4 only.",
      ipAddressType === "dualstack-without-public-ipv4"
        ? "The A records are private addresses: from the internet only IPv6 gets in."
        : "An A record for each zone.",
      ...(internal ? ["Internal: the calls answer inside the VPC only."] : []),
    ],
  );
}

/** A call over IPv6 alone. */
function callOf({ protocol, port }: Listener): string {
  if (protocol === "HTTP" || protocol === "HTTPS") {
    const insecure = protocol === "HTTPS" ? " -k" : "";
    return `curl -6 -sS${insecure} -m 10 -o /dev/null -w '%{http_code} from %{remote_ip}\\n' "${protocol.toLowerCase()}://$HOST:${port}/"`;
  }
  return `nc -6 -z -v -w 5${protocol.startsWith("UDP") ? " -u" : ""} "$HOST" ${port}`;
}

function healthStep(group: TargetGroup): RunbookStep {
  const isIpv6 = group.ipAddressType === "ipv6";
  return step(
    `Target group ${group.name}`,
    [
      `TARGETS=$(aws elbv2 describe-target-groups --query "TargetGroups[?VpcId=='$VPC' && starts_with(TargetGroupName, '${group.namePrefix}')].TargetGroupArn | [0]" --output text)`,
      'aws elbv2 describe-target-health --target-group-arn "$TARGETS" ' +
        `${cliQuery("TargetHealthDescriptions[].[Target.Id,Target.Port,TargetHealth.State,TargetHealth.Reason]")} --output table`,
    ],
    [
      say`Each ${"healthy"}. ${"IpAddressType"} is ${group.ipAddressType}, ${"TargetType"} is ${group.targetType}, the port ${String(group.port)}.`,
      ...(isIpv6 && group.targetType === "instance"
        ? ["A target that stays `unhealthy` or `unused`: has the instance a primary IPv6 address?"]
        : []),
      "`Target.Timeout`: a security group or network ACL between balancer and target, or a server that listens on the other family only.",
    ],
  );
}
