import { expect, it } from "vitest";
import { tagList } from "../../../src/stack/hooks/tag-list.ts";

it("gives the tags sorted by key, in whatever order they are written", () => {
  const sorted = [
    { Key: "Name", Value: "shop-web" },
    { Key: "owner", Value: "y" },
    { Key: "project", Value: "x" },
  ];
  expect(tagList({ project: "x", owner: "y", Name: "shop-web" })).toEqual(sorted);
  expect(tagList({ Name: "shop-web", owner: "y", project: "x" })).toEqual(sorted);
});
