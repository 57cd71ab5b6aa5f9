import { describe, expect, it } from "vitest";
import { compile } from "../../src/pipeline.ts";

const GOOD = `apiVersion: hextet/v1
name: app
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
`;

/** Findings of a text as `line: message (hint)`. */
function said(text: string): readonly string[] {
  const { findings } = compile([{ file: "app.yaml", text }], "2026-01-01");
  return findings.map(({ span, message, hint }) => `${span?.line}: ${message} (${hint})`);
}

function withPorts(ports: string): string {
  return `${GOOD}  securityGroups:
    db: { ingress: { pg: { protocol: tcp, ports: ${ports}, from: { cidrIpv4: 10.0.0.0/8 } } } }
`;
}

describe("one mistake is one finding, with one hint that is taken", () => {
  it("a merge that is not finished", () => {
    const text = GOOD.replace(
      "region: eu-west-1\n",
      "<<<<<<< HEAD\nregion: a\n=======\nregion: b\n>>>>>>> x\n",
    );
    expect(said(text)).toEqual([
      "3: a merge is not finished: two versions stand between here and line 7 (keep what is right of the two, and delete the lines of <, = and >)",
    ]);
    expect(said(GOOD.replace("name: app\n", "name: app\ndescription: '<<<<<<< is no mark'\n"))).toEqual([]);
  });

  it.each([
    ["everywhere", GOOD.replaceAll("  ", "\t"), 5],
    ["in one line", GOOD.replace("  availabilityZones", "\tavailabilityZones"), 6],
    ["in some lines", GOOD.replace("  subnets", "\tsubnets").replace("    app", "\t\tapp"), 7],
  ])("tabs %s", (_where, text, line) => {
    expect(said(text)).toEqual([
      `${line}: tab in the indentation (indent with spaces, here and in all lines that follow)`,
    ]);
  });

  it("merge keys, however many", () => {
    const text = `x-a: &a { addressing: dual-stack }\n${GOOD.replace("addressing: dual-stack", "<<: *a")}    b: { <<: *a, slot: 2 }\n`;
    expect(said(text)).toEqual([
      '9: the merge key "<<" is not part of YAML 1.2 (repeat the keys wherever it stands, or give the whole value an anchor and an alias)',
    ]);
  });

  it.each([
    ['"5432"', "write 5432"],
    ["5432-5433", "write { from: 5432, to: 5433 }"],
    ['"5432 - 5433"', "write { from: 5432, to: 5433 }"],
    ['"5432:5433"', "write { from: 5432, to: 5433 }"],
    ['"postgres"', "null"],
  ])("ports written %s", (written, hint) => {
    const [finding = "", ...rest] = said(withPorts(written));
    expect([finding.endsWith(`(${hint})`), rest]).toEqual([true, []]);
    if (hint !== "null") expect(said(withPorts(hint.replace("write ", ""))).join()).not.toContain("ports");
  });

  it.each([
    ["10.20.0.0/16", "10.90.0.0/8", "10.90.0.0/16"],
    ["10.20.0.0/16", "10.90.0.1/8", "10.90.0.0/16"],
    ["10.20.0.0/16", "10.90.0.1/30", "10.90.0.0/28"],
    ["10.20.0.0/16", "10.90.0.1/16", "10.90.0.0/16"],
  ])("a block %s written %s", (right, wrong, better) => {
    const [finding = "", ...rest] = said(GOOD.replace(right, wrong)).filter((text) => text.includes(wrong));
    expect([finding.endsWith(`(write "${better}")`), rest]).toEqual([true, []]);
    expect(
      said(GOOD.replace(right, better)).filter((text) => text.includes(better) && text.includes("refused")),
    ).toEqual([]);
  });
});

describe("sections at a wrong level are one finding for all of them", () => {
  const inner = GOOD.slice(GOOD.indexOf("  vpc:"));
  const root = GOOD.slice(0, GOOD.indexOf("network:"));
  const indent = (text: string) => text.replaceAll(/^/gm, "  ").trimEnd();

  it("a section in itself", () => {
    expect(said(`${root}network:\n  network:\n${indent(inner)}\n`)).toEqual([
      '5: what stands in "network" belongs one level up, in network (delete the line "network:" and indent what is in it less)',
    ]);
  });

  it("the whole blueprint in a key", () => {
    expect(said(`blueprint:\n${indent(GOOD)}\n`)).toEqual([
      '1: what stands in "blueprint" belongs one level up, in the blueprint (delete the line "blueprint:" and indent what is in it less)',
    ]);
  });

  it("sections in the one before them", () => {
    const text = GOOD.replace("  vpc: { ipv4Cidr: 10.20.0.0/16 }", "  vpc:\n    ipv4Cidr: 10.20.0.0/16");
    const [head = "", rest = ""] = text.split("  availabilityZones");
    expect(said(`${head}${indent(`  availabilityZones${rest}  securityGroups: {}`)}\n`)).toEqual([
      '7: "availabilityZones", "subnets" and "securityGroups" belong one level up, in network, not in network.vpc (indent less)',
    ]);
    expect(said(`${GOOD}  compute: {}\n  rds: {}\n`)).toEqual([
      '9: "compute" and "rds" belong one level up, in the blueprint, not in network (indent less)',
    ]);
  });

  it("sections beside the one that they belong in", () => {
    expect(said(`${root}${inner.replaceAll(/^ {2}/gm, "")}securityGroups: {}\n`)).toEqual([
      '4: "vpc", "availabilityZones", "subnets" and "securityGroups" belong one level down, in network (write "network:" before them, and indent them more)',
    ]);
  });

  it("but a key that is merely misspelled is told as before", () => {
    expect(said(GOOD.replace("availabilityZones", "availabilityZone"))).toEqual([
      '6: unknown key "availabilityZone" in network (did you mean "availabilityZones"?)',
    ]);
  });
});

describe("what Terraform has and Hextet has not", () => {
  it("a pre-shared key has no place, and is told why", () => {
    const connection = "customerGateway: office, gateway: { virtualPrivateGateway: main }";
    const text = `${GOOD}  customerGateways: { office: { ipAddress: 198.51.100.10 } }
  virtualPrivateGateways: { main: { routePropagation: [app] } }
  vpnConnections: { office: { ${connection}, tunnel1: { presharedKey: secret } } }
`;
    expect(said(text)).toEqual([
      '11: unknown key "presharedKey" in network.vpnConnections.office.tunnel1 (a pre-shared key is no part of a blueprint: AWS makes one for each tunnel, and the configuration that it offers for the device has them)',
    ]);
  });

  const elsewhere =
    "is not part of a blueprint: write it in Terraform beside the blueprint, and name the file in extend.terraform (docs/blueprint.md)";

  it.each(["ecr", "s3", "iam", "wafv2", "cloudfront", "kms", "efs", "sqs", "aws_ecr", "s3Buckets"])(
    "is told for %s instead of another word that is near",
    (key) => {
      expect(said(`${GOOD}${key}: {}\n`)).toEqual([
        `9: unknown key "${key}" in the blueprint ("${key}" ${elsewhere})`,
      ]);
      expect(said(`${GOOD}  ${key}: {}\n`)).toEqual([
        `9: unknown key "${key}" in network ("${key}" ${elsewhere})`,
      ]);
    },
  );
});
