import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { makeProject, ROOT } from "./project.ts";

const EDGE = `apiVersion: hextet/v1
name: edge
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 1 }
    pub: { addressing: dual-stack, internet: public, slot: 0 }
  natGateways: { main: { subnet: pub, perZone: true } }
  securityGroups:
    app: { ingress: { http: { protocol: tcp, ports: 8080, from: { securityGroup: lb } } } }
    lb: { ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } } }
compute:
  autoScalingGroups: { app: { subnets: [app], instanceType: t4g.small, securityGroups: [app] } }
loadBalancers:
  web:
    { type: application, subnets: [pub], securityGroups: [lb], listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: app } } } }
targetGroups: { app: { protocol: HTTP, port: 8080, ipAddressType: ipv6, targets: { autoScalingGroups: [app] } } }
`;

const BLUEPRINT = "blueprints/edge.yaml";
const edge = (more = "") => makeProject({ "edge.yaml": EDGE + more });

describe("hextet reach", () => {
  it.each([60, 120])("shows who reaches whom in %i columns", async (columns) => {
    const { status, stdout, stderr } = await edge().hextetWith({ COLUMNS: `${columns}` }, "reach");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([]);
    expect(stdout).toMatch(/^ +internet +app +web$/m);
    expect(stdout).toMatch(/^app:8080 +no +yes$/m);
    expect(stdout).toMatch(/^web:80 +yes /m);
    expect(stdout).toMatch(/^github\.com +yes$/m);
  });

  it("ends with a command that says why an answer is not yes, which can be typed as it is", async () => {
    const project = edge();
    const { stdout } = await project.hextet("reach", BLUEPRINT);
    const unsure = stdout.match(/ \?(?= |$)/gm)?.length;
    const [, count, command = ""] =
      /\n\n(\d+) answers are "\?"\. Why, for one of them \(with --trace hop by hop\):\n {2}hextet (.*)\n$/.exec(
        stdout,
      ) ?? [];
    expect(command).toMatch(/^reach blueprints\/edge\.yaml app \S+$/);
    expect(Number(count)).toBe(unsure);
    const why = await project.hextet(...command.split(" "));
    expect([why.status, why.stdout]).toEqual([0, expect.stringMatching(/^edge: app to .*\n {2}\?\n {2}\S/)]);
    writeFileSync(join(project.folder, "an empty state.json"), '{"format_version":"1.0"}');
    const none = await project.hextet("reach", "--plan", "an empty state.json");
    expect(none.stdout).not.toContain("Why");
    expect(none.stdout).toMatch(/^an empty state\.json: who reaches whom\n/);
  });

  it("answers for one pair, in short and hop by hop", async () => {
    const short = await edge().hextet("reach", BLUEPRINT, "app", "github.com");
    expect([short.status, short.stdout]).toEqual([0, "edge: app to github.com, tcp 443\n  yes\n"]);
    const whole = await edge().hextet("reach", BLUEPRINT, "app", "github.com", "--trace");
    expect(whole.status).toBe(0);
    for (const hop of ["DNS", "security group, out", "route", "gateway"])
      expect(whole.stdout).toMatch(new RegExp(`^  \\+ (back: )?${hop}: `, "m"));
    expect(whole.stdout).toContain("network.subnets.app.nat64");
    expect(whole.stdout).toContain("checked on 20");
  });

  it("says where a connection breaks", async () => {
    const { status, stdout } = await edge().hextet("reach", "internet", "app:8080");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^edge: internet to app:8080, tcp 8080\n {2}no\n {2}\S/);
  });

  it.each([[["reach"]], [["reach", "app", "github.com", "--trace"]]])(
    "%j as JSON is what docs/reach.schema.json says",
    async (args) => {
      const { status, stdout } = await edge().hextet(...args, "-f", "json");
      expect(status).toBe(0);
      const schema: unknown = JSON.parse(readFileSync(`${ROOT}docs/reach.schema.json`, "utf8"));
      if (typeof schema !== "object" || schema === null) throw new Error("no schema");
      const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
      isValid(JSON.parse(stdout));
      expect(isValid.errors ?? []).toEqual([]);
    },
  );

  it("writes Markdown for a pull request", async () => {
    const { status, stdout } = await edge().hextet("reach", "-f", "markdown");
    expect(status).toBe(0);
    expect(stdout).toContain("### edge in eu-west-1: who reaches whom");
    expect(stdout).toContain("| `web:80` | yes |");
  });

  it("writes a page of all paths, or of one, to a file or to stdout", async () => {
    const project = edge();
    const { status, stdout, stderr } = await project.hextet("reach", BLUEPRINT, "-f", "html=reach.html");
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    const page = readFileSync(join(project.folder, "reach.html"), "utf8");
    expect(page).toContain("<title>edge: who reaches whom</title>");
    const one = await project.hextet("reach", BLUEPRINT, "app", "github.com", "-f", "html");
    expect(one.status).toBe(0);
    expect(one.stdout.match(/data-trace=/g)).toHaveLength(1);
    const lost = await project.hextet("reach", "-f", "html=there-is-no/folder.html");
    expect([lost.status, lost.stdout]).toEqual([1, ""]);
    expect(lost.stderr).toContain("[output/unwritable]");
  });

  it("follows packets of a blueprint whose expectation fails, and exits as validate does", async () => {
    const project = edge("expect: { app: { notReachedFrom: [web] } }\n");
    const { status, stdout, stderr } = await project.hextet("reach", BLUEPRINT, "web", "app:8080");
    expect(status).toBe(1);
    expect(stderr).toContain("[expectation-not-met]");
    expect(stdout).toContain("  yes");
  });
});

