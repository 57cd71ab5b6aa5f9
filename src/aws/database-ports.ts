/**
 * The port on which a database of the engine listens where none is named; null: not known here.
 * Source: botocore 1.43.11 model of rds, CreateDBInstance.Port and CreateDBCluster.Port; checked on 2026-11-29.
 */
export function portOfEngine(engine: string): number | null {
  return PORTS.find(([start]) => engine.startsWith(start))?.[1] ?? null;
}

/** By how the engine's name begins; the longer before the shorter. */
const PORTS: readonly (readonly [start: string, port: number])[] = [
  ["aurora-mysql", 3306],
  ["aurora-postgresql", 5432],
  ["mysql", 3306],
  ["mariadb", 3306],
  ["postgres", 5432],
  ["oracle-", 1521],
  ["custom-oracle-", 1521],
  ["sqlserver-", 1433],
  ["custom-sqlserver-", 1433],
  ["db2-", 50000],
];
