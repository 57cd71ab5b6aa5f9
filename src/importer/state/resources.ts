import { isRecord } from "../../base/untrusted-json.ts";
import { type Values, valuesIn } from "./values.ts";

/** A managed resource of a state. */
export interface StateResource {
  readonly type: string;
  /** In the Terraform configuration it comes from, such as `module.vpc.aws_subnet.this[0]`. */
  readonly address: string;
  /** The id that AWS or the provider gave it. */
  readonly id: string;
  readonly values: Values;
  /** The values as they stand in the state. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The managed resources of a state, by type. */
export interface StateResources {
  readonly all: readonly StateResource[];
  readonly of: (...types: readonly string[]) => readonly StateResource[];
  /** Those of the types whose attribute is the id of something. */
  readonly having: (attribute: string, id: string, ...types: readonly string[]) => readonly StateResource[];
  /** Those without an id that AWS could have given; their address stands in its place. */
  readonly withoutId: readonly StateResource[];
}

/** Ids and ARNs: printable, in one word. Anything else in their place is not from AWS. */
const ID = /^[\x21-\x7e]{1,512}$/;
/** Types whose ids are, or begin with, names in which AWS takes spaces. */
const NAMED_WITH_SPACES = [
  "aws_autoscaling_attachment",
  "aws_autoscaling_group",
  "aws_autoscaling_traffic_source_attachment",
  "aws_db_subnet_group",
];
const NAME_WITH_SPACES = /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/;

/** Collects the managed resources of all modules, however deep they lie in each other; null when this is no state as `terraform show -json` writes it. */
export function resourcesOf(state: unknown): StateResources | null {
  if (!isRecord(state) || !isRecord(state["values"])) return null;
  const found = collect(state["values"]["root_module"]);
  const all = found.filter(({ id, address }) => id !== address);
  const of: StateResources["of"] = (...types) => all.filter(({ type }) => types.includes(type));
  return {
    withoutId: found.filter(({ id, address }) => id === address),
    all,
    of,
    having: (attribute, id, ...types) => of(...types).filter(({ values }) => values.text(attribute) === id),
  };
}

function collect(module: unknown): readonly StateResource[] {
  if (!isRecord(module)) return [];
  const { resources, child_modules: children } = module;
  return [
    ...(Array.isArray(resources) ? resources.flatMap(readResource) : []),
    ...(Array.isArray(children) ? children.flatMap(collect) : []),
  ];
}

function readResource(resource: unknown): readonly StateResource[] {
  const values = valuesIn(resource);
  const [type, address] = [values.text("type"), values.text("address")];
  const raw = isRecord(resource) ? resource["values"] : undefined;
  if (values.text("mode") !== "managed" || type === null || address === null || !isRecord(raw)) return [];
  const own = valuesIn(raw);
  const id = own.text("id") ?? own.text("arn") ?? "";
  return [{ type, address, id: isId(type, id) ? id : address, values: own, raw }];
}

function isId(type: string, id: string): boolean {
  return ID.test(id) || (NAMED_WITH_SPACES.includes(type) && id.length <= 255 && NAME_WITH_SPACES.test(id));
}
