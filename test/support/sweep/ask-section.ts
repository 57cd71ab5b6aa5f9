import { askHextet } from "./ask-hextet.ts";

// What Hextet says of one section's candidates, as JSON on the standard output: each section computes in a process of its own.
const asked = askHextet(process.argv[2] ?? "");
process.stdout.write(
  JSON.stringify(
    asked.map(({ resources, ...rest }) => ({ ...rest, resources: resources && [...resources] })),
  ),
);
