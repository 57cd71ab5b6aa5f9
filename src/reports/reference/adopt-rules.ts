import type { Explanation } from "../findings/explanation.ts";

/** What can keep `hextet adopt` from handing a network over. Sorted by id. */
export const adoptRules = [
  {
    id: "adopt/another-thing",
    severity: "error",
    title: "Each address of the new stack is the thing that it was given to.",
    why: "`hextet adopt` gives each resource an address. When two have swapped theirs, in `existing.import` or in `moved` blocks, both are managed and nothing is destroyed; Terraform ignores of what is imported much of what tells them apart, so the plan may look clean. From then on the blueprint changes the one where it means the other. Names can be changed after the handover, by `renames`.",
  },
  {
    id: "adopt/changes",
    severity: "error",
    title: "A handover makes and changes nothing.",
    why: "The old plan forgets, the new one imports. Whatever one of them makes or changes beside is a difference between a configuration and AWS, or an apply of its own that was mixed in, and hides what the handover does. The new stack may make its mark `terraform_data.migration` alone. Rules of security groups may get tags.",
  },
  {
    id: "adopt/changes-pending",
    severity: "error",
    title: "What is adopted from is as it was applied.",
    why: "A blueprint is written from the state that the plan begins with. While the plan has changes, moves or imports that are not applied, the configuration means something else than what is there; a plan with -target, -refresh-only, or of a configuration that was never applied does not speak of everything. Apply first, and plan again.",
  },
  {
    id: "adopt/destroys",
    severity: "error",
    title: "A handover destroys nothing.",
    why: "A resource that is in the state and no longer in the configuration is destroyed, unless a `removed` block with `destroy = false` says that Terraform is only to forget it. A block is missing, says `destroy = true`, or something that stays went with the call of a module.",
  },
  {
    id: "adopt/managed-twice",
    severity: "error",
    title: "What is handed over has one owner.",
    why: "The old configuration keeps the resource, and the new stack imports it: each apply of the one would take back what the other did. Take it out of the old configuration with a `removed` block, or leave it there and take its line out of `existing.import`.",
  },
  {
    id: "adopt/needs-state-mv",
    severity: "warning",
    title: "Where no moved block can say what moves, a command has to.",
    why: "Within one state, Terraform refuses a `moved` block from an address that the configuration still has. When the new stack gives an old address to another resource, as of two whose names change places, what stands there is moved aside first, by `terraform state mv` to an address that nothing has; the `moved` block goes on from there. That happens at once and without a plan, so copy the state first, and plan nothing in the old configuration any more.",
  },
  {
    id: "adopt/needs-state-rm",
    severity: "warning",
    title: "Where no removed block can say what goes, a command has to.",
    why: "Terraform takes no instance keys in the `from` of a `removed` block: it is about all instances of a resource in all instances of its modules. When some of them stay, or the old configuration's Terraform is older than 1.7, `terraform state rm` takes out single ones. That happens at once and without a plan, so copy the state first, and plan the old configuration right after it: `hextet adopt check` reads from its plan that nothing is destroyed.",
  },
  {
    id: "adopt/not-counted",
    severity: "error",
    title: "What the new stack imports is something that the old configuration gives away.",
    why: "Every resource of the plan is counted: handed over, referred to, or left. The blueprint imports something for which none was found. It would stay in the old configuration too, without a word. It is a mistake of Hextet's; the files were written.",
  },
  {
    id: "adopt/not-the-new-plan",
    severity: "error",
    title: "The plan that takes over is that of the new stack.",
    why: "A plan in which every resource keeps its old address, and in which nothing is moved or imported and no `terraform_data.migration` is made, is the old configuration's own. It destroys nothing, for it does nothing: that says nothing of the handover.",
  },
  {
    id: "adopt/orphaned",
    severity: "error",
    title: "What the old configuration gives away is taken.",
    why: "A resource that neither side manages lives on in AWS, and nobody changes or deletes it any more; it is found by its bill. Put it back into the old configuration, or write it in `existing.import`. Where nobody is to manage it any more, say so: `--allow <address>`.",
  },
  {
    id: "adopt/sensitive",
    severity: "error",
    title: "No sensitive value gets into a blueprint.",
    why: "A plan holds what is marked as sensitive in plain text, and the blueprint would repeat it: it is read by whoever reviews it. Nothing was written. If the value is no secret, the mark can go from the variable or output that it comes from.",
  },
] as const satisfies readonly Explanation[];
