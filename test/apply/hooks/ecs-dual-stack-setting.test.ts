import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsSite, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { hookedStack } from "../../support/hooked-stack.ts";
import { at, textAt } from "../../support/json.ts";
import { type Env, run } from "../../support/run.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";

const blueprint = (inRegion: string, hooks: string) => `
apiVersion: hextet/v1
name: hooked
region: ${inRegion}
terraform: { hooks: ${hooks} }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
ecs:
  clusters: { main: {} }
  taskDefinitions:
    web: { containers: { web: { image: "123456789012.dkr-ecr.eu-west-1.on.aws/web:1" } } }
  services:
    web: { cluster: main, taskDefinition: web, capacity: { fargate: {} }, subnets: [app] }
`;
const HOOK = "{ ecs-dual-stack-setting: hook }";

describeWithTools(
  "apply hook ecs-dual-stack-setting",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;

    beforeAll(async () => {
      emulator = await startEmulator(python);
    });
    afterAll(() => emulator?.stop());

    const setting = async (env: Env, inRegion = region) => {
      const asked = { name: "dualStackIPv6", effectiveSettings: true };
      const answer = await awsOne({ env, region: inRegion }, "ecs", "list_account_settings", asked);
      return textAt(answer, "settings", 0, "value");
    };

    test("enabled before the service is made, found so by the second plan, and left so when destroyed", async () => {
      const env = emulator.account(1);
      const { workspace } = await hookedStack(terraform, emulator, blueprint(region, HOOK), env);
      expect(await setting(env)).toBe("disabled");
      await workspace.apply();
      expect(await setting(env)).toBe("enabled");
      const service = JSON.parse(JSON.stringify(await workspace.show()));
      expect(dependenciesOf(service, "aws_ecs_service.web")).toContain(
        "terraform_data.ecs_dual_stack_setting",
      );
      expect((await workspace.plan()).actions).toEqual([]);
      await workspace.destroy();
      expect(await setting(env)).toBe("enabled");
      workspace.remove();
    });

    test("the API shows the same as after the AWS CLI's own call", async () => {
      const byHook = { env: emulator.account(5), region };
      const byCli = { env: emulator.account(6), region };
      const settings = async (site: AwsSite) => {
        const answer = await awsOne(site, "ecs", "list_account_settings", { effectiveSettings: true });
        const own = await awsOne(site, "ecs", "list_account_settings", {});
        // The account is in the principal's ARN.
        return JSON.parse(JSON.stringify({ answer, own }).replace(/:iam::\d+:/g, ":iam::"));
      };
      expect(await settings(byHook)).toEqual(await settings(byCli));
      const { workspace } = await hookedStack(terraform, emulator, blueprint(region, HOOK), byHook.env);
      const target = "-target=terraform_data.ecs_dual_stack_setting";
      await workspace.terraform(["apply", "-no-color", "-auto-approve", target]);
      workspace.remove();
      expect(await settings(byHook)).not.toEqual(await settings(byCli));
      const args = ["ecs", "put-account-setting-default", "--name", "dualStackIPv6", "--value", "enabled"];
      await run("aws", args, { env: { ...byCli.env, AWS_DEFAULT_REGION: region }, timeout: 240_000 });
      expect(await settings(byHook)).toEqual(await settings(byCli));
      expect(await setting(byHook.env)).toBe("enabled");
    });

    test("another region is another setting: the step is replaced there", async () => {
      const env = emulator.account(2);
      const stack = await hookedStack(terraform, emulator, blueprint(region, HOOK), env);
      const target = "-target=terraform_data.ecs_dual_stack_setting";
      const apply = () => stack.workspace.terraform(["apply", "-no-color", "-auto-approve", target]);
      await apply();
      stack.edit(blueprint("eu-central-1", HOOK));
      expect(await setting(env, "eu-central-1")).toBe("disabled");
      expect((await apply()).stdout).toContain("must be replaced");
      expect(await setting(env, "eu-central-1")).toBe("enabled");
      stack.workspace.remove();
    });

    test("refused where the one who runs Terraform has disabled it for itself, and done once that is gone", async () => {
      const env = emulator.account(3);
      const site = { env, region };
      await awsOne(site, "ecs", "put_account_setting", { name: "dualStackIPv6", value: "disabled" });
      const { workspace } = await hookedStack(terraform, emulator, blueprint(region, HOOK), env);
      const target = "-target=terraform_data.ecs_dual_stack_setting";
      const apply = () => workspace.terraform(["apply", "-no-color", "-auto-approve", target]);
      await expect(apply()).rejects.toThrow("aws ecs delete-account-setting --name dualStackIPv6");
      await awsOne(site, "ecs", "delete_account_setting", { name: "dualStackIPv6" });
      await apply();
      expect(await setting(env)).toBe("enabled");
      workspace.remove();
    });

    test("without being asked for, the account is left alone; the provider's own argument is still refused", async () => {
      const env = emulator.account(4);
      const untouched = await hookedStack(terraform, emulator, blueprint(region, "{}"), env);
      const plan = await untouched.workspace.plan();
      expect(plan.actions.join()).not.toContain("dual_stack");
      untouched.edit(blueprint(region, "{ ecs-dual-stack-setting: native }"));
      const [refusal] = await untouched.workspace.validate();
      expect(refusal).toMatchObject({ severity: "error" });
      expect(JSON.stringify(refusal)).toContain("dualStackIPv6");
      untouched.workspace.remove();
    });
  },
);

function dependenciesOf(state: unknown, address: string): unknown {
  const resources = at(state, "values", "root_module", "resources");
  const found = Array.isArray(resources)
    ? resources.find((one) => at(one, "address") === address)
    : undefined;
  return at(found, "depends_on");
}
