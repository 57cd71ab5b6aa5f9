import type { Path } from "../../base/path.ts";
import { type Context, report } from "../context.ts";

interface Written {
  readonly skipFinalSnapshot: boolean;
  readonly finalSnapshotIdentifier?: string;
}

/** The name of the snapshot that is taken before a thing is deleted; null: none is taken. A name for none is reported. */
export function finalSnapshot(
  context: Context,
  path: Path,
  identifier: string,
  { skipFinalSnapshot, finalSnapshotIdentifier }: Written,
): string | null {
  if (!skipFinalSnapshot) return finalSnapshotIdentifier ?? `${identifier}-final`;
  if (finalSnapshotIdentifier !== undefined) {
    report(
      context,
      "model/final-snapshot-not-taken",
      [...path, "finalSnapshotIdentifier"],
      `the last snapshot has the name ${JSON.stringify(finalSnapshotIdentifier)}, but none is taken`,
      "leave out skipFinalSnapshot, or the name",
    );
  }
  return null;
}
