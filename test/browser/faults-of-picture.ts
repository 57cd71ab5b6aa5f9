import { contrast } from "./contrast.ts";

interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label on the screen; `box` is the rectangle that it belongs to, `colour` as CSS computes it. */
interface ShownLabel {
  readonly text: string;
  readonly place: Place;
  readonly box: Place;
  readonly colour: string;
}

/** A picture on the screen, as `collect-pictures.js` answers. */
export interface ShownPicture {
  readonly place: Place;
  /** Filled rectangles, the lowest first. */
  readonly fills: readonly { readonly place: Place; readonly colour: string }[];
  readonly labels: readonly ShownLabel[];
  readonly wires: readonly { readonly pieces: readonly Place[]; readonly colour: string }[];
}

/** What WCAG 2.2 asks of text (1.4.3), and of lines that tell something (1.4.11). */
const TEXT_CONTRAST = 4.5;
const LINE_CONTRAST = 3;

/** Every fault of a picture, a line each: what leaves its place, lies over another or cannot be read. */
export function faultsOfPicture(picture: ShownPicture): readonly string[] {
  if (picture.labels.length === 0) return ["a picture has no label"];
  return [
    ...picture.labels.flatMap((label) => faultsOfLabel(picture, label)),
    ...overlaps(picture.labels),
    ...picture.wires.flatMap((wire) => faultsOfWire(picture, wire)),
  ];
}

function faultsOfLabel(picture: ShownPicture, { text, place, box, colour }: ShownLabel): readonly string[] {
  const ground = picture.fills.filter((fill) => isInside(place, fill.place)).at(-1)?.colour ?? colour;
  const ratio = contrast(colour, ground);
  return [
    ...(place.right > place.left ? [] : [`"${text}" has no width`]),
    ...(isInside(place, box) ? [] : [`"${text}" leaves its box`]),
    ...(isInside(place, picture.place) ? [] : [`"${text}" leaves the picture`]),
    ...(ratio >= TEXT_CONTRAST ? [] : [`"${text}" has a contrast of ${ratio.toFixed(2)}`]),
  ];
}

function overlaps(labels: readonly ShownLabel[]): readonly string[] {
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter((other) => meet(one.place, other.place))
      .map((other) => `"${one.text}" lies over "${other.text}"`),
  );
}

function faultsOfWire(
  picture: ShownPicture,
  { pieces, colour }: ShownPicture["wires"][number],
): readonly string[] {
  const ratio = Math.min(...picture.fills.slice(0, 1).map((page) => contrast(colour, page.colour)));
  return [
    ...(pieces.every((piece) => isInside(piece, picture.place)) ? [] : ["a wire leaves the picture"]),
    ...(ratio >= LINE_CONTRAST ? [] : [`a wire has a contrast of ${ratio.toFixed(2)}`]),
    ...picture.labels
      .filter(({ place }) => pieces.some((piece) => meet(piece, place)))
      .map(({ text }) => `a wire crosses "${text}"`),
  ];
}

/** Half a pixel is the browser's rounding. */
function isInside(inner: Place, outer: Place): boolean {
  const slack = 0.5;
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
}

function meet(a: Place, b: Place): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
