/** A list in which each value stands once; values are compared by their JSON. */
export class Listed<Value> {
  readonly #indexes = new Map<string, number>();
  readonly #items: Value[] = [];

  /** The values, in the order in which they came. */
  get items(): readonly Value[] {
    return this.#items;
  }

  /** The value's index; a new one is added. */
  indexOf(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.#items.length);
    this.#items.push(value);
    return this.#items.length - 1;
  }
}
