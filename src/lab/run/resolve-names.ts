import type { AddressFamily } from "../../base/prefix.ts";
import { listOf, textOf } from "../../base/untrusted-json.ts";
import type { LabPlan } from "../plan/lab-plan.ts";
import { agentFolder } from "./agent-folder.ts";
import { renderPlan } from "./render-plan.ts";
import { askAgent, type Order } from "./start-agent.ts";

/** A name that a source asks its resolver for: A for `ipv4`, AAAA for `ipv6`. */
export interface NameQuestion {
  readonly from: string;
  readonly name: string;
  readonly family: AddressFamily;
}

/** The addresses of the answer, sorted; null where the source has no resolver or none answers. */
export interface NameAnswer extends NameQuestion {
  readonly addresses: readonly string[] | null;
}

/**
 * Stands a laboratory up, asks its resolvers as its hosts would, and takes it down. Rejects with LabFailure where it
 * cannot stand, with TypeError for a source that the plan does not have.
 */
export async function resolveNames(
  plan: LabPlan,
  questions: readonly NameQuestion[],
): Promise<readonly NameAnswer[]> {
  const { asked, read } = prepareQuestions(plan, questions);
  const order = { kind: "names", plan: renderPlan(plan), daemons: ["resolver"], questions: asked };
  return read(await askAgent(agentFolder(), order, "none"));
}

/** What the agent is asked of the questions, and how its answer is read: who has no resolver asks nobody. */
export function prepareQuestions(plan: LabPlan, questions: readonly NameQuestion[]) {
  const prepared = questions.map((question) => {
    const source = plan.sources.find(({ name }) => name === question.from);
    if (source === undefined) throw new TypeError(`no source ${question.from}`);
    return { question, source };
  });
  const asked = prepared.flatMap(({ question: { name, family }, source: { namespace, resolver } }) =>
    resolver === null ? [] : [{ namespace, server: resolver, name, family }],
  );
  const read = (told: Order): readonly NameAnswer[] => {
    const answers = listOf(told["answers"]);
    let next = 0;
    return prepared.map(({ question, source }): NameAnswer => {
      const answer = source.resolver === null ? null : answers[next++];
      if (!Array.isArray(answer)) return { ...question, addresses: null };
      return { ...question, addresses: answer.flatMap((one) => textOf(one) ?? []).sort() };
    });
  };
  return { asked, read };
}
