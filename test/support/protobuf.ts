const LENGTH_DELIMITED = 2;

/** A field of a protobuf message that has a length: text, bytes, another message. */
export interface Field {
  readonly field: number;
  /** The field with its tag. */
  readonly bytes: Buffer;
  readonly value: Buffer;
}

/** The fields of a message that has no others than those with a length; throws for any other. */
export function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  while (at < message.length) {
    const tag = varint(message, at);
    const [field, wire] = [tag.value >>> 3, tag.value & 7];
    if (wire !== LENGTH_DELIMITED) throw new Error(`field ${field} has wire type ${wire}`);
    const length = varint(message, tag.end);
    const end = length.end + length.value;
    if (end > message.length) throw new Error("the message ends in the middle of a field");
    yield { field, bytes: message.subarray(at, end), value: message.subarray(length.end, end) };
    at = end;
  }
}

/** https://protobuf.dev/programming-guides/encoding/#varints, up to 32 bits. */
function varint(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let [at, shift] = [start, 0]; shift < 35; at += 1, shift += 7) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("the message ends in the middle of a number");
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Error("a number of the message is too large");
}
