import picocolors from "picocolors";
import { expect, test } from "vitest";
import { renderHooks, renderHooksJson } from "../../../src/reports/hooks/hooks-table.ts";

import { at, parseJson } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";

const network = networkFrom(`
apiVersion: hextet/v1
name: split
region: eu-west-1
terraform: { awsProvider: { version: ">= 4.27, < 5.59" }, removed: { target-group-ipv6: [old, older] } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
targetGroups:
  web: { protocol: HTTP, port: 80, ipAddressType: ipv6 }
  inner: { protocol: HTTP, port: 80, ipAddressType: ipv6, targets: { addresses: { one: { address: "2001:db8::1" } } } }
`);
const CONDITIONS = ['target_type = "ip"', 'target_type = "instance"'];

test("a hook whose gaps are decided in different ways says how each is, for what, and what is removed", () => {
  const lines = renderHooks([network], picocolors.createColors(false), Number.POSITIVE_INFINITY)
    .split("\n")
    .map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith("target-group-ipv6  "));
  expect(lines.slice(first, first + 6)).toEqual([
    expect.stringMatching(/^target-group-ipv6 +hook +.*is there since 5\.59\.0, and every allowed/),
    `gap: aws_lb_target_group.ip_address_type with ${CONDITIONS[0]} (closed in 4.27.0): native`,
    `gap: aws_lb_target_group.ip_address_type with ${CONDITIONS[1]} (closed in 5.59.0): hook`,
    "for: web",
    'native: possible with terraform.awsProvider.version ">= 5.59.0, < 6.0"',
    expect.stringMatching(/^target-group-ipv6 +removed +the next apply undoes what it made for old, older$/),
  ]);
});

test("and the JSON has it for each gap", () => {
  const stack = at(parseJson(renderHooksJson([network], []), "hooks"), "stacks", 0);
  const hooks = at(stack, "hooks");
  const [choice] = Array.isArray(hooks) ? hooks.filter((one) => at(one, "id") === "target-group-ipv6") : [];
  expect(choice).toMatchObject({
    state: "hook",
    parts: ["web"],
    nativeFrom: "5.59.0",
    gaps: [
      { condition: CONDITIONS[0], state: "native" },
      { condition: CONDITIONS[1], state: "hook" },
    ],
  });
  expect(at(stack, "removed")).toEqual([{ hook: "target-group-ipv6", names: ["old", "older"] }]);
});
