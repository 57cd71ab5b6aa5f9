import { atKey, type Diagnostic } from "../../base/diagnostic.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import { tableOf } from "../blueprint/table-of.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Addition } from "./find-additions.ts";
import { EXISTING, type Owned } from "./read-owned.ts";

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
  return ids.get(`aws_route_table.${table}_${letter}`) ?? ids.get(`aws_route_table.${table}`) ?? null;
}

/** What a person has to decide: which of the two tables it is to be. */
export function tellAstray({ name, table, own }: AstraySubnet): Diagnostic {
  return {
    rule: "import/differs",
    severity: "warning",
    message: `${name} is routed by ${own} here and by ${table} in AWS`,
    at: atKey([...EXISTING, "import", `${SUBNET}${name}`]),
    hint: "nothing was changed: associate the subnet with the table of its tier in AWS, or give it a tier with that table here",
  };
}

/**
 * Keeps what leads to a route table that the merged blueprint has under the name that the address says. Terraform would import
 * any other, and lead its subnet elsewhere.
 */
export function withItsTable(
  ids: Owned["ids"],
  astray: readonly AstraySubnet[],
  additions: readonly Addition[],
): readonly Addition[] {
  const after = new Map([...ids, ...additions.map(({ address, id }) => [address, id] as const)]);
  return additions.filter(({ address, id }) => {
    const type = resourceTypeOf(address);
    const name = address.slice(type.length + 1);
    if (type === "aws_route_table_association") return !astray.some((subnet) => subnet.name === name);
    if (type !== "aws_route") return true;
    const table = id.split("_")[0] ?? "";
    return [...after].some(([of, own]) => own === table && name.startsWith(`${nameOfTable(of)}_`));
  });
}

/** A name that no route begins with where it is no route table's address. */
function nameOfTable(address: string): string {
  return resourceTypeOf(address) === "aws_route_table" ? address.slice("aws_route_table.".length) : " ";
}
