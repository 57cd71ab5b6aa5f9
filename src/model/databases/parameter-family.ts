/** How the engines whose families AWS names by their versions are told: by how many of a version's numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  "aurora-mysql": 2,
  "aurora-postgresql": 1,
  mariadb: 2,
  mysql: 2,
  postgres: 1,
};

/** What a family of parameters that fits an engine begins with, and whether that is all of it. */
export interface FittingFamily {
  readonly begins: string;
  readonly isWhole: boolean;
}

/** The family of parameters of an engine and version, as far as it is known. */
export function familyOf(engine: string, version: string): FittingFamily {
  const count = Object.hasOwn(NUMBERS, engine) ? NUMBERS[engine] : undefined;
  const numbers = /^[0-9]+(?:\.[0-9]+)*/.exec(version)?.[0].split(".") ?? [];
  // PostgreSQL counts its lines by one number from 10 on; the ones before are long gone from RDS.
  if (count === undefined || numbers.length === 0 || isOldPostgres(engine, numbers)) {
    return { begins: engine, isWhole: false };
  }
  const line = numbers.slice(0, count);
  const isWhole = line.length === count;
  return { begins: `${engine}${line.join(".")}${isWhole ? "" : "."}`, isWhole };
}

/** True for a family that fits. */
export function isFamilyOf({ begins, isWhole }: FittingFamily, family: string): boolean {
  return isWhole ? family === begins : family.startsWith(begins);
}

function isOldPostgres(engine: string, [major]: readonly string[]): boolean {
  return engine.endsWith("postgres") && Number(major) < 10;
}
