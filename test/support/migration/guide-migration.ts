import type { StageId } from "../../../src/model/types/migration.ts";
import type { AwsSite } from "../aws.ts";
import type { Emulator } from "../emulator.ts";
import type { TerraformTools } from "../tools.ts";
import { blueprintAt, guideBlueprint, PLAIN_FOLDER } from "./guide-network.ts";
import { MigratingStack, type Moved, networkOf } from "./migrating-stack.ts";
import { type NetworkFacts, networkFacts } from "./network-facts.ts";
import { applyPlain } from "./plain-network.ts";

/** The blueprint of the network of AWS's migration guide. */
const GUIDE = "migrate-web-and-database";

const REGION = "eu-west-1";

/** The network of the guide as others made it, in an account of its own, and the stack that takes it over. */
export class GuideMigration {
  readonly blueprint: string;
  readonly stack: MigratingStack;
  readonly site: AwsSite;
  /** The ids of what is imported, and their addresses. */
  readonly imports: ReadonlyMap<string, string>;

  private constructor(blueprint: string, stack: MigratingStack, site: AwsSite) {
    this.blueprint = blueprint;
    this.stack = stack;
    this.site = site;
    const { existing } = networkOf(blueprint);
    this.imports = new Map((existing?.imports ?? []).map(({ address, id }) => [id, address]));
  }

  /** Makes the network by plain Terraform; nothing of it is imported yet. */
  static async begin(tools: TerraformTools, emulator: Emulator, account: number): Promise<GuideMigration> {
    const site = { env: emulator.account(account), emulator };
    const plain = await applyPlain(tools, PLAIN_FOLDER, site);
    const blueprint = guideBlueprint(GUIDE, plain.attributeOf);
    const stack = new MigratingStack(tools, blueprint, site);
    await stack.init();
    return new GuideMigration(blueprint, stack, { env: site.env, region: REGION });
  }

  /** The site of another account of the same emulator. */
  static siteOf(emulator: Emulator, account: number): AwsSite {
    return { env: emulator.account(account), region: REGION };
  }

  /** Plans, judges and applies a stage, or the end of the migration, and plans again. */
  async move(stage: StageId | null): Promise<Moved> {
    return await this.stack.move(blueprintAt(this.blueprint, stage));
  }

  /** What the AWS API says of the network. An imported resource that was replaced has an id that nobody knows. */
  async facts(): Promise<NetworkFacts> {
    const known = new Set(this.imports.values());
    const made = new Map([...this.stack.names()].filter(([, address]) => !known.has(address)));
    return await networkFacts(this.site, (id) => this.imports.get(id) ?? made.get(id) ?? id);
  }
}

/** The lines of a list that another does not have. */
export function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  return lines.filter((line) => !others.includes(line));
}
