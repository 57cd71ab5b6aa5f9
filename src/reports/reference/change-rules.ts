import type { Severity } from "../../base/diagnostic.ts";
import type { Explanation } from "../findings/explanation.ts";

/** What `hextet diff` and `hextet plan check` find. Sorted by id. */
export const changeRules = [
  {
    id: "change/loses-address",
    severity: "error",
    inSynth: "warning",
    title:
      "An address, a prefix or a name that others may know stays, unless the blueprint says that it may go.",
    why: "Others have it in their filters, their DNS and their routes: the other side of a peering, a customer's firewall, a partner's allow list. When the resource is replaced, the new one has another. Keep the resource, or name its address in `terraform.mayDestroy`, so that reviewers see that it is meant.",
  },
  {
    id: "change/loses-capacity",
    severity: "error",
    inSynth: "warning",
    title: "Hosts and tasks that run keep running when the scaling of their number goes.",
    why: "While a service, a group or a node group scales, its number is in AWS alone, and Terraform leaves it there (`ignore_changes`). Without the scaling the next apply sets what is written, which nobody has looked at since the first day: ten tasks become one. Write a number that is at least what runs, or as much as the scaling allowed; then take the scaling out. Where fewer are meant, name the address in `terraform.mayDestroy`, so that reviewers see it.",
  },
  {
    id: "change/loses-data",
    severity: "error",
    title: "What stores data stays, unless the blueprint says that it may go.",
    why: "A database, a cache, a cluster, a host's root volume or a log group that is destroyed or replaced takes with it what it holds. Renaming it in the blueprint does so too, without renamedFrom: Terraform knows a resource by its address only. Keep it, or name the address in `terraform.mayDestroy`, so that reviewers see that it is meant. `hextet synth` and `hextet check` refuse it too.",
  },
  {
    id: "change/made-twice",
    severity: "error",
    inSynth: "warning",
    title: "A stack stays in its region, its account and its backend.",
    why: "Terraform looks for what is there where the stack says. In another region or account, or in an empty state, it finds nothing and makes everything a second time; what was there stays, in nobody's hands. Destroy it first, or move the state along (`terraform init -migrate-state`), and say so with `--allow <stack>`.",
  },
  {
    id: "change/rename-incomplete",
    severity: "error",
    title: "Every resource of a renamed thing has a place to which its state moves.",
    why: "The moves follow from the stack as it is under the old names and under the new ones. A resource that is there under one of them only, or whose old address something else has now, would be destroyed or made anew without a word. Hextet's own resources always pair; a hook of your own may name its resources otherwise.",
  },
  {
    id: "change/renamed-from-done",
    severity: "note",
    title: "An old name goes when its state has moved everywhere.",
    why: "What `renamedFrom` says is in the last commit, or in what `hextet diff` compares with, already: where that is applied, the state has moved, and the line does nothing any more. While it stands, nothing new can have the old name. Take it out when every environment has been applied.",
  },
  {
    id: "change/renamed-from-nothing",
    severity: "warning",
    title: "An old name is the name of something that was there.",
    why: "Terraform passes over a `moved` block whose old address is in no state, without a word. So an old name that is misspelt, or that was given up two renames ago, moves nothing: the thing is made anew, and what was there under its real name is destroyed. Write the name that the thing has in the last commit, or in what `hextet diff` compares with.",
  },
  {
    id: "change/no-output-before",
    severity: "error",
    title: "The output of a stack that was there is compared with.",
    why: "`hextet diff` compares with the output that a commit or a folder has. Where that commit has the blueprint and not its output, as in a repository that ignores `generated/`, everything looks new: a review would show creations where the apply replaces and destroys. Commit `generated/`, or name a folder with the output of what was applied.",
  },
  {
    id: "change/stack-gone",
    severity: "error",
    inSynth: "warning",
    title: "A stack that goes is destroyed first.",
    why: "When a blueprint is deleted, or its `name` is another one without renamedFrom, the folder of its stack goes, and nothing destroys what it made: it stays in AWS, and a stack of the new name makes everything a second time. Run `terraform destroy` in the old folder before, or hand its state to the stack of the new name (the same backend key), and say so with `--allow <stack>`.",
  },
  {
    id: "change/stack-renamed",
    severity: "warning",
    title: "The state of a renamed stack is carried over before the apply.",
    why: "Terraform's state belongs to the stack's folder and to the backend's key. Under the new name Terraform looks in another place, finds nothing, and makes everything a second time. The steps that the finding lists bring the state there; the plan is empty then.",
  },
  {
    id: "change/still-protected",
    severity: "error",
    title:
      "What AWS protects from deletion loses its protection in an apply before the one in which it goes.",
    why: "Terraform's `prevent_destroy` goes with the block of the resource, AWS's deletion protection stays: AWS refuses the deletion, and the apply ends half-way, when the servers of a database cluster are gone already. So it takes two pull requests, each applied: `deletionProtection: false` first; then the thing is taken out or changed, and `terraform.mayDestroy` names it. A last snapshot is taken then unless `skipFinalSnapshot` says otherwise.",
  },
  {
    id: "plan/errored",
    severity: "error",
    title: "A plan that is checked was made without errors.",
    why: "Terraform writes what it knew when planning failed. What is missing may be the worst of it.",
  },
  {
    id: "plan/incomplete",
    severity: "warning",
    title: "A plan that is checked is of the whole stack.",
    why: "With `-target`, or where Terraform defers changes, there is more to plan after this plan is applied, and that has not been looked at.",
  },
  {
    id: "plan/left-over",
    severity: "note",
    title: "What an interrupted replacement left over is destroyed.",
    why: "Terraform had made the new resource and was stopped before it destroyed the old one. It does so now.",
  },
  {
    id: "plan/loss-not-allowed",
    severity: "error",
    title: "A plan loses only what the blueprint says may be lost.",
    why: "The review has shown that the resource goes with its data or its address, or loses hosts or tasks that run, and nobody has said that this is meant. Name its address in `terraform.mayDestroy`.",
  },
  {
    id: "plan/of-another-stack",
    severity: "error",
    title: "A plan that is checked is of the stack as the blueprint has it.",
    why: "A plan of another stack, or of an older output, says nothing of what is to be applied. Run `hextet synth`, and plan again in the stack's folder.",
  },
  {
    id: "plan/unannounced-change",
    severity: "warning",
    title: "A plan makes and changes what the review has shown.",
    why: "What it makes or changes beyond that comes from AWS or from the state: somebody has changed it by hand, an earlier change was never applied, or the provider is another one. Look before you apply.",
  },
  {
    id: "plan/unannounced-loss",
    severity: "error",
    title: "A plan destroys, replaces and forgets nothing that the review has not shown.",
    why: "`hextet diff` compares two outputs and knows what the provider replaces; the plan also sees the state and AWS. Where it destroys more than was reviewed, nobody has agreed to that. Do not apply: find out why first.",
  },
  {
    id: "plan/unannounced-move",
    severity: "error",
    title: "A plan moves the state of what the review has shown as renamed, and of nothing else.",
    why: "A moved block of other Terraform files, or an older output, gives the state of one resource to another. Where that is not the same thing, the apply changes or replaces it. Only renamedFrom of the blueprint moves state, and `hextet diff` shows it.",
  },
] as const satisfies readonly Explanation[];

/** How `hextet synth` and `hextet check` report what `hextet diff` refuses. */
export function severityInSynth(id: string): Severity {
  const rule: Explanation | undefined = changeRules.find((one) => one.id === id);
  return rule?.inSynth ?? rule?.severity ?? "error";
}
