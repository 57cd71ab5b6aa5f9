import { describe, expect, it } from "vitest";
import { commitAll, makeProject } from "./project.ts";

const SHOP = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups:
    web: { ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } } }
    api: {}
compute:
  autoScalingGroups:
    api: { subnets: [public], minSize: 1, maxSize: 1, instanceType: t4g.small, securityGroups: [api] }
  instances:
    api: { subnet: public, zone: a, instanceType: t4g.small, securityGroups: [api] }
    web: { subnet: public, zone: a, instanceType: t4g.small, securityGroups: [web] }
`;
const LATER = SHOP.replaceAll("10.20.", "10.30.")
  .replace("name: shop", "name: later")
  .replace("region", "terraform: { dependsOn: [shpo] }\nregion");

const MISTYPED: readonly (readonly [what: string, args: readonly string[], code: number, message: string])[] =
  [
    ["a command", ["valdiate"], 2, "hextet: unknown command 'valdiate'\n(Did you mean validate?)"],
    ["a source", ["reach", "wbe", "github.com"], 2, 'nothing is called "wbe": did you mean "web"?'],
    [
      "a source that two things are",
      ["reach", "apj", "github.com"],
      2,
      'did you mean "compute.autoScalingGroups.api" or "compute.instances.api"?',
    ],
    ["a destination", ["reach", "web", "githbu.com"], 2, 'did you mean "github.com"?'],
    ["a word for the internet", ["reach", "intrenet", "web:80"], 2, 'did you mean "internet"?'],
    ["a rule", ["explain", "dns64-without-nat64-ruote"], 2, 'did you mean "dns64-without-nat64-route"?'],
    ["a key", ["explain", "network.subnets.app.slto"], 2, 'did you mean "network.subnets.app.slot"?'],
    ["a tier", ["explain", "network.subnets.pulbic.slot"], 2, 'did you mean "network.subnets.public.slot"?'],
    ["an address", ["explain", "aws_subnet.pulbic_a"], 2, 'did you mean "aws_subnet.public_a"?'],
    [
      "a format",
      ["validate", "-f", "srif=x"],
      2,
      'pretty, compact, json, sarif, junit, github, gitlab, markdown. Did you mean "sarif"?',
    ],
    [
      "a format of diff",
      ["diff", "-f", "jsno"],
      2,
      'Allowed choices are pretty, json, markdown. Did you mean "json"?',
    ],
    ["a format of graph", ["graph", "-f", "sgv"], 2, 'Did you mean "svg"?'],
    ["a format of stacks", ["stacks", "-f", "matirx"], 2, 'Did you mean "matrix"?'],
    ["a format of reach", ["reach", "-f", "htlm=x"], 2, 'Did you mean "html"?'],
    ["a format of addresses", ["addresses", "-f", "jsn"], 2, 'Did you mean "json"?'],
    ["a severity", ["validate", "--fail-on", "warnign"], 2, 'Did you mean "warning"?'],
    ["no shell", ["completion"], 2, "hextet: for which shell? bash, zsh, fish"],
    [
      "a blueprint's name",
      ["init", "--name", "Shop_1"],
      2,
      'hextet: --name "Shop_1": a name has up to 32 small letters a to z, digits and hyphens, and begins with a letter; "shop-1" would be one',
    ],
    ["a shell", ["completion", "bsah"], 2, 'Did you mean "bash"?'],
    [
      "a commit",
      ["diff", "mian"],
      1,
      'git knows no commit "mian", and no such folder is there: did you mean "main"?',
    ],
    ["a file", ["validate", "blueprints/shpo.yaml"], 1, 'hint: did you mean "blueprints/shop.yaml"?'],
    [
      "what may be lost",
      ["diff", "--allow", "aws_vpc.mian"],
      0,
      '--allow "aws_vpc.mian" names nothing that is there: did you mean "aws_vpc.main"?',
    ],
    ["a stack that may be lost", ["diff", "--allow", "shpo"], 0, 'did you mean "shop"?'],
    [
      "a stack",
      ["plan", "check", "shpo", "--plan", "x"],
      2,
      'no blueprint makes a stack "shpo": did you mean "shop"?',
    ],
    [
      "a system",
      ["init", "--from", "daul-stack-web"],
      2,
      'there is no system "daul-stack-web": did you mean "dual-stack-web"?',
    ],
    [
      "a host",
      ["lab", "blueprints/shop.yaml", "--from", "wbe", "--", "true"],
      1,
      'there is no host "wbe": did you mean "web"?',
    ],
  ];

/** Far from every name: the names, or where they are listed. */
const FAR: readonly (readonly [args: readonly string[], message: string])[] = [
  [["plan", "check", "elephant", "--plan", "x"], 'no blueprint makes a stack "elephant": known: shop'],
  [["diff", "--allow", "elephant"], "it is `<address>`, `<stack>:<address>` or a stack"],
  [["reach", "web", "elephant"], "`hextet reach` lists the destinations"],
  [["diff", "elephant"], 'git knows no commit "elephant", and no such folder is there\n'],
  [["validate", "-f", "elephant"], "github, gitlab, markdown.\n"],
];

/** Somebody mistypes each kind of name that the command line takes. */
describe("a name that nothing has, and the one that was meant", () => {
  it("is said with the name that is near", async () => {
    const project = makeProject({ "shop.yaml": SHOP });
    await project.hextet("synth");
    await commitAll(project);
    for (const [what, args, code, message] of MISTYPED) {
      const { status, stderr } = await project.hextet(...args);
      expect.soft([what, stderr, status]).toEqual([what, expect.stringContaining(message), code]);
    }
    for (const [args, message] of FAR) expect.soft((await project.hextet(...args)).stderr).toContain(message);
  });

  it("a stack to wait for", async () => {
    const { status, stderr } = await makeProject({ "shop.yaml": SHOP, "later.yaml": LATER }).hextet("stacks");
    expect([status, stderr]).toEqual([1, expect.stringContaining('hint: did you mean "shop"?')]);
  });
});
