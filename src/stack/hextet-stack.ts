import type { Node } from "constructs";
import type { Move } from "../model/migration/renames/pair-addresses.ts";
import { terraformJson } from "./cdktf/terraform-json.ts";
import { TerraformElement, TerraformStack } from "./engine.ts";
import { removeMarks } from "./escape-templates.ts";

/** Two constructs ask for one Terraform address; CDKTF alone would let one of them vanish without a word. @internal exported for its test */
export class LogicalIdClash extends Error {
  override name = "LogicalIdClash";
}

/**
 * A stack whose Terraform addresses are the author's names: the id of a construct is its whole address
 * (`aws_subnet.app_a`, `data.aws_ssm_parameter.al2023`, `output.vpc_id`), the part after the last dot its logical id.
 */
export class HextetStack extends TerraformStack {
  readonly #claims = new Map<string, string>();
  readonly #extensions: string[] = [];
  readonly #moves: Move[] = [];
  readonly #forgotten: string[] = [];
  #mayReferToOthers = false;

  /** Says that code which is not ours built here: it may hold what belongs to another stack. */
  mayReferToOtherStacks(): void {
    this.#mayReferToOthers = true;
  }

  /**
   * CDKTF resolves everything twice here, to find references to other stacks. Ours never make one, and it is a third of
   * the time, so that is left to stacks that hooks of a user's own took part in.
   */
  override prepareStack(): void {
    if (this.#mayReferToOthers) super.prepareStack();
    else this.ensureBackendExists();
  }

  /** Says in the comment at the root that a file of the user's own belongs to the stack, so that none is forgotten in its folder. */
  addExtension(name: string): void {
    this.#extensions.push(name);
  }

  /** Says that the state of resources moves to other addresses. */
  addMoves(moves: readonly Move[]): void {
    this.#moves.push(...moves);
  }

  /** Says that Terraform is to forget resources, if its state has them, and to destroy nothing. */
  forget(addresses: readonly string[]): void {
    this.#forgotten.push(...addresses);
  }

  /** The logical id that a construct's own id ends in; throws `LogicalIdClash` when another construct has it. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const claimant = this.#claims.get(node.id) ?? node.path;
    if (claimant !== node.path) {
      throw new LogicalIdClash(`${claimant} and ${node.path} both claim the Terraform address ${node.id}`);
    }
    this.#claims.set(node.id, node.path);
    const logicalId = node.id.slice(node.id.lastIndexOf(".") + 1);
    // A name may hold what CDKTF takes for a number, such as `2e0516`: what hides it is no part of it.
    if (!/^[a-z_][a-z0-9_-]*$/i.test(removeMarks(logicalId)))
      throw new Error(`${node.path} is no Terraform address`);
    return logicalId;
  }

  /**
   * The Terraform JSON without CDKTF's comment on each block, a third of the text that tells a reader nothing. The
   * comment at the root stays: the `cdktf` command dies without it.
   */
  override toTerraform(): Record<string, unknown> {
    const whole = this.#mayReferToOthers ? super.toTerraform() : terraformJson(this, this["rawOverrides"]);
    const json: Record<string, unknown> = removeMarks(whole);
    const comment = {
      ...asObject(json["//"]),
      ...(this.#extensions.length === 0 ? {} : { extend: this.#extensions }),
    };
    const blocks = this.#moves.map(({ from, to }) => ({ from, to }));
    const moved = blocks.length === 0 ? {} : { moved: blocks };
    const gone = this.#forgotten.map((from) => ({ from, lifecycle: { destroy: false } }));
    const removed = gone.length === 0 ? {} : { removed: gone };
    const all = { ...json, ...moved, ...removed, "//": comment };
    return Object.fromEntries(Object.entries(all).map(([key, section]) => [key, tidy(key, section)]));
  }

  /** Always throws: texts are escaped for Terraform's JSON syntax, and in HCL would mean something else. */
  override toHclTerraform(): never {
    throw new Error("stacks are written as Terraform JSON; run cdktf synth without --hcl");
  }
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function tidy(key: string, section: unknown): unknown {
  return withoutComments(section, key === "resource" || key === "data" ? 2 : 1);
}

/** Drops `//` down to the blocks; deeper it may be an author's own map key, such as a tag. */
function withoutComments(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  const kept = depth === 0 ? entries : entries.map(([key, item]) => [key, withoutComments(item, depth - 1)]);
  return Object.fromEntries(kept);
}