describe("hextet reach with a mistake", () => {
  it.each([
    [["ap", "github.com"], 'nothing is called "ap": did you mean "app"?'],
    [["app", "gihub.com"], 'nothing is called "gihub.com": did you mean "github.com"?'],
    [["github.com", "app:8080"], 'nothing is called "github.com"'],
    [["web", "lb:80"], 'nothing is called "lb"'],
    [["app"], 'from "app" to whom? Name both ends, or none'],
    [["app", "pypi", "more"], "too many words"],
    [["-f", "xml"], "Allowed choices are pretty, json, markdown, html."],
    [["-f", "html="], "There is no file behind the equals sign."],
    [["-f", "pretty=reach.txt"], "pretty is for the terminal, and for no file."],
    [["--trace"], "--trace of which connection? Name both ends"],
  ])("%j says what is wrong, and exits with 2", async (args, message) => {
    const { status, stdout, stderr } = await edge().hextet("reach", BLUEPRINT, ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  it("names what has two names", async () => {
    const twice = EDGE.replace(
      "  autoScalingGroups:",
      "  instances: { web: { subnet: app, zone: a, instanceType: t4g.small } }\n  autoScalingGroups:",
    );
    const project = makeProject({ "edge.yaml": twice });
    const { status, stderr } = await project.hextet("reach", "web", "pypi");
    expect(status).toBe(2);
    expect(stderr).toContain("write compute.instances.web or loadBalancers.web");
  });

  it("says a warning once, on a terminal among what it lists, and with --strict among the errors", async () => {
    const text = readFileSync(join(ROOT, "test/rules/rule-unused/bad.yaml"), "utf8");
    const project = makeProject({ "sample.yaml": text });
    const count = (all: string) => all.split("[rule-unused]").length - 1;
    const listed = await project.hextet("reach");
    expect([listed.status, count(listed.stderr), count(listed.stdout)]).toEqual([0, 0, 2]);
    const pair = await project.hextet("reach", "app", "six:443");
    expect([pair.status, count(pair.stderr), count(pair.stdout)]).toEqual([0, 2, 0]);
    // What a file or another program reads is whole, and so is what people read beside it.
    const markdown = await project.hextet("reach", "-f", "markdown");
    expect(count(markdown.stderr)).toBe(2);
    const strict = await project.hextet("reach", "--strict");
    expect([strict.status, count(strict.stderr)]).toEqual([1, 2]);
  });

  it("shows the findings of a blueprint that cannot be read", async () => {
    const { status, stdout, stderr } = await makeProject({ "bad.yaml": "}{" }).hextet("reach");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("blueprints/bad.yaml:1:");
  });
});

describe("hextet reach --plan", () => {
  it("says what is wrong with what is no plan, and shows an empty state", async () => {
    const project = edge();
    writeFileSync(join(project.folder, "plan.json"), "[]");
    writeFileSync(join(project.folder, "state.json"), '{"format_version":"1.0"}');
    const bad = await project.hextet("reach", "--plan", "plan.json");
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain("this is no JSON object [reach/not-a-plan]");
    expect((await project.hextet("reach", "--plan", "state.json")).status).toBe(0);
    expect((await project.hextet("reach", "--plan", "none.json")).status).toBe(1);
  });
});
