import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { makeProject, ROOT } from "./project.ts";

const STATE = readFileSync(new URL("../support/fixtures/web-and-database.state.json", import.meta.url));
const VPC = "vpc-6d3527be7fd9f7352";

function projectWith(state: string | Uint8Array) {
  const project = makeProject();
  project.write("state.json", state);
  return project;
}

/** The state with more resources. */
function stateAnd(...resources: readonly object[]): string {
  const state = JSON.parse(new TextDecoder().decode(STATE));
  const more = resources.map((resource) => ({ mode: "managed", ...resource }));
  state.values.root_module.resources.push(...more);
  return JSON.stringify(state);
}

describe("hextet import", () => {
  test("writes a blueprint that hextet validates and synthesizes", async () => {
    const project = projectWith(STATE);
    const made = await project.hextet("import", "--state", "state.json", "--name", "shop");
    expect(made).toMatchObject({ status: 0 });
    expect(made.stderr).toBe(
      "shop: 39 resources to take over, 2 TODO in the blueprint; valid, 5 warnings; read them with hextet validate\n",
    );
    project.write("blueprints/shop.yaml", made.stdout);
    expect((await project.hextet("validate")).status).toBe(0);
    expect((await project.hextet("synth")).status).toBe(0);
    const stack = JSON.parse(project.read("generated/stacks/shop/cdk.tf.json"));
    expect(stack.import).toContainEqual({ to: "aws_vpc.main", id: VPC });
    expect(stack.import).toHaveLength(39);
  });

  test("writes over no file unless it is told to", async () => {
    const project = projectWith(STATE);
    project.write("shop.yaml", "mine");
    const args = ["import", "--state", "state.json", "--vpc", VPC, "--output", "shop.yaml"];
    const refused = await project.hextet(...args);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(
      "shop.yaml: error: something else stands there (EEXIST) [output/unwritable]",
    );
    expect(project.read("shop.yaml")).toBe("mine");
    expect(await project.hextet(...args, "--force")).toMatchObject({ status: 0, stdout: "" });
    expect(project.read("shop.yaml")).toContain("name: shop-vpc # Shop VPC (vpc-6d3527be7fd9f7352)\n");
    const over = await project.hextet(
      "import",
      "--state",
      "state.json",
      "--output",
      "./state.json",
      "--force",
    );
    expect(over.stderr).toContain("./state.json: error: it is the file that is read [output/unwritable]");
    expect(project.read("state.json")).toBe(new TextDecoder().decode(STATE));
  });

  test("says on stderr and in the blueprint what it does not take up", async () => {
    const address = "module.a.aws_vpc_peering_connection.b";
    const peering = { type: "aws_vpc_peering_connection", address, values: { id: "pcx-02", vpc_id: VPC } };
    const odd = {
      type: "aws_subnet",
      address: "aws_subnet.odd\u001b]0;title",
      values: { id: "subnet-1\n#", vpc_id: VPC },
    };
    const project = projectWith(stateAnd(peering, odd));
    const { stdout, stderr } = await project.hextet("import", "--state", "state.json");
    const line = `aws_vpc_peering_connection pcx-02: ${address}`;
    const oddLine = "aws_subnet aws_subnet.odd ]0;title: its id is none that AWS gives";
    expect(stderr).toContain(`not taken up (2):\n`);
    expect(stderr).toContain(`  ${line}\n`);
    expect(stdout).toContain(`#   ${line}\n`);
    expect(stdout).toContain(`#   ${oddLine}\n`);
    expect(stdout + stderr).not.toContain("\u001b");
  });

  test.each([
    ["no JSON", "{", "the file is not JSON [import/not-a-state]"],
    ["a plan", '{"planned_values":{}}', "it has no values.root_module [import/not-a-state]"],
    [
      "another VPC",
      STATE,
      "the state has no VPC vpc-01 (it has: vpc-6d3527be7fd9f7352) [import/vpc-not-found]",
    ],
  ])("with %s ends with a finding", async (_, state, message) => {
    const refused = await projectWith(state).hextet("import", "--state", "state.json", "--vpc", "vpc-01");
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(`state.json: error: `);
    expect(refused.stderr).toContain(message);
  });

  test("without the file ends with a finding", async () => {
    const refused = await makeProject().hextet("import", "--state", "none.json");
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("none.json: error: there is no such file or folder");
  });

  test.each([
    [[], "what to import? --vpc <id> with --region <region>, or --state <file>"],
    [["--vpc", "vpc-01"], "in which region is vpc-01? --region <region>, or AWS_REGION"],
    [["--vpc", "shop", "--region", "eu-west-1"], 'hextet: --vpc "shop": the id of a VPC is vpc- with'],
    [
      ["--vpc", "vpc-01", "--region", "eu west 1"],
      'hextet: --region "eu west 1": a region is written such as eu-west-1',
    ],
    [
      ["--state", "a.json", "--name", "My Shop"],
      'hextet: --name "My Shop": a name has up to 32 small letters a to z, digits and hyphens, and begins with a letter; "my-shop" would be one',
    ],
  ])("with the command line %j says what is wrong with it", async (args, message) => {
    const refused = await makeProject().hextet("import", ...args);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain(message);
  });

  test("without credentials says so, and asks for nothing", async () => {
    const env = {
      AWS_ACCESS_KEY_ID: "",
      AWS_SECRET_ACCESS_KEY: "",
      AWS_PROFILE: "",
      AWS_CONFIG_FILE: "none",
      AWS_SHARED_CREDENTIALS_FILE: "none",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    const refused = await makeProject().hextetWith(env, "import", "--vpc", "vpc-01", "--region", "eu-west-1");
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("[import/no-credentials]");
    expect(refused.stderr).not.toContain("NodeVersionSupportWarning");
  });

  test.each([
    [401, "AuthFailure", "no valid AWS credentials (AuthFailure): said the server [import/no-credentials]"],
    [
      400,
      "RequestExpired",
      "no valid AWS credentials (RequestExpired): said the server [import/no-credentials]",
    ],
    [400, "InvalidVpcID.NotFound", "there is no VPC vpc-01 in eu-west-1 [import/vpc-not-found]"],
    [400, "Unheard", "ec2:DescribeVpcs failed: said the server (Unheard) [import/aws-failed]"],
    [
      503,
      "RequestLimitExceeded",
      "AWS throttles ec2:DescribeVpcs: too many requests (RequestLimitExceeded) [import/throttled]",
    ],
  ])("says what an answer %i %s of AWS means", async (status, code, message) => {
    const refused = await importFrom(await serveError(status, code));
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(`vpc-01: error: ${message}`);
  });

  test("says all rights that are missing at once, with the policy to ask for", async () => {
    const refused = await importFrom(await serveError(403, "UnauthorizedOperation"));
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(
      /^vpc-01: error: AWS refuses 44 rights \(autoscaling:DescribeAutoScalingGroups, ec2:.*\): said the server \[import\/access-denied\]$/m,
    );
    const policy = JSON.parse(refused.stderr.slice(refused.stderr.indexOf("\n{")));
    expect(policy.Statement).toEqual([{ Effect: "Allow", Action: RIGHTS, Resource: "*" }]);
  });

  test("takes no page of a proxy for an answer", async () => {
    const refused = await importFrom(
      await serve(200, "text/html; charset=utf-8", "<html>Please log in</html>"),
    );
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(
      "ec2:DescribeVpcs failed: what answered is not AWS (text/html): a proxy? [import/aws-failed]",
    );
  });

  test.each([
    [503, "text/html", "<html>down</html>", "what answered is not AWS (503, text/html): a proxy?"],
    [407, "text/html; charset=x", "<html>log in", "what answered is not AWS (407, text/html): a proxy?"],
    [302, "text/plain", "", "what answered is not AWS (302, text/plain): a proxy?"],
    [
      400,
      "application/json",
      '{"message":"no"}',
      "what answered is not AWS (400, application/json): a proxy?",
    ],
    [200, "text/xml", "<DescribeVpcsResponse><vpcSet><item>", "the answer of AWS ended before its end"],
  ])("says what an answer %i %s is, in no words of the SDK", async (status, type, body, message) => {
    const refused = await importFrom(await serve(status, type, body));
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(
      `vpc-01: error: ec2:DescribeVpcs failed: ${message} [import/aws-failed]`,
    );
    expect(refused.stderr).not.toMatch(/unknown|deserialization|@aws-sdk/i);
  });

  test("says that a connection was cut, and that an endpoint is none", async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect((await importFrom(`http://127.0.0.1:${port}`)).stderr).toContain(
      "ec2:DescribeVpcs failed: the connection was cut (ECONNRESET) [import/aws-failed]",
    );
    for (const wrong of ["not a url", "ftp://127.0.0.1"])
      expect((await importFrom(wrong)).stderr).toContain(
        `vpc-01: error: AWS_ENDPOINT_URL is no address of a server, such as http://localhost:5000: "${wrong}" [import/aws-failed]`,
      );
  });

  test("waits for no answer for ever", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", await serve(0, "", ""));
    vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
    vi.stubEnv("AWS_MAX_ATTEMPTS", "1");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { readAwsVpc } = await import("../../src/cli/import/read-aws-vpc.ts");
    let said = "";
    const { finding } = await readAwsVpc(
      { vpcId: "vpc-01", region: "eu-west-1" },
      {
        err: (text) => {
          said += text;
        },
      },
      { answerWithin: 200, wordsAfter: 20 },
    );
    expect(finding).toMatchObject({
      rule: "import/aws-failed",
      message: "ec2:DescribeVpcs failed: nobody answered in time, each time it was asked (TimeoutError)",
      hint: expect.stringMatching(
        /^AWS_ENDPOINT_URL leads the requests to http:\/\/127\.0\.0\.1:\d+: is that meant\?$/,
      ),
    });
    expect(said).toContain("still waiting for DescribeVpcs (0 s)\n");
  });

  test("asks AWS for the ids that a state does not hold", async () => {
    const inside = JSON.parse(new TextDecoder().decode(STATE));
    const { resources } = inside.values.root_module;
    const isRule = ({ type }: { type: string }) => /^aws_vpc_security_group_\w+_rule$/.test(type);
    const [group] = resources.filter(({ type }: { type: string }) => type === "aws_security_group");
    const block = { protocol: "tcp", from_port: 8443, to_port: 8443, cidr_blocks: ["0.0.0.0/0"] };
    group.values.ingress = [block];
    inside.values.root_module.resources = resources.filter(
      (one: { type: string; values: { security_group_id?: string } }) =>
        !(isRule(one) && one.values.security_group_id === group.values.id),
    );
    const project = projectWith(JSON.stringify(inside));
    const unknown = await project.hextet("import", "--state", "state.json");
    expect(unknown.stderr).toContain(`1 rule of security group ${group.values.name}: aws ec2 describe`);
    const rule = `<item><securityGroupRuleId>sgr-77</securityGroupRuleId><groupId>${group.values.id}</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>8443</fromPort><toPort>8443</toPort><cidrIpv4>0.0.0.0/0</cidrIpv4></item>`;
    const answer = `<DescribeSecurityGroupRulesResponse><securityGroupRuleSet>${rule}</securityGroupRuleSet></DescribeSecurityGroupRulesResponse>`;
    const env = {
      AWS_ENDPOINT_URL: await serve(200, "text/xml", answer),
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    };
    const known = await project.hextetWith(env, "import", "--state", "state.json", "--region", "eu-west-1");
    expect(known.status).toBe(0);
    expect(known.stdout).toMatch(/aws_vpc_security_group_ingress_rule\.\S+: sgr-77\n/);
    expect(known.stderr).not.toContain("without a known id");
  });

  test("says that nobody answers", async () => {
    const refused = await importFrom("http://127.0.0.1:1");
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(
      "vpc-01: error: ec2:DescribeVpcs failed: 127.0.0.1:1: nobody answers there (ECONNREFUSED) [import/aws-failed]",
    );
  });

  test("asks nothing of AWS for a file that cannot be written", async () => {
    const project = makeProject();
    project.write("shop.yaml", "mine");
    for (const [output, words] of [
      ["shop.yaml", "shop.yaml: error: something else stands there (EEXIST) [output/unwritable]"],
      ["none/shop.yaml", "none/shop.yaml: error: there is no such file or folder"],
    ] as const) {
      const args = ["import", "--vpc", "vpc-01", "--region", "eu-west-1", "--output", output];
      const refused = await project.hextetWith({ AWS_ENDPOINT_URL: "http://127.0.0.1:1" }, ...args);
      expect(refused).toMatchObject({ status: 1, stdout: "" });
      expect(refused.stderr).toContain(words);
      expect(refused.stderr).not.toContain("reading");
    }
  });

  test("takes the region of the environment", async () => {
    const env = { ...SERVED, AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_REGION: "eu-south-2" };
    const refused = await makeProject().hextetWith(env, "import", "--vpc", "vpc-01");
    expect(refused.stderr).toContain("reading vpc-01 in eu-south-2\n");
  });

  test("reads a state from standard input", async () => {
    const project = projectWith(STATE);
    const piped = `cat state.json | "${process.execPath}" "${ROOT}src/hextet.js" import --state - --name shop`;
    const made = await project.command("sh", ["-c", piped]);
    expect([made.status, made.stdout.includes("name: shop # ")]).toEqual([0, true]);
    const none = await project.command("sh", ["-c", piped.replace("state.json", "/dev/null")]);
    expect(none.stderr).toContain("<stdin>: error: the file is not JSON [import/not-a-state]");
  });
});

