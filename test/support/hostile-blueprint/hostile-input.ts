import { readdirSync, readFileSync } from "node:fs";
import { oneOf, randomSource } from "../random-source.ts";
import { mutateText } from "./mutate-text.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
/** Larger ones take longer, and hold what smaller ones hold. */
const MOST_LINES = 125;
/** Of five texts, four are made of blueprints with fewer lines than this. */
const FEW_LINES = 70;

/** Good blueprints, which are made hostile. */
const BLUEPRINTS: readonly string[] = ["blueprints/", "test/blueprint/ok/"].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".include.yaml"))
    .sort()
    .map((name) => readFileSync(`${ROOT}${folder}${name}`, "utf8"))
    .filter((text) => text.split("\n").length < MOST_LINES),
);
const SMALL = BLUEPRINTS.filter((text) => text.split("\n").length < FEW_LINES);

/** The hostile text of that number: always the same. */
export function hostileInput(seed: number): string {
  const random = randomSource(seed);
  const blueprints = random(5) === 0 ? BLUEPRINTS : SMALL;
  return mutateText(oneOf(random, blueprints), random, blueprints);
}
