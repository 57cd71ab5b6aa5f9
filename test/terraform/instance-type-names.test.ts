import { expect, test } from "vitest";
import { isNamedByApi } from "../../src/aws/instance-types.ts";
import { readInstanceTypeNames } from "../../tools/instance-types/read-names.ts";
import { renderInstanceTypeNames } from "../../tools/instance-types/render-names.ts";
import { describeWithTools, findPython } from "../support/tools.ts";

describeWithTools("instance type names", findPython(), (python) => {
  const model = readInstanceTypeNames(python);

  test("are all known that the API model of this machine has; else run `npm run instance-types`", () => {
    expect(model.names.length).toBeGreaterThan(1000);
    expect(model.names.filter((name) => !isNamedByApi(name))).toEqual([]);
  });

  test("are written with the version that they are of, and its day where it is told", () => {
    const file = renderInstanceTypeNames(
      { version: "9.9.9", names: ["t4g.small", "x99.small", "x99.large"] },
      "2030-01-02",
    );
    expect(file).toContain("botocore 9.9.9 of 2030-01-02.");
    expect(file).toContain('["x99", "large small"]');
    expect(file).not.toContain("t4g");
    expect(renderInstanceTypeNames({ version: "9.9.9", names: [] }, null)).toContain("botocore 9.9.9.\n");
  });
});
