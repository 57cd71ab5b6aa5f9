import type { Stage } from "../stage.ts";

/** The stage `import`: nothing comes before it, so it takes nothing out. */
export const importStage: Stage = {
  id: "import",
  title: "Take over what is there",
  why: "It changes nothing in AWS, so that the plans of the next stages show only what those stages do. What its own plan wants to change is a difference between the blueprint and the VPC: set it right here, first",
  without: (network) => network,
};
