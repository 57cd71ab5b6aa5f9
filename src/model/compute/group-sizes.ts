import type { Path } from "../../base/path.ts";
import { type Context, report } from "../context.ts";

interface Sizes {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
}

/** Reports sizes of an auto scaling group that AWS refuses; `what` is as the blueprint calls their place. */
export function checkSizes(context: Context, what: string, sizes: Sizes, path: Path): void {
  const { minSize, maxSize, desiredCapacity } = sizes;
  if (minSize <= desiredCapacity && desiredCapacity <= maxSize) return;
  const key = minSize > maxSize ? "maxSize" : "desiredCapacity";
  const message = `sizes of ${what} do not fit: minSize ${minSize}, desiredCapacity ${desiredCapacity}, maxSize ${maxSize}`;
  report(context, "model/sizes", [...path, key], message, "minSize <= desiredCapacity <= maxSize must hold");
}
