import { at } from "./json.ts";
import { blockSchema } from "./provider-schema.ts";

/** Versions of the provider's resource schemas (AWS provider 5.100.0) that are not 0. */
const SCHEMA_VERSIONS: Readonly<Record<string, number>> = {
  aws_autoscaling_group: 1,
  aws_db_instance: 2,
  aws_instance: 1,
  aws_key_pair: 1,
  aws_route53_record: 2,
  aws_security_group: 1,
  aws_subnet: 1,
  aws_vpc: 1,
};

/**
 * A Terraform state, format 4, in which resources have attributes, by address such as `aws_vpc.main`. Lists, sets
 * and maps that the provider computes are empty unless told: null would mean that it has not read them yet.
 */
export function terraformState(
  resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): unknown {
  return {
    version: 4,
    terraform_version: "1.9.0",
    serial: 1,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources: Object.entries(resources).map(([address, attributes]) => {
      const [type = "", name = ""] = address.split(".");
      return {
        mode: "managed",
        type,
        name,
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            schema_version: SCHEMA_VERSIONS[type] ?? 0,
            attributes: { ...empties(type), ...attributes },
            sensitive_attributes: sensitive(type),
          },
        ],
      };
    }),
  };
}

function empties(type: string): Record<string, unknown> {
  const attributes = Object.entries(Object(at(blockSchema("resource", type), "attributes")));
  const computed = attributes.filter(([, attribute]) => at(attribute, "computed") === true);
  return Object.fromEntries(
    computed.flatMap(([name, attribute]) => {
      const kind = at(attribute, "type", 0);
      if (typeof at(attribute, "type") === "string") return [];
      return [[name, kind === "map" ? {} : []]];
    }),
  );
}

/** Paths as the state has them; where they are missing, Terraform plans an update that changes nothing. */
function sensitive(type: string): readonly unknown[] {
  return Object.entries(Object(at(blockSchema("resource", type), "attributes")))
    .filter(([, attribute]) => at(attribute, "sensitive") === true)
    .map(([name]) => [{ type: "get_attr", value: name }]);
}
