import { expect, it } from "vitest";
import { commitAll, makeProject, smallBlueprint } from "./project.ts";

/** Colours, the cursor, a title, the direction of text, and a control sequence of one character. */
const HOSTILE = "\u001b[31m\u001b]0;x\u0007\u202e\u009b2J\u2028x";

it("nothing that is typed or that a file is called drives the terminal on which it is repeated", async () => {
  const project = makeProject({ "shop.yaml": smallBlueprint("shop"), [`${HOSTILE}.yaml`]: "}{" });
  await project.hextet("validate");
  await commitAll(project);
  const blueprints = ["--blueprints", "blueprints/shop.yaml"];
  for (const args of [
    [HOSTILE],
    [`--${HOSTILE}`],
    ["validate"],
    ["validate", HOSTILE],
    ["validate", "-f", HOSTILE],
    ["validate", "-f", `json=none/${HOSTILE}`],
    ["validate", "--affected", HOSTILE, ...blueprints],
    ["check", "--output", `none/${HOSTILE}`, ...blueprints],
    ["diff", HOSTILE, ...blueprints],
    ["diff", "HEAD", "--allow", HOSTILE, ...blueprints],
    ["plan", "check", HOSTILE, "--plan", "x", "--base", "HEAD", ...blueprints],
    ["stacks", "--affected", HOSTILE, ...blueprints],
    ["stacks", "-f", `json=none/${HOSTILE}`, ...blueprints],
    ["reach", "blueprints/shop.yaml", HOSTILE, "github.com"],
    ["reach", "blueprints/shop.yaml", "internet", HOSTILE],
    ["reach", "--plan", HOSTILE],
    ["explain", HOSTILE],
    ["explain", `network.${HOSTILE}`],
    ["explain", `aws_vpc.x${HOSTILE}`],
    ["graph", "blueprints/shop.yaml", "-o", `blueprints/shop.yaml/${HOSTILE}`],
    ["lab", "blueprints/shop.yaml", "--from", HOSTILE, "--", "true"],
    ["init", "--from", HOSTILE],
    ["init", HOSTILE, "--from", "dual-stack-web"],
    ["import", "--state", HOSTILE, "--vpc", HOSTILE],
    ["migrate", "check", HOSTILE, "--plan", HOSTILE],
    ["cost", HOSTILE],
    ["fmt", HOSTILE],
    ["completion", HOSTILE],
  ]) {
    const { status, stdout, stderr } = await project.hextet(...args);
    expect.soft([args[0], status]).not.toEqual([args[0], 3]);
    // Each of them has something to say.
    expect.soft([args, stderr === ""]).toEqual([args, false]);
    expect.soft([args, /[^\P{C}\n\t]|\p{Zl}/u.exec(stdout + stderr)]).toEqual([args, null]);
  }
});
