/** Which environment of which blueprint a stack is. */
export interface Environment {
  readonly name: string;
  /** The blueprint's own name, which the stacks of its environments begin with unless they say another. */
  readonly blueprint: string;
}
