import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { synthStacks } from "../../src/stack/synth.ts";
import { IMPORTING } from "./existing-blueprint.ts";
import { IMPORTED_SHOP } from "./imported-shop.ts";
import { networkFrom } from "./network.ts";
import { offlinePlan } from "./offline-plan.ts";
import { terraformState } from "./terraform-state.ts";
import { findTerraform } from "./tools.ts";

const SHOP = networkFrom(IMPORTING);
const stage = process.argv[2] as "import";
const n = { ...SHOP, migration: SHOP.migration && { ...SHOP.migration, stage } };
const folder = mkdtempSync("/tmp/exp-stack/x");
synthStacks([n], path.join(folder, "generated"));
const stack = path.join(folder, "generated/stacks/shop");
const f = path.join(stack, "cdk.tf.json");
writeFileSync(f, readFileSync(f, "utf8").replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
const t = findTerraform();
if (!t.found) throw 1;
const { actions, json } = await offlinePlan(t.tool, stack, terraformState(IMPORTED_SHOP));
console.log(actions);
for (const c of (json as any).resource_changes) {
  if (["no-op", "create"].includes(c.change.actions[0]) && c.change.actions.length === 1) continue;
  const { before, after, after_unknown, replace_paths } = c.change;
  console.log(c.address, c.change.actions, JSON.stringify(replace_paths));
  console.log(
    JSON.stringify(after_unknown),
    JSON.stringify(c.change.before_sensitive),
    JSON.stringify(c.change.after_sensitive),
  );
  for (const k of Object.keys({ ...before, ...after }))
    if (JSON.stringify(before?.[k]) !== JSON.stringify(after?.[k]))
      console.log(
        "   ",
        k,
        JSON.stringify(before?.[k]),
        "->",
        JSON.stringify(after?.[k]),
        after_unknown?.[k] ?? "",
      );
}
