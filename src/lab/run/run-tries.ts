import { parseIpv4 } from "../../base/address.ts";
import {
  type AddressFamily,
  embedIpv4,
  formatAddress,
  type Prefix,
  parseAddress,
} from "../../base/prefix.ts";
import { listOf } from "../../base/untrusted-json.ts";
import type { LabPlan, LabSource } from "../plan/lab-plan.ts";
import { agentFolder } from "./agent-folder.ts";
import { renderPlan } from "./render-plan.ts";
import { type NameAnswer, type NameQuestion, prepareQuestions } from "./resolve-names.ts";
import { askAgent } from "./start-agent.ts";

/** A connection to try: of a source's name, to a destination's name or an address. */
export interface Try {
  readonly from: string;
  readonly to: string;
  /** `nat64`: with IPv6 to the destination's IPv4 address in 64:ff9b::/96. */
  readonly family: AddressFamily | "nat64";
  readonly protocol: "tcp" | "udp" | "icmp";
  /** Null for ICMP, which is an echo request. */
  readonly port: number | null;
  /** Of the internet and of outside networks: with which address; any that no VPC has. */
  readonly fromAddress?: string;
}

/**
 * How a try ended: `arrived` there and an answer back; `refused` by who was asked; `timeout`: nothing came back;
 * `no-address`: source or destination has none of the family.
 */
type Outcome = "arrived" | "refused" | "timeout" | "no-address";

/** A try, the address that was asked, and how it ended. */
export interface TryResult extends Try {
  readonly address: string | null;
  readonly outcome: Outcome;
}

const NAT64: Prefix = { family: "ipv6", address: 0x64_ff9bn << 96n, length: 96 };

interface AgentTry {
  readonly namespace: string;
  readonly family: AddressFamily;
  readonly protocol: Try["protocol"];
  readonly address: string;
  readonly port: number;
  readonly source: string | null;
}

/**
 * Stands a laboratory up, tries all connections with real packets, and takes it down. Needs root and Linux's tools.
 * Rejects with LabFailure where it cannot stand, with
 * TypeError for a name that the plan does not have. @internal exported for tests
 */
export async function runTries(plan: LabPlan, tries: readonly Try[]): Promise<readonly TryResult[]> {
  return (await runTriesAndNames(plan, tries, [])).results;
}

/** As `runTries`, and asks the resolvers of the same laboratory before. */
export async function runTriesAndNames(
  plan: LabPlan,
  tries: readonly Try[],
  questions: readonly NameQuestion[],
): Promise<{ readonly results: readonly TryResult[]; readonly answers: readonly NameAnswer[] }> {
  const names = prepareQuestions(plan, questions);
  const prepared = tries.map((one) => ({ one, ask: agentTry(plan, one) }));
  const asked = prepared.flatMap(({ ask }) => ask ?? []);
  const daemons = questions.length === 0 ? ["nat64"] : ["nat64", "resolver"];
  const order = { kind: "tries", plan: renderPlan(plan), daemons, tries: asked, questions: names.asked };
  const answer = await askAgent(agentFolder(), order, "none");
  const outcomes = listOf(answer["outcomes"]);
  let next = 0;
  const results = prepared.map(({ one, ask }): TryResult => {
    if (ask === null) return { ...one, address: null, outcome: "no-address" };
    return { ...one, address: ask.address, outcome: outcomeOf(outcomes[next++]) };
  });
  return { results, answers: names.read(answer) };
}

/** Null where source or destination has no address of the family: then there is no packet. */
function agentTry(plan: LabPlan, one: Try): AgentTry | null {
  const source = plan.sources.find(({ name }) => name === one.from);
  if (source === undefined) throw new TypeError(`no source ${one.from}`);
  const family = one.family === "nat64" ? "ipv6" : one.family;
  const own = source[family];
  const address = addressOf(plan, source, one);
  if (own === null || address === null) return null;
  const isInside = source.subnet !== null;
  return {
    namespace: source.namespace,
    family,
    protocol: one.protocol,
    address,
    port: one.port ?? 0,
    source: one.fromAddress ?? (isInside ? null : own),
  };
}

function addressOf(
  plan: LabPlan,
  source: LabSource,
  { to, family }: Pick<Try, "to" | "family">,
): string | null {
  if (family === "nat64") {
    const ipv4 = parseIpv4(addressOf(plan, source, { to, family: "ipv4" }) ?? "");
    return ipv4 === null ? null : formatAddress("ipv6", embedIpv4(NAT64, ipv4));
  }
  const written = parseAddress(to);
  if (written !== null) return written.family === family ? to : null;
  const destination = plan.destinations.find(({ name }) => name === to);
  if (destination === undefined) throw new TypeError(`no destination ${to}`);
  if (family === "ipv4" && source.isInternet && destination.subnet !== null) return destination.publicIpv4;
  return destination[family];
}

function outcomeOf(value: unknown): Outcome {
  if (value === "arrived" || value === "refused" || value === "timeout") return value;
  throw new TypeError(`unknown outcome ${JSON.stringify(value)}`);
}
