/** Resources whose state would not move with the thing that is renamed: a hook of the user's own named them otherwise. */
export class RenameFailure extends Error {
  override name = "RenameFailure";
  readonly stackName: string;

  constructor(stackName: string, addresses: readonly string[]) {
    super(`what renamedFrom says of stack "${stackName}" tells nothing of ${addresses.join(", ")}`);
    this.stackName = stackName;
  }
}
