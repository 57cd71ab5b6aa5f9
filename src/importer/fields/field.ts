import type { Section } from "../blueprint/section.ts";
import { flagOf, numberOf, textOf, textsOf, type Values, valuesIn } from "../state/values.ts";

/** One line of a field table: where a value stands in a Terraform state and in what AWS tells, and how a blueprint says it. */
interface Field<Told, Value, Said> {
  /** The attribute's name in a state. */
  readonly state: string;
  readonly fromState: (values: Values) => Value;
  readonly fromApi: (told: Told) => Value;
  /** Undefined: the blueprint does not say it. */
  readonly write: (value: Value) => Said | undefined;
}

/** A field of any value. */
interface AnyField<Told> extends Omit<Field<Told, unknown, unknown>, "write"> {
  readonly write: (value: never) => unknown;
}

type FieldTable<Told> = Readonly<Record<string, AnyField<Told>>>;

/** Fields by keys that the part `T` of a blueprint has; another key, or a value of another type, does not compile. */
export type ArgumentsOf<T> = {
  readonly [Key in keyof T]?: { readonly write: (value: never) => Section<T[Key]> | undefined };
};

/** What is known of a resource, by the keys of its table. */
export type ValuesOf<Table extends FieldTable<never>> = {
  readonly [Key in keyof Table]: ReturnType<Table[Key]["fromState"]>;
};

type SaidOf<Table extends FieldTable<never>> = {
  readonly [Key in keyof Table]?: ReturnType<Table[Key]["write"]>;
};

/** Reads a table's fields from a state; of a block that is not there, what holds without it. */
export function fromState<Table extends FieldTable<never>>(table: Table, values?: Values): ValuesOf<Table>;
export function fromState(table: FieldTable<never>, values = valuesIn({})): object {
  return mapFields(table, (field) => field.fromState(values));
}

/** Reads a table's fields from what AWS tells of a resource. */
export function fromApi<Told, Table extends FieldTable<Told>>(table: Table, told: Told): ValuesOf<Table>;
export function fromApi<Told>(table: FieldTable<Told>, told: Told): object {
  return mapFields(table, (field) => field.fromApi(told));
}

/** What a blueprint says of a table's fields. */
export function write<Table extends FieldTable<never>>(table: Table, values: ValuesOf<Table>): SaidOf<Table>;
export function write(
  table: Readonly<Record<string, Field<never, unknown, unknown>>>,
  values: Readonly<Record<string, unknown>>,
): object {
  return mapFields(table, (field, key) => field.write(values[key]));
}

function mapFields<F>(
  table: Readonly<Record<string, F>>,
  change: (field: F, key: string) => unknown,
): object {
  return Object.fromEntries(Object.entries(table).map(([key, field]) => [key, change(field, key)]));
}

/** The field, said in another way. */
export function said<Told, Value, Said>(
  field: Field<Told, Value, unknown>,
  how: (value: Value) => Said | undefined,
): Field<Told, Value, Said> {
  return { ...field, write: how };
}

/** The field, said only where it is not the blueprint's default. */
export function unless<Told, Value>(byDefault: Value, field: Field<Told, Value, unknown>) {
  return said(field, (value) => (value === byDefault ? undefined : value));
}

type Api<Told, Type> =
  | { readonly [Key in keyof Told]-?: NonNullable<Told[Key]> extends Type ? Key : never }[keyof Told]
  | ((told: Told) => unknown);

/**
 * Makes the fields of what AWS tells as `Told`, by type: the name in a state, the name or the place in `Told`, and what
 * holds when nothing is told. A blueprint says the value as it is.
 */
export function fieldsOf<Told>() {
  const flag = fieldsOfType<Told, boolean>(flagOf);
  return {
    text: fieldsOfType<Told, string>(textOf),
    number: fieldsOfType<Told, number>(numberOf),
    texts: fieldsOfType<Told, readonly string[]>(textsOf),
    flag,
    /** What is off, in AWS and in a blueprint, unless somebody turns it on. */
    optIn: (state: string, api: Api<Told, boolean>) => unless(false, flag(state, api, false)),
    /** What is on, in AWS and in a blueprint, unless somebody turns it off. */
    optOut: (state: string, api: Api<Told, boolean>) => unless(true, flag(state, api, true)),
    /** A flag that AWS spells `enabled` and `disabled`. */
    enabled: fieldsOfType<Told, string, boolean>(enabledOf),
  };
}

function enabledOf(value: unknown): boolean | null {
  return value === "enabled" || (value === "disabled" ? false : null);
}

function fieldsOfType<Told, ToldType, Type = ToldType>(parse: (value: unknown) => Type | null) {
  return <Absent extends Type | null>(
    state: string,
    api: Api<Told, ToldType>,
    absent: Absent,
  ): Field<Told, Type | Absent, Type> => ({
    state,
    fromState: (values) => parse(values.value(state)) ?? absent,
    fromApi: (told) => parse(typeof api === "function" ? api(told) : told[api]) ?? absent,
    write: (value) => value ?? undefined,
  });
}
