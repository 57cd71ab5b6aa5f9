import { describe, expect, it } from "vitest";
import { at, isObject, textAt } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

/** The name of the managed prefix list that each rule of a security group refers to, through its data source. */
function listsOf(names: readonly string[]): readonly string[] {
  const rules = names.map(
    (name, index) =>
      `{ protocol: tcp, ports: ${4000 + index}, from: { managedPrefixList: ${JSON.stringify(name)} } }`,
  );
  const json = stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: lists
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { public: { addressing: dual-stack, internet: public, slot: 0 } }
  securityGroups: { web: { ingress: { ${rules.map((rule, index) => `r${index}: ${rule}`).join(", ")} } } }
`),
  );
  return names.map((_, index) => {
    const rule = resourceIn(json, `aws_vpc_security_group_ingress_rule.web_r${index}`);
    const [, id = ""] =
      /^\$\{data\.aws_ec2_managed_prefix_list\.([^.]+)\.id\}$/.exec(textAt(rule, "prefix_list_id")) ?? [];
    return textAt(json, "data", "aws_ec2_managed_prefix_list", id, "name");
  });
}

describe("rules that name prefix lists which AWS keeps", () => {
  it.each([
    [["com.amazonaws.eu-west-1.s3"]],
    [["Corp VPN", "corp-vpn", "corp.vpn"]],
    [["日本", "東京", "büro", "2024 offices", "--"]],
    [["list", "!", "?"]],
  ])("refer each to its own: %j", (names) => {
    expect(listsOf(names)).toEqual(names);
  });

  it("share one data source where they name one list", () => {
    const json = stackJson(
      networkFrom(`
apiVersion: hextet/v1
name: lists
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { public: { addressing: dual-stack, internet: public, slot: 0 } }
  securityGroups:
    web: { egress: { s3: { protocol: tcp, ports: 443, to: { managedPrefixList: com.amazonaws.eu-west-1.s3 } } } }
    app: { egress: { s3: { protocol: tcp, ports: 443, to: { managedPrefixList: com.amazonaws.eu-west-1.s3 } } } }
`),
    );
    const lists = at(json, "data", "aws_ec2_managed_prefix_list");
    expect(isObject(lists) && Object.keys(lists)).toEqual(["com-amazonaws-eu-west-1-s3"]);
  });
});
