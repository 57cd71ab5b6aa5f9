import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import { left } from "../support/applied-stack.ts";
import type { AwsSite } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import {
  blueprintAt,
  blueprintFromScratch,
  guideBlueprint,
  PLAIN_FOLDER,
} from "../support/migration/guide-network.ts";
import { MigratingStack, type Moved, networkOf } from "../support/migration/migrating-stack.ts";
import { type NetworkFacts, networkFacts } from "../support/migration/network-facts.ts";
import { applyPlain } from "../support/migration/plain-network.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";
import { ADDED_BY_AWS, SHOWN } from "./migration-shown.ts";

const REGION = "eu-west-1";
/** Milliseconds: an apply, its two plans and their judgement on a busy machine. */
const TIMEOUT = 2_400_000;

/** Which stages are taken back once: all of them only when asked for, as each costs a minute or two. */
const TAKEN_BACK: readonly StageId[] =
  process.env["HEXTET_APPLY_ALL"] === "1"
    ? STAGES.slice(1)
    : ["subnet-address-blocks", "security", "instance-addresses"];

/** Stages whose apply is interrupted, once Terraform says so, before it is finished by another. */
const INTERRUPTED = {
  "instance-types": { when: /aws_instance\.web: Modifying/, signal: "SIGINT" },
  "load-balancers": { when: /aws_lb\.front: Modifying/, signal: "SIGKILL" },
} as const;

const MIGRATED = "migrate-web-and-database";

