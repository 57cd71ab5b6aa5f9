import { formatPath, type Path } from "../base/path.ts";
import type { Report } from "./rule.ts";

type Tell = (path: Path, message: string, hint: string) => void;

/** Reports one finding for a place: what is wrong in each zone or family is one mistake. */
export function reportOnce(report: Report): Tell {
  const told = new Set<string>();
  return (path, message, hint) => {
    const place = formatPath(path);
    if (told.has(place)) return;
    told.add(place);
    report(path, message, hint);
  };
}
