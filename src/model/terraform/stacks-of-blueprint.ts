import type { Environment } from "../../blueprint/environment.ts";

/** A stack that may be an environment. */
export interface MaybeEnvironment {
  readonly name: string;
  readonly environment: Environment | null;
}

/** The stacks of the environments of a blueprint; none where no blueprint of the name has environments. */
export function stacksOfBlueprint<Stack extends MaybeEnvironment>(
  blueprint: string,
  stacks: readonly Stack[],
): readonly Stack[] {
  return stacks.filter(({ environment }) => environment?.blueprint === blueprint);
}

/**
 * The stacks that a name in a list of stacks means: that very stack, or of a blueprint with environments the one that is the
 * same environment as the reader, and all of them for a reader without one. None: nothing has the name.
 */
export function stacksNamed(
  name: string,
  reader: MaybeEnvironment,
  stacks: readonly MaybeEnvironment[],
): readonly string[] {
  if (stacks.some((one) => one.name === name)) return [name];
  const family = stacksOfBlueprint(name, stacks);
  const { environment } = reader;
  const same = family.filter((one) => environment === null || one.environment?.name === environment.name);
  return same.map((one) => one.name);
}
