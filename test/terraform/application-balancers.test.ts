import { expect, test } from "vitest";
import { APPLICATION_BALANCER } from "../support/application-balancer.ts";
import { isObject } from "../support/json.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { networkFrom } from "../support/network.ts";
import { emptyProject, STACK_FILE, writeJson } from "../support/stack-copy.ts";
import { stackJson } from "../support/synth-json.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

describeWithTools("terraform", findTerraform(), (terraform) => {
  test("everything of an application load balancer applies, and has nothing left to do", async () => {
    const json = stackJson(networkFrom(APPLICATION_BALANCER));
    const copy = emptyProject("shop");
    try {
      if (!isObject(json)) throw new Error("the stack is no JSON object");
      writeJson(copy.folder, STACK_FILE, json);
      const { applied, replanned } = await mockedRun(terraform, copy.folder);
      expect(applied).toBeGreaterThan(25);
      expect(replanned).toEqual([]);
    } finally {
      copy.remove();
    }
  });
});
