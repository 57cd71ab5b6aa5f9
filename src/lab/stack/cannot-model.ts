/** A stack that the laboratory cannot build faithfully: it stops instead of guessing. `address` is the resource. */
export class CannotModel extends Error {
  readonly address: string;

  constructor(address: string, why: string) {
    super(`${address}: ${why}`);
    this.name = "CannotModel";
    this.address = address;
  }
}
