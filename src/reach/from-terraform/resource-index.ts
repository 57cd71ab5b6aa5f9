import { byText } from "../../base/compare-texts.ts";
import { textOf, valueIn } from "../../base/untrusted-json.ts";
import type { WrittenBlock } from "./configuration.ts";
import { groupBy } from "./group-by.ts";
import { type Referent, referents } from "./referents.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** The resources of a document by what they are looked up with. */
export interface ResourceIndex {
  readonly document: TerraformDocument;
  readonly byAddress: ReadonlyMap<string, TerraformResource>;
  /** All instances of `type.name` in a module, data sources with `data.` before it. */
  readonly instances: (module: string, block: string) => readonly TerraformResource[];
  readonly inModule: (module: string) => readonly TerraformResource[];
  /** The instances of the module that a module calls under a name. */
  readonly calledModules: (module: string, name: string) => readonly string[];
  /** The topology's id of what AWS knows by this id; null: it is not in the document. */
  readonly idOf: (awsId: string, wanted: Referent) => string | null;
  readonly ofType: (...types: readonly string[]) => readonly TerraformResource[];
}

/** The address without keys at its end: `aws_subnet.private`, `data.aws_vpc.main`. */
export function blockOf({ mode, type, name }: TerraformResource): string {
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

/** Indexes the resources of a document; where a data source reads what a resource makes, only the resource stays. */
export function indexResources(document: TerraformDocument): ResourceIndex {
  const byAwsId = awsIds(document.resources);
  const byType = groupBy(document.resources, ({ type }) => type);
  const byBlock = groupBy(document.resources, (resource) => `${resource.module}\n${blockOf(resource)}`);
  const byModule = groupBy(document.resources, ({ module }) => module);
  const modules = [...byModule.keys()];
  const children = groupBy(withParents(modules), parentAndName);
  const isCopy = (resource: TerraformResource) =>
    resource.mode === "data" && byAwsId.get(idKey(resource, "id", resource.type) ?? "")?.mode === "managed";
  return {
    document,
    byAddress: new Map(document.resources.map((resource) => [resource.address, resource])),
    instances: (module, block) => byBlock.get(`${module}\n${block}`) ?? [],
    inModule: (module) => byModule.get(module) ?? [],
    calledModules: (module, name) => children.get(`${module}\n${name}`) ?? [],
    idOf: (awsId, wanted) => idIn(byAwsId, awsId, wanted),
    ofType: (...types) =>
      types
        .flatMap((type) => byType.get(type) ?? [])
        .filter((resource) => !isCopy(resource))
        .sort(byText(({ address }) => address)),
  };
}

function idIn(
  byAwsId: ReadonlyMap<string, TerraformResource>,
  awsId: string,
  wanted: Referent,
): string | null {
  for (const type of wanted.types) {
    const found = byAwsId.get(`${type}\n${awsId}`);
    if (found !== undefined) return found.address;
  }
  for (const { type, attribute } of wanted.madeWith) {
    const found = byAwsId.get(`${type}.${attribute}\n${awsId}`);
    if (found !== undefined) return `${found.address}.${attribute}`;
  }
  return null;
}

const OWN = ["id", "arn", "name", "zone_id", "allocation_id"];
/** Of what AWS makes together with it. */
const MADE_WITH = [
  ...new Set(Object.values(referents).flatMap(({ madeWith }) => madeWith.map(({ attribute }) => attribute))),
];

/** By type and id, and by type, attribute and id for what AWS makes with it; resources go before data sources. */
function awsIds(resources: readonly TerraformResource[]): ReadonlyMap<string, TerraformResource> {
  const found = new Map<string, TerraformResource>();
  const inOrder = [...resources].sort((a, b) => (a.mode === b.mode ? 0 : a.mode === "managed" ? -1 : 1));
  for (const resource of inOrder) {
    const own = OWN.map((attribute) => idKey(resource, attribute, resource.type));
    const madeWith = MADE_WITH.map((attribute) =>
      idKey(resource, attribute, `${resource.type}.${attribute}`),
    );
    for (const key of [...own, ...madeWith]) {
      if (key !== null && !found.has(key)) found.set(key, resource);
    }
  }
  return found;
}

function idKey({ values }: TerraformResource, attribute: string, of: string): string | null {
  const id = textOf(valueIn(values, attribute));
  return id === null || id === "" ? null : `${of}\n${id}`;
}

/** Modules with nothing but modules in them hold no resource. */
function withParents(modules: readonly string[]): readonly string[] {
  const all = modules.flatMap((module) => [module, ...ancestorsOf(module)]);
  return [...new Set(all)].filter((module) => module !== "").sort();
}

function ancestorsOf(module: string): readonly string[] {
  const parent = parentOf(module);
  return parent === "" ? [] : [parent, ...ancestorsOf(parent)];
}

const LAST_STEP = /\.?module\.([\w-]+)(?:\[(?:-?\d+|"(?:[^"\\]|\\.)*")\])?$/;

/** The module that calls a module; empty: the root module. */
export function parentOf(module: string): string {
  return module.replace(LAST_STEP, "");
}

function parentAndName(module: string): string {
  return `${parentOf(module)}\n${LAST_STEP.exec(module)?.[1] ?? ""}`;
}

/** True when a configuration sets an argument, or a block of that name. Dynamic blocks do not show. */
export function writtenIn({ expressions }: WrittenBlock, name: string): boolean {
  return valueIn(expressions, name) !== undefined;
}
