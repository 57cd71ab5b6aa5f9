import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isObject } from "../support/json.ts";
import type { Command } from "./measure.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const load = createRequire(import.meta.url);
const AWS_CDK = "aws-cdk-lib@2.276.0";

/**
 * The program that somebody would write by hand with CDKTF for the resources of a stack that Hextet wrote: each is one `new` of its class,
 * and only the classes that are used are loaded. Throws where what it writes is not the same.
 */
export function writtenInCdktf(stackFile: string, folder: string): Command {
  const stack = objectIn(JSON.parse(readFileSync(stackFile, "utf8")));
  const file = join(folder, "written-in-cdktf.cjs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, programOf(stack));
  const command = { args: [file], cwd: folder };
  const { status, stderr } = spawnSync(process.execPath, command.args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const written = objectIn(
    JSON.parse(readFileSync(join(folder, "cdktf.out/stacks/web/cdk.tf.json"), "utf8")),
  );
  if (!isDeepStrictEqual(plain(written["resource"]), plain(stack["resource"])))
    throw new Error("the program in CDKTF writes other resources than Hextet");
  return command;
}

function programOf(stack: Readonly<Record<string, unknown>>): string {
  const resources = Object.entries(objectIn(stack["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).map(([name, body]) => ({ type, name, body: objectIn(body) })),
  );
  const classes = new Map(resources.map(({ type }) => [type, classOf(type)]));
  const loads = [...classes.values()].map(
    ({ name, path }) => `const { ${name} } = require(${JSON.stringify(path)});`,
  );
  const made = resources.map(({ type, name, body }) => {
    const { name: className, lists } = classes.get(type) ?? classOf(type);
    const given = [`${type}_${name}`, configOf(body, lists)].map((one) => JSON.stringify(one));
    return `new ${className}(stack, ${given.join(", ")}).overrideLogicalId(${JSON.stringify(name)});`;
  });
  const cdktf = join(ROOT, "node_modules/cdktf");
  return [
    `const { App, TerraformStack } = require(${JSON.stringify(cdktf)});`,
    `const { AwsProvider } = require(${JSON.stringify(bindings("provider"))});`,
    ...loads,
    "const app = new App();",
    'const stack = new TerraformStack(app, "web");',
    'new AwsProvider(stack, "aws", { region: "eu-west-1" });',
    ...made,
    "app.synth();",
    "",
  ].join("\n");
}

function bindings(name: string): string {
  return join(ROOT, "node_modules/@cdktf/provider-aws/lib", name);
}

/** The class of a resource type, where it is, and which of its arguments are lists of blocks. */
function classOf(type: string) {
  const [, ...words] = type.split("_");
  const path = bindings(words.join("-"));
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const { [name]: made } = load(path) as Record<string, { readonly prototype: object }>;
  if (made === undefined) throw new Error(`no class ${name} in ${path}`);
  const source = String(Reflect.get(made.prototype, "synthesizeAttributes"));
  const lists = new Set([...source.matchAll(/(\w+): cdktf\.listMapper\(/g)].map(([, key = ""]) => key));
  return { name, path, lists };
}

/** Arguments as CDKTF names them; a block that can stand once only is no list there. */
function configOf(
  body: Readonly<Record<string, unknown>>,
  lists: ReadonlySet<string> | null,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [camelCase(key), argumentOf(key, value, lists)]),
  );
}

function argumentOf(key: string, value: unknown, lists: ReadonlySet<string> | null): unknown {
  if (key === "depends_on" && Array.isArray(value)) return value.map((fqn: unknown) => ({ fqn }));
  if (Array.isArray(value) && value.every(isObject)) {
    const blocks = value.map((block) => configOf(block, null));
    return lists === null || lists.has(key) ? blocks : blocks[0];
  }
  return key !== "tags" && isObject(value) ? configOf(value, null) : value;
}

function camelCase(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Without what CDKTF notes of itself, and blocks in one form. */
function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length === 1 && isObject(value[0]) ? plain(value[0]) : value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, one]) => [key, plain(one)]),
  );
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new Error("not an object");
  return value;
}

/** A dual-stack VPC of AWS CDK with as many subnets, synthesized: no hosts, filters, balancers. Downloads the library. */
export function writtenInAwsCdk(folder: string): Command {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", AWS_CDK, "constructs"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  writeFileSync(join(folder, "written-in-aws-cdk.cjs"), AWS_CDK_PROGRAM);
  return { args: ["written-in-aws-cdk.cjs"], cwd: folder };
}

const AWS_CDK_PROGRAM = `const { App, Stack } = require("aws-cdk-lib");
const ec2 = require("aws-cdk-lib/aws-ec2");
const app = new App({ outdir: "cdk.out" });
const stack = new Stack(app, "web");
new ec2.Vpc(stack, "vpc", {
  ipProtocol: ec2.IpProtocol.DUAL_STACK,
  ipAddresses: ec2.IpAddresses.cidr("10.20.0.0/16"),
  maxAzs: 2,
  natGateways: 0,
  subnetConfiguration: [
    { name: "public", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: "app", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
  ],
});
app.synth();
`;
