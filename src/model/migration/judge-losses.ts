import type { PlannedResource } from "../types/terraform-plan.ts";
import type { Announced } from "./announced.ts";
import type { Loss } from "./losses.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { argumentOf, unannouncedLosses } from "./unannounced-losses.ts";

/** What a plan takes from a resource that stays, told apart by whether the move says so. */
export interface JudgedLosses {
  /** One error for each block, address or rule that goes without the move's way back saying so. */
  readonly findings: readonly PlanFinding[];
  /** The arguments that these findings have spoken of, without what follows a dot. */
  readonly names: readonly string[];
}

/** What to do about what would be lost. */
export type LossHint = (resource: PlannedResource, losses: readonly Loss[]) => string;

/**
 * Errors for what a resource would lose unannounced. What an interrupted apply may have left is no excuse: whether the
 * block was given by this migration or by somebody else, no plan tells.
 */
export function judgeLosses(resource: PlannedResource, expected: Announced, hintFor: LossHint): JudgedLosses {
  const losses = unannouncedLosses(resource, expected.takes.get(resource.address) ?? new Set());
  return {
    findings: losses.map(({ held, names }) => ({
      rule: "migrate/unannounced-loss",
      severity: "error",
      message: `${resource.address} would lose its ${held.what}, which no way back announces here: ${names.join(", ")}`,
      hint: hintFor(resource, losses),
    })),
    names: losses.flatMap(({ names }) => names.map(argumentOf)),
  };
}
