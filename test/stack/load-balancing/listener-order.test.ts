import { expect, test } from "vitest";
import { networkWith } from "../../model/hosts-blueprint.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

test("a listener waits for the hosts and addresses of the target group it forwards to, and for no others", () => {
  const json = stackJson(
    networkWith(`
compute:
  autoScalingGroups: { web: { instanceType: t4g.small, subnets: [app] }, other: { instanceType: t4g.small, subnets: [app] } }
  instances: { one: { instanceType: t4g.small, subnet: app } }
loadBalancers:
  l:
    type: network
    subnets: [public]
    listeners:
      hosts: { port: 80, protocol: TCP, action: { forwardTo: hosts } }
      single: { port: 81, protocol: TCP, action: { forwardTo: single } }
      empty: { port: 82, protocol: TCP, action: { forwardTo: empty } }
targetGroups:
  hosts: { protocol: TCP, port: 80, targets: { autoScalingGroups: [web] } }
  single: { protocol: TCP, port: 81, targets: { instances: [one] } }
  empty: { protocol: TCP, port: 82 }
`),
  );
  const needs = (id: string) => resourceIn(json, `aws_lb_listener.l_${id}`)["depends_on"];
  expect(needs("hosts")).toEqual(["aws_autoscaling_group.web"]);
  expect(needs("single")).toEqual(["aws_lb_target_group_attachment.single_one"]);
  expect(needs("empty")).toBeUndefined();
});
