import { didYouMean } from "../../base/did-you-mean.ts";
import { invariant } from "../../base/invariant.ts";
import { orderStacks } from "../../base/order-stacks.ts";
import { stacksNamed } from "../../model/terraform/stacks-of-blueprint.ts";
import type { Network } from "../../model/types/network.ts";
import type { Backend } from "../../model/types/terraform-settings.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import type { StackEntry } from "../../reports/stacks/stack-entry.ts";
import type { CompiledAt } from "../compile-at.ts";
import { dependsOnIn, findingAt } from "./finding-at.ts";

/** The stacks in their order, or what is wrong with it. */
export interface ListedStacks {
  /** By wave, then by name; empty where an error is among the findings. */
  readonly stacks: readonly StackEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Puts the stacks in the order in which they are applied: behind those that they take values from, that
 * `terraform.dependsOn` names, and whose state a file of `extend` reads.
 */
export function listStacks(compiled: CompiledAt, output: string): ListedStacks {
  const { networks } = compiled;
  const reads = new Map(networks.map((network) => [network.name, statesRead(network, compiled)]));
  const after = new Map(
    networks.map((network) => {
      const { name, references, terraform } = network;
      const named = terraform.dependsOn.flatMap((one) => stacksNamed(one, network, networks));
      const taken = [...named.sort(), ...stacksTaken(references), ...(reads.get(name)?.stacks ?? [])];
      return [name, [...new Set(taken)]];
    }),
  );
  const { stacks: placed, circle } = orderStacks(after);
  const findings = [
    ...networks.flatMap((network) => unknownNames(network, compiled)),
    ...networks.flatMap((network) => unknownStates(network, reads.get(network.name)?.isUnknown, compiled)),
    ...(circle.length === 0 ? [] : [circleOf(circle, compiled)]),
  ];
  if (findings.some(({ severity }) => severity === "error")) return { stacks: [], findings };
  const stacks = placed.flatMap(({ name, after: before, wave }) =>
    networks
      .filter((network) => network.name === name)
      .map(
        ({ description, region, terraform: { backend } }): StackEntry => ({
          name,
          description,
          region,
          folder: `${output}/stacks/${name}`,
          wave,
          after: before,
          backend,
          affected: null,
        }),
      ),
  );
  return { stacks, findings };
}

function stacksTaken(references: Network["references"]): readonly string[] {
  return references.flatMap(({ stack }) => stack ?? []);
}

function unknownNames(network: Network, compiled: CompiledAt): readonly Finding[] {
  const { name, terraform } = network;
  const unknown = terraform.dependsOn.filter(
    (one) => stacksNamed(one, network, compiled.networks).length === 0,
  );
  return unknown.map((one) =>
    findingAt(compiled, network, dependsOnIn(network, one, compiled), {
      severity: "error",
      rule: "stacks/unknown-stack",
      message: `"${name}" depends on "${one}", and no blueprint makes a stack of that name`,
      hint: didYouMean(
        one,
        compiled.networks.map((other) => other.name),
        "correct terraform.dependsOn; a stack of another repository cannot be ordered from here",
      ),
    }),
  );
}

function circleOf(circle: readonly string[], compiled: CompiledAt): Finding {
  const [name, next = ""] = circle;
  const first = compiled.networks.find((network) => network.name === name);
  invariant(first !== undefined, "a circle of stacks that no blueprint makes");
  return findingAt(compiled, first, dependsOnIn(first, next, compiled), {
    severity: "error",
    rule: "stacks/circle",
    message: `stacks wait for each other: ${circle.join(" after ")}`,
    hint: "one of them has to be applied first: take its terraform.dependsOn, or its reading of the other's state, out",
  });
}

interface StatesRead {
  readonly stacks: readonly string[];
  /** A state is read, and it is none of these stacks'. */
  readonly isUnknown: boolean;
}

/** The stacks whose states the copied files read: a file that has the data source and names the place of the state. */
function statesRead(network: Network, { networks, copies }: CompiledAt): StatesRead {
  const texts = copies
    .filter(({ path }) => path.startsWith(`stacks/${network.name}/`))
    .map(({ bytes }) => bytes.toString("utf8"))
    .filter((text) => text.includes("terraform_remote_state"));
  const others = networks.filter((other) => other.name !== network.name);
  const stacks = others
    .filter(({ terraform }) =>
      texts.some((text) => text.includes(JSON.stringify(placeOf(terraform.backend)))),
    )
    .map(({ name }) => name);
  return { stacks, isUnknown: texts.length > 0 && stacks.length === 0 };
}

/** What tells the state from every other of its backend. */
function placeOf(backend: Backend): string {
  switch (backend.kind) {
    case "local":
      return backend.path;
    case "s3":
      return backend.key;
    case "http":
      return backend.address;
    case "cloud":
    case "remote":
      return backend.workspace;
  }
}

function unknownStates(
  network: Network,
  isUnknown: boolean | undefined,
  compiled: CompiledAt,
): readonly Finding[] {
  const { name, terraform } = network;
  if (isUnknown !== true || terraform.dependsOn.length > 0) return [];
  return [
    findingAt(compiled, network, ["extend", "terraform"], {
      severity: "warning",
      rule: "stacks/unknown-state",
      message: `a file of extend in "${name}" reads the state of a stack that no blueprint here makes`,
      hint: "where it is a stack of this repository, name it in terraform.dependsOn, so that it is applied first",
    }),
  ];
}
