import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StageChanges } from "../../src/model/types/migration.ts";
import type { Network } from "../../src/model/types/network.ts";
import { stageChanges } from "../../src/stack/stage-changes.ts";

/** What each stage of a network's migration changes; the folder that CDKTF wants is gone afterwards. */
export function stageChangesOf(network: Network): readonly StageChanges[] {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-stages-"));
  try {
    return stageChanges(network, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
