import { describe, expect, test } from "vitest";
import { fargateSize, fargateSizes } from "../../src/aws/fargate-sizes.ts";

describe("what Fargate takes", () => {
  test.each([
    [256, 3, 512, 2048],
    [512, 4, 1024, 4096],
    [1024, 7, 2048, 8192],
    [2048, 13, 4096, 16384],
    [4096, 23, 8192, 30720],
    [8192, 12, 16384, 61440],
    [16384, 12, 32768, 122880],
  ])("with %i CPU units there are %i amounts of memory, %i to %i MiB", (cpu, count, first, last) => {
    const { memory = [] } = fargateSize(cpu) ?? {};
    expect([memory.length, memory[0], memory.at(-1)]).toEqual([count, first, last]);
  });

  test("no size is there twice, and no other number of CPU units is taken", () => {
    expect(fargateSizes.map(({ cpu }) => cpu)).toEqual([256, 512, 1024, 2048, 4096, 8192, 16384]);
    expect(fargateSize(300)).toBeNull();
  });
});
