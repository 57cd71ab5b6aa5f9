import { join } from "node:path";
import { expect, it } from "vitest";
import { renderKeptArgumentsPage } from "../support/kept-arguments-page.ts";

it("docs/kept-arguments.md has the table that the stacks are built by", async () => {
  const page = join(new URL("../../", import.meta.url).pathname, "docs/kept-arguments.md");
  await expect(renderKeptArgumentsPage()).toMatchFileSnapshot(page);
});
