import type { Stage } from "../stage.ts";

/** The stage `import`. */
export const importStage: Stage = {
  id: "import",
  title: "Take over what is there",
  why: "It changes nothing in AWS, so that the next stages' plans show only what they themselves do. What a plan of this stage wants to change is a difference between the blueprint and the VPC, and is set right here first",
  without: (network) => network,
};
