import { blueprintSchema, type Schema } from "../../src/blueprint/schema.ts";

/** A place of the blueprint that takes a value from elsewhere. */
export interface ReferencePlace {
  /** The key with the section of the schema that it stands in, such as `routeTarget.transitGatewayId`; `*` is a name. */
  readonly key: string;
  /** What may stand there, such as `transit gateway id`. */
  readonly takes: string;
}

/** Every place that takes a value from elsewhere, in the order of the schema. */
export function referencePlaces(): readonly ReferencePlace[] {
  return textPlaces().flatMap(({ key, schema }) => {
    const takes = schema["x-hextet-takes"];
    return takes === undefined ? [] : [{ key, takes }];
  });
}

/** Every place in the definitions of the schema where a text may stand. @internal exported for tests */
export function textPlaces(): readonly { readonly key: string; readonly schema: Schema }[] {
  return Object.entries(blueprintSchema.definitions ?? {}).flatMap(([name, schema]) =>
    placesIn(name, schema),
  );
}

function placesIn(key: string, schema: Schema): readonly { readonly key: string; readonly schema: Schema }[] {
  if ([schema.type].flat().includes("string")) return [{ key, schema }];
  const { items, properties = {}, additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, property]) => placesIn(`${key}.${name}`, property)),
    ...(typeof additionalProperties === "object" ? placesIn(`${key}.*`, additionalProperties) : []),
    ...(items === undefined ? [] : placesIn(`${key}[]`, items)),
  ];
}
