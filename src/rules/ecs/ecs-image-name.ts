import { ecsFacts } from "../../aws/facts/ecs.ts";
import type { Rule } from "../rule.ts";

/** How long the name is, with its tag, or before its digest. */
const LONGEST = 255;

/** An image is named as ECS reads it. */
export const ecsImageName: Rule<"ecs-image-name"> = {
  id: "ecs-image-name",
  severity: "error",
  title: "The image of a container is named as ECS takes it.",
  why: "ECS takes names of at most 255 letters, digits and -_:./#, and after an @ sha256: with 64 hexadecimal digits. It refuses to register others, and Terraform's plan does not know.",
  sources: [ecsFacts.ecsImageNames],
  check({ ecs }, report) {
    for (const { containers } of ecs.taskDefinitions) {
      for (const { path, image } of containers) {
        const fault = faultOf(image.text);
        if (fault !== null)
          report([...path, "image"], fault, "write it such as nginx:1.27, or nginx@sha256: and 64 digits");
      }
    }
  },
};

function faultOf(text: string): string | null {
  const at = text.indexOf("@");
  const name = at === -1 ? text : text.slice(0, at);
  if (name.length > LONGEST)
    return `the image's name has ${name.length} characters, and ECS takes ${LONGEST}`;
  const wrong = /[^A-Za-z0-9_:./#-]/.exec(name);
  if (wrong !== null) return `ECS takes no "${wrong[0]}" in the name of an image`;
  if (at === -1 || /^@sha256:[A-Fa-f0-9]{64}$/.test(text.slice(at))) return null;
  return `"${text.slice(at + 1)}" is no digest`;
}
