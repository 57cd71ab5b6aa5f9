import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import type { StageId } from "../../../src/model/types/migration.ts";

const root = new URL("../../../", import.meta.url);

/** The network of AWS's migration guide as others made it: plain Terraform. */
export const PLAIN_FOLDER = fileURLToPath(new URL("test/apply/fixtures/web-and-database", root));

/** The ids that the committed blueprint has as examples, and the attribute of the plain Terraform that each stands for. */
const MADE_UP: Readonly<Record<string, string>> = {
  "vpc-0a1b2c3d4e5f61001": "aws_vpc.shop.id",
  "subnet-0a1b2c3d4e5f61002": "aws_subnet.public.id",
  "subnet-0a1b2c3d4e5f61003": "aws_subnet.public_b.id",
  "subnet-0a1b2c3d4e5f61004": "aws_subnet.private.id",
  "subnet-0a1b2c3d4e5f61005": "aws_subnet.private_b.id",
  "igw-0a1b2c3d4e5f61006": "aws_internet_gateway.shop.id",
  "eipalloc-0a1b2c3d4e5f61007": "aws_eip.nat.id",
  "nat-0a1b2c3d4e5f61008": "aws_nat_gateway.shop.id",
  "rtb-0a1b2c3d4e5f61009": "aws_route_table.public.id",
  "rtb-0a1b2c3d4e5f6100a": "aws_vpc.shop.main_route_table_id",
  "acl-0a1b2c3d4e5f6100b": "aws_network_acl.private.id",
  "sg-0a1b2c3d4e5f6100c": "aws_security_group.web.id",
  "sgr-0a1b2c3d4e5f6100d": "aws_vpc_security_group_ingress_rule.web_database.id",
  "sgr-0a1b2c3d4e5f6100e": "aws_vpc_security_group_ingress_rule.web_http.id",
  "sgr-0a1b2c3d4e5f6100f": "aws_vpc_security_group_ingress_rule.web_https.id",
  "sgr-0a1b2c3d4e5f61010": "aws_vpc_security_group_ingress_rule.web_ssh.id",
  "sgr-0a1b2c3d4e5f61011": "aws_vpc_security_group_egress_rule.web_all.id",
  "sg-0a1b2c3d4e5f61012": "aws_security_group.database.id",
  "sgr-0a1b2c3d4e5f61013": "aws_vpc_security_group_ingress_rule.database_mysql.id",
  "sgr-0a1b2c3d4e5f61014": "aws_vpc_security_group_egress_rule.database_all.id",
  "sg-0a1b2c3d4e5f61015": "aws_security_group.balancer.id",
  "sgr-0a1b2c3d4e5f61016": "aws_vpc_security_group_ingress_rule.balancer_http.id",
  "sgr-0a1b2c3d4e5f61017": "aws_vpc_security_group_egress_rule.balancer_all.id",
  "i-0a1b2c3d4e5f61018": "aws_instance.web.id",
  "eipalloc-0a1b2c3d4e5f61019": "aws_eip.web.id",
  "eipassoc-0a1b2c3d4e5f6101a": "aws_eip_association.web.id",
  "i-0a1b2c3d4e5f6101b": "aws_instance.database.id",
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/Shop-Front/0a1b2c3d4e5f6071":
    "aws_lb.shop.arn",
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/Shop-Front/0a1b2c3d4e5f6071/1a2b3c4d5e6f7081":
    "aws_lb_listener.http.arn",
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/Shop-Web/2a3b4c5d6e7f8091":
    "aws_lb_target_group.web.arn",
  "shop-private": "aws_db_subnet_group.private.id",
  "shop-orders": "aws_db_instance.orders.identifier",
};

/** The committed blueprint of where that network is to go, with ids of what was really made. */
export function guideBlueprint(name: string, attributeOf: (reference: string) => string): string {
  const text = readFileSync(new URL(`blueprints/${name}.yaml`, root), "utf8");
  return Object.entries(MADE_UP).reduce((so, [example, reference]) => {
    if (!so.includes(example)) throw new Error(`${example} is not in ${name}`);
    return so.replaceAll(example, attributeOf(reference));
  }, text);
}

/** A blueprint at a stage, with further resources that were there; null: the migration is over. */
export function blueprintAt(
  blueprint: string,
  stage: StageId | null,
  imports: Readonly<Record<string, string>> = {},
): string {
  const document = parseDocument(blueprint);
  if (stage === null) document.delete("migration");
  else document.setIn(["migration", "stage"], stage);
  for (const [address, id] of Object.entries(imports))
    document.setIn(["network", "vpc", "existing", "import", address], id);
  return document.toString();
}

/** The same network for those who have nothing yet. */
export function blueprintFromScratch(blueprint: string): string {
  const document = parseDocument(blueprint);
  document.delete("migration");
  document.deleteIn(["network", "vpc", "existing"]);
  // What AWS makes with a VPC is emptied in those that Hextet makes, and left alone in those that exist.
  document.setIn(["network", "vpc", "defaults"], { securityGroup: "untouched", routeTable: "untouched" });
  return document.toString();
}
