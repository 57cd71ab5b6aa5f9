import fc from "fast-check";

/** So many forms are looked at for those that differ. */
const LOOKED_AT = 1000;

/** A drawn text that knows its smaller forms. */
export interface DrawnText {
  readonly text: string;
  /** Smaller forms, the smallest first; at most so many. */
  smaller(most: number): readonly DrawnText[];
}

/** Draws texts that can be made smaller one step at a time, so that many forms are asked about in one command. */
export function drawTexts(texts: fc.Arbitrary<string>, seed: number, numRuns: number): readonly DrawnText[] {
  return fc.sample(new Whole(texts), { seed, numRuns });
}

/** Gives each value together with what fast-check knows of how it was drawn. */
class Whole extends fc.Arbitrary<DrawnText> {
  readonly #texts: fc.Arbitrary<string>;

  constructor(texts: fc.Arbitrary<string>) {
    super();
    this.#texts = texts;
  }

  generate(random: fc.Random, bias: number | undefined): fc.Value<DrawnText> {
    return new fc.Value(drawnFrom(this.#texts, this.#texts.generate(random, bias)), undefined);
  }

  canShrinkWithoutContext(_: unknown): _ is DrawnText {
    return false;
  }

  shrink(): fc.Stream<fc.Value<DrawnText>> {
    return fc.Stream.nil();
  }
}

function drawnFrom(texts: fc.Arbitrary<string>, { value, context }: fc.Value<string>): DrawnText {
  return {
    text: value,
    smaller: (most) => [
      ...texts
        .shrink(value, context)
        .take(LOOKED_AT)
        .filter((smaller) => smaller.value !== value) // What is not used in the text shrinks too.
        .take(most)
        .map((smaller) => drawnFrom(texts, smaller)),
    ],
  };
}
