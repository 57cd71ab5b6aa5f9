import type { Cost } from "./measure.ts";

/** A row of the table. */
export interface Row {
  readonly title: string;
  /** At most so many times the floor; null: nothing of Hextet's. */
  readonly target: number | null;
  readonly floor: string;
  readonly what: keyof Cost;
  readonly command: string;
}

/** What is measured, against which floor, and how much is wanted. */
export const rows: readonly Row[] = [
  { title: "`validate`, 1 blueprint", target: 1.5, floor: "read 1", what: "seconds", command: "validate 1" },
  { title: "`validate`, 300", target: 2, floor: "read 300", what: "seconds", command: "validate 300" },
  {
    title: "`validate`, 300 that are known",
    target: 2,
    floor: "read 300",
    what: "seconds",
    command: "validate 300 again",
  },
  {
    title: "`synth`, 1 blueprint of 69 resources",
    target: 3,
    floor: "write 1",
    what: "seconds",
    command: "synth 1",
  },
  { title: "`synth`, 100", target: 4, floor: "write 100", what: "seconds", command: "synth 100" },
  { title: "`synth`, 300 cold", target: 4, floor: "write 300", what: "seconds", command: "synth 300" },
  {
    title: "`synth`, 300 cold, in threads, on the clock",
    target: 4,
    floor: "write 300",
    what: "elapsed",
    command: "threads 300",
  },
  {
    title: "`synth`, 1 of 300 changed",
    target: 1.5,
    floor: "write 300",
    what: "seconds",
    command: "edit 1 of 300",
  },
  {
    title: "`synth`, one stack of 7,800 resources",
    target: 4,
    floor: "write large",
    what: "seconds",
    command: "synth large",
  },
  {
    title: "for comparison: the same 69 resources, a CDKTF program written by hand",
    target: null,
    floor: "write 1",
    what: "seconds",
    command: "CDKTF 1",
  },
  {
    title: "for comparison: a dual-stack VPC alone, AWS CDK",
    target: null,
    floor: "write 1",
    what: "seconds",
    command: "AWS CDK",
  },
  {
    title: "most memory, `synth` of 300",
    target: 2,
    floor: "write 300",
    what: "megabytes",
    command: "synth 300",
  },
];
