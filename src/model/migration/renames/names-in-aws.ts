import { invariant } from "../../../base/invariant.ts";
import { textOf, valueIn } from "../../../base/untrusted-json.ts";
import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import type { NamedInAws } from "../../types/renames.ts";
import { entriesAt } from "./entries-at.ts";
import { namedThings } from "./named-things.ts";

/** Every thing of the blueprint that AWS knows by a name, with what stands for its name there. */
export function namesInAws(blueprint: Blueprint): readonly NamedInAws[] {
  return namedThings
    .filter(({ named }) => named !== null)
    .flatMap(({ at, word }) =>
      entriesAt(blueprint, at).map(({ path, value }) => {
        const name = textOf(path.at(-1));
        invariant(name !== null, `${path.join(".")} has no name`);
        const written = textOf(valueIn(value, "awsName"));
        return { path, kind: at, word, name, awsName: written ?? name, isWritten: written !== null };
      }),
    );
}
