import type { Path } from "../../base/path.ts";
import { type Context, report } from "../context.ts";

interface Sizes {
  readonly minSize: number;
  readonly maxSize: number;
  /** Null: nobody wrote it, and it is `minSize`. */
  readonly desiredCapacity: number | null;
}

/** Reports sizes of an auto scaling group that AWS refuses; `what` is as the blueprint calls their place. */
export function checkSizes(context: Context, what: string, sizes: Sizes, path: Path): void {
  const { minSize, maxSize, desiredCapacity: written } = sizes;
  const desiredCapacity = written ?? minSize;
  if (minSize <= desiredCapacity && desiredCapacity <= maxSize) return;
  const key = minSize > maxSize ? "maxSize" : "desiredCapacity";
  const middle = written === null ? ["", ""] : [`desiredCapacity ${written}, `, "desiredCapacity <= "];
  const message = `sizes of ${what} do not fit: minSize ${minSize}, ${middle[0]}maxSize ${maxSize}`;
  report(context, "model/sizes", [...path, key], message, `minSize <= ${middle[1]}maxSize must hold`);
}
