/**
 * Constructs come from another copy of CDKTF than this stack's: what one copy makes the other does not always know, and
 * passes over in silence. `hook`: the user's hook that brought them; null: the bindings of AWS.
 */
export class ForeignEngine extends Error {
  override name = "ForeignEngine";
  readonly hook: string | null;

  constructor(hook: string | null) {
    super(`${hook === null ? "the bindings of AWS use" : `the hook ${hook} uses`} another copy of cdktf`);
    this.hook = hook;
  }
}
