/** The memory that Fargate takes with a number of CPU units. */
export interface FargateSize {
  /** CPU units: 1024 are one vCPU. */
  readonly cpu: number;
  /** MiB, ascending. */
  readonly memory: readonly number[];
  /** MiB from one to the next; null: the steps differ. */
  readonly step: number | null;
}

/**
 * The pairs that Fargate takes:
 * https://docs.aws.amazon.com/AmazonECS/latest/userguide/task-cpu-memory-error.html, checked on 2026-11-21.
 */
export const fargateSizes: readonly FargateSize[] = [
  { cpu: 256, memory: [512, 1024, 2048], step: null },
  inSteps(512, 1024, 4096, 1024),
  inSteps(1024, 2048, 8192, 1024),
  inSteps(2048, 4096, 16384, 1024),
  inSteps(4096, 8192, 30720, 1024),
  inSteps(8192, 16384, 61440, 4096),
  inSteps(16384, 32768, 122880, 8192),
];

/** What Fargate takes with that many CPU units; null when it takes no such number. */
export function fargateSize(cpu: number): FargateSize | null {
  return fargateSizes.find((size) => size.cpu === cpu) ?? null;
}

function inSteps(cpu: number, first: number, last: number, step: number): FargateSize {
  const memory = Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
  return { cpu, memory, step };
}
