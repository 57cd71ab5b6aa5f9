import { atKey, type Location } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import type { Expectation, Network, WrittenEnd } from "../../model/types/network.ts";
import { asClause, whyItEnds } from "../ends/deciding-hop.ts";
import { findEnd, findNode } from "../ends/find-end.ts";
import { type Port, portsToTry } from "../ends/ports-to-try.ts";
import { readQuery } from "../ends/read-query.ts";
import { indexJoined } from "../joined/index-joined.ts";
import type { Node } from "../topology/nodes.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import type { Attempt, Passage, Query, Trace, Verdict } from "../walk/trace.ts";
import { traceIn } from "../walk/trace-query.ts";

/** What is wrong with an expectation: it names nothing, it does not hold, or nobody can know. */
export interface JudgedExpectation {
  readonly path: Path | Location;
  readonly state: "unnamed" | "broken" | "unknown";
  readonly message: string;
  readonly hint: string | null;
}

/** Every expectation that does not surely hold. */
export function judgeExpectations(network: Network): readonly JudgedExpectation[] {
  if (network.expectations.length === 0) return [];
  const index = indexJoined(network);
  return network.expectations.flatMap((expectation) => judgeOne(index, expectation));
}

function judgeOne(index: TopologyIndex, expectation: Expectation): readonly JudgedExpectation[] {
  const subject = findNode(index.topology, expectation.name);
  if (subject.kind === "unknown")
    return [
      { path: atKey(expectation.path), state: "unnamed", message: subject.message, hint: subject.hint },
    ];
  const node = index.nodes.get(subject.end.id);
  return [
    ...expectation.reaches.flatMap((end) => judgeReaches(index, expectation.name, end)),
    ...expectation.notReachedFrom.flatMap((end) =>
      node === undefined ? [] : judgeNotReached(index, expectation.name, node, end),
    ),
  ];
}

function judgeReaches(index: TopologyIndex, from: string, end: WrittenEnd): readonly JudgedExpectation[] {
  const read = readQuery(index.topology, from, end.text);
  const { path } = end;
  if (read.kind === "unknown") return [{ path, state: "unnamed", message: read.message, hint: read.hint }];
  const answer = traceIn(index, read.query);
  const missed = missedBy(answer);
  if (missed === null) return [];
  const state = missed === "unknown" ? "unknown" : "broken";
  const what = `${JSON.stringify(from)} ${VERBS[missed]} ${JSON.stringify(end.text)}`;
  return [{ path, state, message: `${what}: ${whyOf(answer, missed)}`, hint: null }];
}

/** How a connection fails from one of the source's subnets at least; null: it does not. */
function missedBy(answer: Trace): Exclude<Passage, "yes"> | null {
  if (answer.verdict === "reaches") return null;
  if (answer.verdict !== "some") return answer.verdict === "unknown" ? "unknown" : "no";
  const passages = fromEachSubnet(answer);
  const worst = WORST_FIRST.find((passage) => passages.includes(passage)) ?? "no";
  return worst === "yes" ? null : worst;
}

const WORST_FIRST: readonly Passage[] = ["no", "some", "unknown", "yes"];

const VERBS = {
  no: "does not reach",
  some: "does not always reach",
  unknown: "is not known to reach",
} as const satisfies Record<Exclude<Passage, "yes">, string>;

/** Of each of the source's subnets, and of each name of the destination, the best that one of the families gives. */
function fromEachSubnet({ attempts }: Trace): readonly Passage[] {
  const keyOf = ({ fromSubnet, name }: Attempt) => JSON.stringify([fromSubnet, name]);
  return [...new Set(attempts.map(keyOf))].map((key) => {
    const own = attempts.filter((one) => keyOf(one) === key).map(({ verdict }) => verdict);
    return BEST_FIRST.find((passage) => own.includes(passage)) ?? "no";
  });
}

const BEST_FIRST: readonly Passage[] = ["yes", "some", "unknown", "no"];

function whyOf(answer: Trace, missed: Exclude<Passage, "yes">): string {
  const why = whyItEnds(answer, missed);
  return why === null ? "they have no address family in common" : asClause(why);
}

function judgeNotReached(
  index: TopologyIndex,
  name: string,
  node: Node,
  { path, text }: WrittenEnd,
): readonly JudgedExpectation[] {
  const other = findEnd(index.topology, text);
  if (other.kind === "unknown") return [{ path, state: "unnamed", message: other.message, hint: other.hint }];
  const ports: readonly Port[] =
    other.port === null ? portsToTry(index.topology, node) : [{ protocol: other.protocol, port: other.port }];
  const answers = ports.map((port) => {
    const query: Query = { from: other.end, to: { kind: "node", id: node.id }, ...port };
    return { port, answer: traceIn(index, query) };
  });
  const withVerdict = (...wanted: readonly Verdict[]) =>
    answers.find(({ answer }) => wanted.includes(answer.verdict));
  const what = (verb: string, port: Port) =>
    `${JSON.stringify(name)} ${verb} reached from ${JSON.stringify(text)} on ${port.protocol} ${port.port}`;
  const reached = withVerdict("reaches", "some");
  if (reached !== undefined)
    return [{ path, state: "broken", message: what("is", reached.port), hint: null }];
  const unsure = withVerdict("unknown");
  if (unsure === undefined) return [];
  const message = `${what("may be", unsure.port)}: ${whyOf(unsure.answer, "unknown")}`;
  return [{ path, state: "unknown", message, hint: null }];
}
