import { describe, expect, it } from "vitest";
import { findObstacle } from "../../../src/lab/run/find-obstacle.ts";

describe("findObstacle", () => {
  it("says what keeps a laboratory from standing, the first thing first", () => {
    expect(findObstacle({ platform: "darwin", uid: 501, path: "" })).toBe(
      "the laboratory needs Linux: it is made of network namespaces",
    );
    expect(findObstacle({ platform: "linux", uid: 1000, path: "" })).toBe(
      "the laboratory needs root to make network namespaces: run it with sudo",
    );
  });

  it("names the commands that are missing, and each package once", () => {
    const said = findObstacle({ platform: "linux", uid: 0, path: "/nowhere" });
    expect(said).toMatch(/^the laboratory needs ip, nft, tayga, unbound, unshare, setpriv/);
    expect(said).toMatch(/apt-get install iproute2 nftables tayga unbound util-linux(?: python3)?$/);
  });
});
