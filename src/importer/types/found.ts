/** What everything found has: the id by which AWS knows it, and the Name tag somebody gave it, as written. */
export interface Found {
  readonly id: string;
  /** Null: no Name tag. Text of strangers: never to be trusted in a name or a comment. */
  readonly name: string | null;
}