const SERVED = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_MAX_ATTEMPTS: "1" };

/** All rights that `docs/migration.md` names. */
const RIGHTS = [
  ...new Set(
    readFileSync(new URL("../../docs/migration.md", import.meta.url), "utf8").match(
      /(?:autoscaling|ec2|elasticache|elasticloadbalancing|rds|redshift|route53):(?:Describe|Get|List)\w+/g,
    ),
  ),
].sort();

function importFrom(url: string) {
  const env = { ...SERVED, AWS_ENDPOINT_URL: url };
  return makeProject().hextetWith(env, "import", "--vpc", "vpc-01", "--region", "eu-west-1");
}

/** A server that refuses everything as EC2 does, and as Route 53 does at its paths; it ends with the test. */
function serveError(status: number, code: string): Promise<string> {
  const error = `<Error><Code>${code}</Code><Message>said the server</Message></Error>`;
  const body = `<Response><Errors>${error}</Errors><RequestID>1</RequestID></Response>`;
  return serve(status, "text/xml", body, `<ErrorResponse>${error}</ErrorResponse>`);
}

/** A server that gives one answer to everything, and none where the status is 0; it ends with the test. */
async function serve(status: number, type: string, body: string, ofRoute53 = body): Promise<string> {
  const server = createServer(({ url = "" }, answer) => {
    if (status === 0) return;
    answer.writeHead(status, { "content-type": type });
    answer.end(url.startsWith("/2013-04-01/") ? ofRoute53 : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