describeWithTools(`apply ${MIGRATED}`, both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let blueprint: string;
  let stack: MigratingStack;
  let scratch: MigratingStack;
  let imports: ReadonlyMap<string, string>;
  let before: NetworkFacts;
  let latest: NetworkFacts;

  const site = (account: number): AwsSite => ({ env: emulator.account(account), region: REGION });
  /** An imported resource that was replaced has an id that nobody knows. */
  const facts = (): Promise<NetworkFacts> => {
    const known = new Set(imports.values());
    const made = new Map([...stack.names()].filter(([, address]) => !known.has(address)));
    return networkFacts(site(1), (id) => imports.get(id) ?? made.get(id) ?? id);
  };
  const withAccount = (account: number) => ({ env: emulator.account(account), emulator });

  beforeAll(async () => {
    emulator = await startEmulator(python);
    const fresh = blueprintFromScratch(guideBlueprint(MIGRATED, (reference) => reference));
    scratch = new MigratingStack(terraform, fresh, withAccount(2));
    const [plain] = await Promise.all([
      applyPlain(terraform, PLAIN_FOLDER, withAccount(1)),
      scratch.init().then(() => scratch.move(fresh)),
    ]);
    blueprint = guideBlueprint(MIGRATED, plain.attributeOf);
    const { existing } = networkOf(blueprint);
    imports = new Map((existing?.imports ?? []).map(({ address, id }) => [id, address]));
    stack = new MigratingStack(terraform, blueprint, withAccount(1));
    await stack.init();
    before = await facts();
    latest = before;
  }, TIMEOUT);
  afterAll(async () => {
    await emulator?.stop();
    stack?.remove();
    scratch?.remove();
  });

  test("begins without any IPv6", () => {
    expect(before.ipv6).toEqual(["aws_instance.database is a m3.large", "aws_instance.web is a t2.medium"]);
    expect(before.ipv4.length).toBeGreaterThan(40);
    expect(
      [...before.ipv4, ...before.given].filter((line) => /\b(subnet|rtb|sg|acl|i|nat)-/.test(line)),
    ).toEqual([]);
  });

  describe.each(STAGES.map((stage, index) => ({ stage, previous: STAGES[index - 1] })))(
    "stage $stage",
    ({ stage, previous }) => {
      const { added, gone = [] } = SHOWN[stage];
      const arrive = async () => expectQuiet(await stack.move(blueprintAt(blueprint, stage)));

      if (stage in INTERRUPTED)
        test(
          "can be interrupted",
          async () => {
            const interrupt = INTERRUPTED[stage as keyof typeof INTERRUPTED];
            const said = await stack.interruptedApply(blueprintAt(blueprint, stage), interrupt);
            expect(said).not.toContain("Apply complete!");
          },
          TIMEOUT,
        );

      test(
        "applies as announced, and brings its part of IPv6 and nothing else",
        async () => {
          await arrive();
          const was = latest;
          latest = await facts();
          expect(without(latest.ipv6, was.ipv6)).toEqual([...added].sort());
          expect(without(was.ipv6, latest.ipv6)).toEqual([...gone].sort());
          expectUntouched(latest, before);
        },
        TIMEOUT,
      );

      if (previous !== undefined && TAKEN_BACK.includes(stage))
        test(
          "can be taken back, and done again",
          async () => {
            expectQuiet(await stack.move(blueprintAt(blueprint, previous)));
            const back = await facts();
            // What AWS added by itself goes with the stage that took it over, and stays when it was not.
            const own = (lines: readonly string[]) => lines.filter((line) => !ADDED_BY_AWS.includes(line));
            expect(own(back.ipv6)).toEqual(own([...without(latest.ipv6, added), ...gone].sort()));
            expectUntouched(back, before);
            await arrive();
            expect(await facts()).toEqual(latest);
          },
          TIMEOUT,
        );
    },
  );

  test(
    "a route that was made and forgotten is taken over by its id",
    async () => {
      const last = "ipv6-only-subnets";
      const route = "aws_route.public_default-ipv6";
      await stack.forget(route);
      await expect(stack.move(blueprintAt(blueprint, last))).rejects.toThrow("RouteAlreadyExists");
      const table = [...imports].find(([, address]) => address === "aws_route_table.public")?.[0];
      expectQuiet(await stack.move(blueprintAt(blueprint, last, { [route]: `${table}_::/0` })));
      expect(await facts()).toEqual(latest);
    },
    TIMEOUT,
  );

  test(
    "ends by removing the migration, which destroys its mark and nothing else",
    async () => {
      const over = blueprintAt(blueprint, null);
      const plan = await stack.plan(over);
      expect(plan.actions).toEqual(["delete terraform_data.migration"]);
      expectQuiet(await stack.move(over));
      expect(await facts()).toEqual(latest);
    },
    TIMEOUT,
  );

  test(
    "ends at what the same blueprint makes from nothing",
    async () => {
      const named = stack.names();
      const migrated = await networkFacts(site(1), (id) => imports.get(id) ?? named.get(id) ?? id);
      const fresh = scratch.names();
      const made = await networkFacts(site(2), (id) => fresh.get(id) ?? id);
      // The main route table of a VPC of its own, which no subnet uses.
      const own = (lines: readonly string[]) => lines.filter((line) => !line.startsWith("rtb-"));
      expect(migrated.ipv6).toEqual(own(made.ipv6));
      expect(migrated.ipv4).toEqual(own(made.ipv4));
    },
    TIMEOUT,
  );

  test(
    "leaves nothing when it is destroyed",
    async () => {
      await stack.destroy();
      expect(await left(site(1))).toEqual([]);
    },
    TIMEOUT,
  );
});

/** Nothing is left to change, and nothing was destroyed, replaced, made or changed that was not announced. */
function expectQuiet({ findings, left: differences }: Moved): void {
  expect(findings.filter((finding) => !finding.startsWith("note:"))).toEqual([]);
  expect(differences).toEqual([]);
}

/** Everything that was there for IPv4 is there still, with the same ids and addresses. */
function expectUntouched(now: NetworkFacts, before: NetworkFacts): void {
  expect(now.given).toEqual(before.given);
  expect(without(before.ipv4, now.ipv4)).toEqual([]);
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  return lines.filter((line) => !others.includes(line));
}
