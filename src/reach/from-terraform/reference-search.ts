import { textOf, valueIn } from "../../base/untrusted-json.ts";
import { moduleAt, moduleSteps, writtenBlock } from "./configuration-of.ts";
import { isOpaque } from "./opaque-types.ts";
import { type References, referencesIn } from "./references-in.ts";
import { acceptedBy, type Referent } from "./referents.ts";
import { parentOf, type ResourceIndex } from "./resource-index.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What an id that is known after apply only may be. */
export interface Sources {
  /** The topology's ids of all that it may be, sorted. */
  readonly ids: readonly string[];
  /** True: it is surely one of them (or a list of some of them), since all that the expression rests on was read. */
  readonly isClosed: boolean;
  /** True: the expression consists of these ids and nothing else that could choose among them. */
  readonly isExact: boolean;
}

/** A reference and where it is written. */
interface Step {
  readonly head: string;
  readonly module: string;
  /** The `for_each` or `count` around it. */
  readonly each: unknown;
}

const REFERENCE = /^(data\.)?([\w-]+)\.([\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(?:\.([\w-]+))?/;
const MODULE = /^module\.([\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(?:\.([\w-]+))?/;

/** Attributes that AWS fills in and that are never an id. */
const PLAIN_ATTRIBUTE =
  /(^|_)(cidr_blocks?|cidrs?|ips?|ipv6_addresses|address|port|dns_name|zones?|availability_zones?|hex|dec|result)$/;

/** One search: a list of steps still to take, since a chain of references may be as long as its author likes. */
export class ReferenceSearch {
  readonly #index: ResourceIndex;
  readonly #wanted: Referent;
  readonly #found = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #open: Step[] = [];
  #isClosed = true;
  #isExact = true;

  constructor(index: ResourceIndex, wanted: Referent) {
    this.#index = index;
    this.#wanted = wanted;
  }

  run(references: References, place: Omit<Step, "head">): Sources {
    this.#push(references, place);
    for (let step = this.#open.pop(); step !== undefined; step = this.#open.pop()) this.#follow(step);
    // What is known after apply rests on something: where nothing was found, something is missing.
    const isClosed = this.#isClosed && this.#found.size > 0;
    return { ids: [...this.#found].sort(), isClosed, isExact: this.#isExact };
  }

  #push({ heads, constants }: References, { module, each }: Omit<Step, "head">): void {
    if (constants.some((constant) => this.#mayBeId(constant))) this.#isClosed = false;
    for (const head of heads) {
      // What `each` is follows from the module and the resource: the same head there is the same thing.
      const key = `${module}\n${head === "each.value" ? JSON.stringify(each ?? null) : ""}\n${head}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#open.push({ head, module, each });
    }
  }

  /** A constant that is an id of the kind: then the value may lie outside. */
  #mayBeId(constant: unknown): boolean {
    const { prefix } = this.#wanted;
    if (constant === undefined || constant === null) return false;
    const text = JSON.stringify(constant);
    return prefix === null ? text.includes("arn:") : new RegExp(`"${prefix}[0-9a-f]`).test(text);
  }

  #follow(step: Step): void {
    const [root = ""] = step.head.split(/[.[]/, 1);
    switch (root) {
      case "count":
      case "path":
      case "terraform":
      case "self":
        this.#isExact = false;
        return;
      case "each":
        this.#isExact = false;
        if (!step.head.startsWith("each.key"))
          this.#push(referencesIn(step.each), { ...step, each: undefined });
        return;
      case "local":
        this.#isExact = false;
        this.#followAll(step.module);
        return;
      case "var":
        this.#followVariable(step);
        return;
      case "module":
        this.#followOutput(step);
        return;
      default:
        this.#followResource(step);
    }
  }

  /** A local may be made of anything in its module: a plan does not say of what. */
  #followAll(module: string): void {
    const configuration = moduleAt(this.#index, module);
    for (const resource of this.#index.inModule(module)) {
      if (!this.#take(resource, null) && isOpaque(resource)) this.#isClosed = false;
    }
    const calls = [...(configuration?.calls.keys() ?? [])].map((name) => `module.${name}`);
    const variables = (configuration?.variables ?? []).map((name) => `var.${name}`);
    if (configuration === null) this.#isClosed = false;
    this.#push({ heads: [...calls, ...variables], constants: [] }, { module, each: undefined });
  }

  #followVariable({ head, module }: Step): void {
    const name = head.split(/[.[]/)[1] ?? "";
    const step = moduleSteps(module).at(-1);
    if (step === undefined) {
      this.#isExact = false;
      if (this.#mayBeId(valueIn(this.#index.document.variables, name))) this.#isClosed = false;
      return;
    }
    const parent = parentOf(module);
    const call = moduleAt(this.#index, parent)?.calls.get(step.name);
    const given = referencesIn(valueIn(call?.expressions, name));
    if (given.heads.length === 0) this.#isExact = false;
    this.#push(given, { module: parent, each: call?.each });
  }

  #followOutput({ head, module }: Step): void {
    const [, name = "", key = "", output] = MODULE.exec(head) ?? [];
    const called = moduleAt(this.#index, module)?.calls.get(name)?.module;
    const instances = this.#calledModules(module, name, key);
    const outputs = [...(called?.outputs ?? [])].filter(([one]) => output === undefined || one === output);
    if (called === undefined || outputs.length === 0) this.#isClosed = false;
    if (output === undefined || instances.length > 1) this.#isExact = false;
    for (const instance of instances) {
      for (const [, expression] of outputs)
        this.#push(referencesIn(expression), { module: instance, each: undefined });
    }
  }

  /** A module without resources is not among those of the document. */
  #calledModules(module: string, name: string, key: string): readonly string[] {
    const base = `${module === "" ? "" : `${module}.`}module.${name}`;
    if (key !== "") return [`${base}${key}`];
    const known = this.#index.calledModules(module, name);
    return known.length === 0 ? [base] : known;
  }

  #followResource({ head, module }: Step): void {
    const [whole, data = "", type, name, key = "", attribute] = REFERENCE.exec(head) ?? [];
    if (whole === undefined) {
      this.#isClosed = false;
      return;
    }
    const all = this.#index.instances(module, `${data}${type}.${name}`);
    const asked = key === "" ? all : all.filter((one) => one.address.endsWith(key));
    // A plan shows the same for all of a list, for a slice of it and for one that a number chooses.
    if (asked.length > 1) this.#isExact = false;
    for (const resource of asked) this.#followAttribute(resource, attribute ?? null);
  }

  #followAttribute(resource: TerraformResource, attribute: string | null): void {
    if (this.#take(resource, attribute)) return;
    this.#isExact = false;
    const written = writtenBlock(this.#index, resource);
    const argument = attribute === "id" ? (acceptedBy[resource.type] ?? attribute) : attribute;
    if (argument === null) {
      if (isOpaque(resource)) this.#isClosed = false;
      this.#push(referencesIn(written?.expressions), { module: resource.module, each: written?.each });
      return;
    }
    const value = valueIn(resource.values, argument);
    if (value !== undefined && value !== null) {
      this.#takeKnown(value);
      return;
    }
    const expression = valueIn(written?.expressions, argument);
    if (expression === undefined) {
      if (!PLAIN_ATTRIBUTE.test(argument)) this.#isClosed = false;
    } else this.#push(referencesIn(expression), { module: resource.module, each: written?.each });
  }

  #takeKnown(value: unknown): void {
    const id = textOf(value);
    const known = id === null ? null : this.#index.idOf(id, this.#wanted);
    if (known !== null) this.#found.add(known);
    else if (this.#mayBeId(value)) this.#isClosed = false;
  }

  /** True when the attribute of the resource is the id of what is looked for. */
  #take(resource: TerraformResource, attribute: string | null): boolean {
    const { types, identity, madeWith } = this.#wanted;
    const made = madeWith.filter(
      (one) => one.type === resource.type && (attribute === null || one.attribute === attribute),
    );
    for (const one of made) this.#found.add(`${resource.address}.${one.attribute}`);
    if (made.length > 0 && attribute !== null) return true;
    if (!types.includes(resource.type) || (attribute !== null && !identity.includes(attribute))) return false;
    this.#found.add(resource.address);
    return true;
  }
}
