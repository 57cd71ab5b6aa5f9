import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsSite, aws, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { listAt, textAt } from "../../support/json.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";

const blueprint = (stackTags: Tags, tags: Tags) => `
apiVersion: hextet/v1
name: hooked
region: ${region}
tags: ${JSON.stringify(stackTags)}
terraform: { hooks: { target-group-ipv6: hook } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
  securityGroups: { ssh: {} }
  instanceConnectEndpoints:
    ssh: { subnet: app, securityGroups: [ssh], ipAddressType: ipv6, tags: ${JSON.stringify(tags)} }
targetGroups:
  web: { protocol: HTTP, port: 80, ipAddressType: ipv6, tags: ${JSON.stringify(tags)} }
`;

type Tags = Readonly<Record<string, string>>;

/** Texts that would make a file in the folder, were they ever read as shell. */
const injections = (folder: string): Tags => {
  const touch = (name: string) => `touch ${folder}/${name}`;
  return {
    substitution: `a$(${touch("substitution")})b`,
    backticks: `a\`${touch("backticks")}\`b`,
    "double quote": `a"; ${touch("double")}; echo "b`,
    "single quote": `a'; ${touch("single")}; echo 'b`,
    newlines: `a\n${touch("newline")}\n\nb`,
    operators: `a && ${touch("and")} || ${touch("or")}; ${touch("semicolon")} & | ${touch("pipe")}`,
    spaces: "  two  spaces  and\ta tab ",
    templates: `\${file("/etc/passwd")} %{ if true }x%{ endif } $\${x} $HOME`,
    backslashes: `\\ \\\\ \\n \\" \\' \\$(${touch("backslash")})`,
    "a file": "file:///etc/passwd",
    "a flag": "--endpoint-url=http://127.0.0.1:1",
    globs: "* ? [a-z] ~ {a,b} !!",
    json: '","Value":"x"},{"Key":"injected","Value":"yes',
    letters: "üñí→𝟙",
  };
};

describeWithTools(
  "apply hooks with text that means something to shells, Terraform and JSON",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), "hextet-injected-"));
      emulator = await startEmulator(python);
      stack = await hookedStack(
        terraform,
        emulator,
        blueprint({ owner: injections(folder)["backticks"] ?? "" }, injections(folder)),
      );
      await stack.workspace.apply();
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    const seen = () => tagsOf({ env: emulator.env, region });

    test("the API has each text as it was written, and none of it was run", async () => {
      const { targetGroup, endpoint } = await seen();
      const owner = injections(folder)["backticks"];
      const own = { owner, "hextet:hook": expect.any(String), Name: expect.any(String) };
      expect(targetGroup).toEqual({ ...injections(folder), ...own });
      expect(endpoint).toEqual({ ...injections(folder), ...own });
      expect(readdirSync(folder)).toEqual([]);
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("so it is where tags change, and where the old ones are taken off", async () => {
      const turned = Object.fromEntries(
        Object.entries(injections(folder)).map(([key, value]) => [key, `x${value}`]),
      );
      stack.edit(blueprint({ owner: turned["substitution"] ?? "" }, { ...turned, newlines: "plain" }));
      await stack.workspace.plan();
      await stack.workspace.apply();
      const { targetGroup, endpoint } = await seen();
      expect(targetGroup).toMatchObject({ ...turned, newlines: "plain", owner: turned["substitution"] });
      expect(endpoint).toMatchObject({ ...turned, newlines: "plain", owner: turned["substitution"] });
      stack.edit(blueprint({}, {}));
      await stack.workspace.plan();
      await stack.workspace.apply();
      const bare = await seen();
      expect(Object.keys(bare.targetGroup).sort()).toEqual(["Name", "hextet:hook"]);
      expect(Object.keys(bare.endpoint).sort()).toEqual(["Name", "hextet:hook"]);
      expect(readdirSync(folder)).toEqual([]);
    });

    test("and where all of it is destroyed", async () => {
      stack.edit(blueprint({}, injections(folder)));
      await stack.workspace.plan();
      await stack.workspace.apply();
      await stack.workspace.destroy();
      expect(readdirSync(folder)).toEqual([]);
    });
  },
);

/** The tags of the one target group and of the one endpoint. */
async function tagsOf(site: AwsSite) {
  const [groups, endpoints] = await aws(site, [
    ["elbv2", "describe_target_groups", {}],
    ["ec2", "describe_instance_connect_endpoints", {}],
  ]);
  const ResourceArns = [textAt(groups, "TargetGroups", 0, "TargetGroupArn")];
  const answer = await awsOne(site, "elbv2", "describe_tags", { ResourceArns });
  const asObject = (tags: readonly unknown[]): Tags =>
    Object.fromEntries(tags.map((tag) => [textAt(tag, "Key"), textAt(tag, "Value")]));
  return {
    targetGroup: asObject(listAt(answer, "TagDescriptions", 0, "Tags")),
    endpoint: asObject(listAt(endpoints, "InstanceConnectEndpoints", 0, "Tags")),
  };
}
