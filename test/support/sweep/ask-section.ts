import { askHextet } from "./ask-hextet.ts";

// What Hextet says of the candidates of each section that the parent names, one after the other.
process.on("message", (section: string) => {
  const asked = askHextet(section);
  process.send?.(
    asked.map(({ resources, ...rest }) => ({ ...rest, resources: resources && [...resources] })),
  );
});
