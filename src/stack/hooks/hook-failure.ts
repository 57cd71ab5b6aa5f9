/** A hook of the user's own did what it must not: its fault, not the blueprint's, and no bug of ours. */
export class HookFailure extends Error {
  override name = "HookFailure";
  readonly hook: string;
  readonly stackName: string;

  constructor(hook: string, stackName: string, reason: string, cause?: unknown) {
    super(`the hook ${hook} ${reason} in stack "${stackName}"`, { cause });
    this.hook = hook;
    this.stackName = stackName;
  }
}
