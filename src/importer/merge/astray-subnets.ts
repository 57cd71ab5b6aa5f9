import type { Diagnostic } from "../../base/diagnostic.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import { tableOf } from "../blueprint/table-of.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Addition } from "./find-additions.ts";
import { atIdOf, type Owned } from "./read-owned.ts";

/** A subnet of the blueprint that another route table routes in AWS than the blueprint's. */
export interface AstraySubnet {
  /** `<tier>_<letter>`. */
  readonly name: string;
  /** The id of the table that it has in AWS. */
  readonly table: string;
  /** The id of the table that its tier has in the blueprint. */
  readonly own: string;
}

const SUBNET = "aws_subnet.";
const TABLE = "aws_route_table";

/** The address of the association that a merge neither writes nor misses. */
export function associationOf({ name }: AstraySubnet): string {
  return `aws_route_table_association.${name}`;
}

/** Subnets whose tier's table is known by its id, and is not the one that routes them. */
export function findAstraySubnets(owned: Owned, { routeTables }: Inventory): readonly AstraySubnet[] {
  return [...owned.ids].flatMap(([address, id]): readonly AstraySubnet[] => {
    if (!address.startsWith(SUBNET)) return [];
    const name = address.slice(SUBNET.length);
    const table = tableOf(routeTables, { id });
    const own = ownTable(owned, name);
    return table === null || own === null || table.id === own ? [] : [{ name, table: table.id, own }];
  });
}

/** Null where the blueprint's own stack has made it, or another one manages it. */
function ownTable({ blueprint, ids }: Owned, name: string): string | null {
  const [tier = "", letter = ""] = name.split("_");
  const table = blueprint.network.subnets?.[tier]?.routeTable ?? tier;
  return ids.get(`${TABLE}.${table}_${letter}`) ?? ids.get(`${TABLE}.${table}`) ?? null;
}

/** What a person has to decide: which of the two tables it is to be. */
export function tellAstray({ whole }: Owned, { name, table, own }: AstraySubnet): Diagnostic {
  return {
    rule: "import/differs",
    severity: "warning",
    message: `${name} is routed by ${own} here and by ${table} in AWS`,
    at: atIdOf(whole, `${SUBNET}${name}`),
    hint: "nothing was changed: associate the subnet with the table of its tier in AWS, or give it a tier with that table here",
  };
}

/**
 * Leaves out the association of an astray subnet, and routes of a table that has another id than the blueprint says for its
 * address: Terraform would lead the subnet elsewhere, or import what is none of its table's.
 */
export function withItsTable(
  { ids }: Owned,
  astray: readonly AstraySubnet[],
  additions: readonly Addition[],
): readonly Addition[] {
  const associations = new Set(astray.map(associationOf));
  const tables = [...ids].filter(([address]) => resourceTypeOf(address) === TABLE);
  const isOfAnotherTable = ({ address, id }: Addition) => {
    if (resourceTypeOf(address) !== "aws_route") return false;
    const home = address.replace("aws_route.", `${TABLE}.`);
    const own = tables.filter(([table]) => home.startsWith(`${table}_`));
    return own.length > 0 && own.every(([, table]) => !id.startsWith(`${table}_`));
  };
  return additions.filter((one) => !associations.has(one.address) && !isOfAnotherTable(one));
}
