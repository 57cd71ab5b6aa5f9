import { expect, test } from "vitest";
import { NO_COMPUTE } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

test("a key pair has its name, its key and its tags", () => {
  const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample ops@example.com";
  const pair = {
    name: "ops",
    path: ["compute", "keyPairs", "ops"],
    displayName: "sample-ops",
    publicKey,
    tags: { team: "ops" },
  };
  const json = stackJson(sampleNetwork({ compute: { ...NO_COMPUTE, keyPairs: [pair] } }));
  expect(resourceIn(json, "aws_key_pair.ops")).toEqual({
    key_name: "sample-ops",
    public_key: publicKey,
    tags: { Name: "sample-ops", team: "ops" },
  });
});
