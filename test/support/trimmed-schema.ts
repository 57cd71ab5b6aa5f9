import { fieldsOf } from "./protobuf.ts";

/** The fields of `tfplugin5.GetProviderSchema.Response` that are maps of a schema by its type's name. */
const MAPS_BY_TYPE = [2, 3, 8];
/** Functions of the provider, which Hextet writes none of. */
const FUNCTIONS = 7;

/**
 * A provider's answer to `GetProviderSchema` (protobuf, without gRPC's frame) with the types that `isKept` keeps, byte
 * for byte. Terraform reads all 1,500 types of the AWS provider in every command, which takes longer than its work.
 * Throws when the message is of another form.
 */
export function trimmedSchema(message: Buffer, isKept: (type: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  for (const { field, bytes, value } of fieldsOf(message)) {
    if (field === FUNCTIONS) continue;
    if (!MAPS_BY_TYPE.includes(field) || isKept(keyOf(value))) kept.push(bytes);
  }
  return Buffer.concat(kept);
}

/** The key of an entry of a protobuf map: its first field. */
function keyOf(entry: Buffer): string {
  const [key] = fieldsOf(entry);
  if (key?.field !== 1) throw new Error("an entry of the schema without a key");
  return key.value.toString();
}
