import type { GeneratorValue } from "fast-check";
import { parse } from "yaml";
import { isRecord } from "../../../src/base/untrusted-json.ts";
import { readState } from "../../../src/importer/read-state.ts";
import { type DraftedBlueprint, writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { compile } from "../../../src/pipeline.ts";
import { type Draw, drawBy } from "./drawing.ts";
import { drawFilters } from "./random-filters.ts";
import { drawNetwork } from "./random-network.ts";
import { drawServices } from "./random-services.ts";
import { startState } from "./state-of.ts";

/** A random VPC as `terraform show -json` tells it. */
export function randomState(gen: GeneratorValue): object {
  const draw: Draw = drawBy(gen);
  const state = startState();
  const network = drawNetwork(draw, state);
  drawServices(draw, state, network, drawFilters(draw, state, network));
  return state.json();
}

/** What must never be of an imported VPC, and how many of its resources were counted. */
export interface VpcJudgement {
  readonly problems: readonly string[];
  readonly counted: number;
  /** Of a VPC of which nothing can be taken over. */
  readonly isRefused: boolean;
}

/** Imports the VPC of a state, and counts by itself what became of each resource. */
export function judgeVpc(state: object): VpcJudgement {
  const reading = readState(state, null);
  if ("mistake" in reading) return { problems: [], counted: 0, isRefused: true };
  const drafted = writeBlueprint(reading.inventory, "drawn");
  const { networks, findings } = compile([{ file: "it.yaml", text: drafted.text }], "2026-11-21");
  const errors = findings.filter(({ severity }) => severity === "error");
  const resources = resourcesIn(state);
  const isSaid = saidBy(drafted, resources);
  const missing = resources.filter((one) => !isSaid(one));
  return {
    problems: [
      ...errors.map(({ rule, message }) => `${rule}: ${message}`),
      ...(networks.length === 1 ? [] : ["the blueprint is no network"]),
      ...drafted.lost.map(({ kind, id }) => `import says itself that it lost ${kind} ${id}`),
      ...missing.map(
        ({ type, values }) => `${type} ${String(values["id"])} is neither taken, referred to nor listed`,
      ),
    ],
    counted: resources.length,
    isRefused: false,
  };
}

interface Resource {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function resourcesIn(state: unknown): readonly Resource[] {
  const values = isRecord(state) ? state["values"] : null;
  const root = isRecord(values) ? values["root_module"] : null;
  const resources = isRecord(root) ? root["resources"] : null;
  return (Array.isArray(resources) ? resources : []).flatMap((one: unknown): Resource[] =>
    isRecord(one) && typeof one["type"] === "string" && isRecord(one["values"])
      ? [{ type: one["type"], values: one["values"] }]
      : [],
  );
}

/** The attribute that names what a resource is a part of: where the whole is left out, its parts are. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  aws_route: ["route_table_id"],
  aws_route_table_association: ["route_table_id", "subnet_id"],
  aws_network_acl_rule: ["network_acl_id"],
  aws_vpc_security_group_ingress_rule: ["security_group_id"],
  aws_vpc_security_group_egress_rule: ["security_group_id"],
  aws_lb_listener: ["load_balancer_arn"],
  aws_lb_listener_rule: ["listener_arn"],
  aws_nat_gateway: ["subnet_id"],
  aws_eip: ["instance"],
};

/** A blueprint says of these no more than that rules name them. */
const NAMED_ONLY = ["aws_ec2_managed_prefix_list"];

function saidBy(
  { text, unplaced }: DraftedBlueprint,
  resources: readonly Resource[],
): (resource: Resource) => boolean {
  const existing = existingIn(parse(text));
  const taken = new Set(existing);
  const listed = new Set(unplaced.map(({ id }) => id));
  const isLeftOut = ({ type, values }: Resource): boolean => {
    if (idsOf(type, values).some((id) => listed.has(id))) return true;
    const wholes = (WHOLE[type] ?? []).map((key) => String(values[key]));
    return wholes.some((whole) => resources.some((one) => one.values["id"] === whole && isLeftOut(one)));
  };
  const isAddressOfLeftOut = (id: string) => unplaced.some(({ detail }) => detail?.includes(id) === true);
  return (resource) => {
    const { type, values } = resource;
    const own = idsOf(type, values);
    return (
      NAMED_ONLY.includes(type) ||
      own.some((id) => taken.has(id) || isAddressOfLeftOut(id)) ||
      isLeftOut(resource) ||
      isAsAwsMadeIt(type, values)
    );
  };
}

function idsOf(type: string, values: Resource["values"]): readonly string[] {
  const text = (key: string) => String(values[key]);
  const id = text("id");
  switch (type) {
    case "aws_route": {
      const destination = values["destination_cidr_block"] ?? values["destination_ipv6_cidr_block"];
      return [`${text("route_table_id")}_${String(destination)}`];
    }
    case "aws_route_table_association":
      return [`${text("subnet_id")}/${text("route_table_id")}`];
    case "aws_network_acl_rule":
      return [`${text("network_acl_id")}:${text("rule_number")}:${text("protocol")}:${text("egress")}`];
    case "aws_db_instance":
      return [text("identifier")];
    default:
      return [id];
  }
}

/** A main table without a route of its own says nothing. */
function isAsAwsMadeIt(type: string, { route }: Resource["values"]): boolean {
  return type === "aws_default_route_table" && Array.isArray(route) && route.length === 0;
}

function existingIn(blueprint: unknown): readonly string[] {
  const at = (value: unknown, key: string) => (isRecord(value) ? value[key] : undefined);
  const existing = at(at(at(blueprint, "network"), "vpc"), "existing");
  const maps = [at(existing, "import"), at(existing, "reference")].filter(isRecord);
  return [String(at(existing, "id")), ...maps.flatMap((map) => Object.values(map).map(String))];
}
