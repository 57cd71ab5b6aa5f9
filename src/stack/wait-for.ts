import type { ITerraformDependable } from "./engine.ts";

/** Argument `dependsOn` naming each construct once; nothing where there is nothing to wait for. */
export function waitFor(constructs: readonly ITerraformDependable[]): {
  readonly dependsOn?: ITerraformDependable[];
} {
  return constructs.length === 0 ? {} : { dependsOn: [...new Set(constructs)] };
}
