import { isObject } from "./json.ts";

/**
 * The circles of references in a synthesized stack, each as `a -> b -> a`: Terraform refuses them. `depends_on` counts; the
 * references of a local value are those of who uses it.
 */
export function referenceCycles(json: Readonly<Record<string, unknown>>): readonly string[] {
  const graph = new Map([...blocksOf(json["resource"], ""), ...blocksOf(json["data"], "data.")]);
  const done = new Set<string>();
  return [...graph.keys()].flatMap((start) => circleFrom(graph, start, [], done) ?? []);
}

type Graph = ReadonlyMap<string, readonly string[]>;

function blocksOf(types: unknown, prefix: string): readonly (readonly [string, readonly string[]])[] {
  return entries(types).flatMap(([type, blocks]) =>
    entries(blocks).map(([id, body]) => [`${prefix}${type}.${id}`, namesIn(body)] as const),
  );
}

function namesIn(body: unknown): readonly string[] {
  const text = JSON.stringify(body) ?? "";
  return [...text.matchAll(/((?:data\.)?\b(?:aws_\w+|terraform_data)\.[\w-]+)/g)].map(
    ([, name = ""]) => name,
  );
}

/** The first circle on the way from here; null when there is none. What is `done` has told its own. */
function circleFrom(graph: Graph, here: string, way: readonly string[], done: Set<string>): string | null {
  const before = way.indexOf(here);
  if (before >= 0) return [...way.slice(before), here].join(" -> ");
  if (done.has(here)) return null;
  const circles = (graph.get(here) ?? []).map((next) => circleFrom(graph, next, [...way, here], done));
  done.add(here);
  return circles.find((circle) => circle !== null) ?? null;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
