/** A release as major, minor and patch number. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The releases that a version constraint of Terraform allows: from `low`, below `high`, without `except`. */
export interface VersionRange {
  readonly low: Version;
  /** Exclusive; null: no end. */
  readonly high: Version | null;
  readonly except: readonly Version[];
}

const TERM = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[-+][0-9A-Za-z.+-]+)?$/;
const ALL: VersionRange = { low: [0, 0, 0], high: null, except: [] };

/** Reads a version constraint as Terraform does (`>= 5.59, < 7.0, != 6.2.0`); null when it is none. */
export function parseConstraint(text: string): VersionRange | null {
  let range = ALL;
  for (const part of text.split(",")) {
    const next = parseTerm(part.trim());
    if (next === null) return null;
    range = intersect(range, next);
  }
  return range;
}

/** Reads a release such as `5.59.0`; missing numbers are 0. Null when it is none. */
export function parseVersion(text: string): Version | null {
  const [, operator, major, minor, patch] = TERM.exec(text) ?? [];
  if (major === undefined || operator !== undefined) return null;
  return [Number(major), Number(minor ?? 0), Number(patch ?? 0)];
}

/** True when the range has a release below the border. */
export function allowsBelow(range: VersionRange, border: Version): boolean {
  return !isEmpty(intersect(range, { ...ALL, high: border }));
}

/** True when the range has the border or a later release. */
export function allowsFrom(range: VersionRange, border: Version): boolean {
  return !isEmpty(intersect(range, { ...ALL, low: border }));
}

/** True when no release at all is in the range. */
export function isEmpty({ low, high, except }: VersionRange): boolean {
  // Below a limit in another minor release there are patches without end, so trying one more than are taken out is enough.
  for (let step = 0; step <= except.length; step++) {
    const version: Version = [low[0], low[1], low[2] + step];
    if (high !== null && compareVersions(version, high) >= 0) return true;
    if (!except.some((gone) => compareVersions(gone, version) === 0)) return false;
  }
  return true;
}

/** Negative, zero or positive, as sorting wants it. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function parseTerm(text: string): VersionRange | null {
  const [, operator = "=", major, minor, patch] = TERM.exec(text) ?? [];
  if (major === undefined) return null;
  const version: Version = [Number(major), Number(minor ?? 0), Number(patch ?? 0)];
  const next: Version = [version[0], version[1], version[2] + 1];
  switch (operator) {
    case "!=":
      return { ...ALL, except: [version] };
    case ">=":
      return { ...ALL, low: version };
    case ">":
      return { ...ALL, low: next };
    case "<":
      return { ...ALL, high: version };
    case "<=":
      return { ...ALL, high: next };
    case "~>":
      // Only the last number that is written may grow.
      return {
        low: version,
        high: patch === undefined ? [version[0] + 1, 0, 0] : [version[0], version[1] + 1, 0],
        except: [],
      };
    default:
      return { low: version, high: next, except: [] };
  }
}

function intersect(a: VersionRange, b: VersionRange): VersionRange {
  const low = compareVersions(a.low, b.low) >= 0 ? a.low : b.low;
  const high = a.high === null || (b.high !== null && compareVersions(b.high, a.high) < 0) ? b.high : a.high;
  return { low, high, except: [...a.except, ...b.except] };
}
