import { expect, test } from "vitest";
import { generatedFiles, ROOT } from "../../tools/generated-files.ts";

test.each(generatedFiles)("$path is fresh: `npm run generate` writes it", async ({ path, render }) => {
  await expect(await render()).toMatchFileSnapshot(ROOT + path);
});
