import fc from 'fast-check';
import { z } from '../zod.ts';

/** Output of `z.toJSONSchema` for the shapes that commands are built of. */
interface JsonSchema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Values that a field often has, by the field's name. */
export type Usual = Readonly<Record<string, readonly unknown[]>>;

/**
 * Values that a schema accepts, from one end of its limits to the other, mixed with usual ones.
 *
 * @throws {RangeError} the schema has a shape that no command had before: add it here
 */
export function arbitraryOf<T>(schema: z.ZodType<T>, usual: Usual): fc.Arbitrary<T> {
  const json = z.toJSONSchema(schema) as JsonSchema;
  return ofJson(json, usual).filter((value): value is T => schema.safeParse(value).success);
}

/** Names that every object has already. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'isPrototypeOf'];

function ofJson(schema: JsonSchema, usual: Usual): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => ofJson(one, usual)));
  const { minimum: min, maximum: max } = schema;
  switch (schema.type) {
    case 'string':
      return fc.oneof(
        fc.string({ minLength: schema.minLength ?? 0, maxLength: schema.maxLength! }),
        fc.constantFrom(...INHERITED),
      );
    case 'integer':
      return fc.integer({ min: min!, max: Math.min(max!, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: min!, max: max!, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(ofJson(schema.items!, usual), {
        minLength: schema.minItems ?? 0,
        maxLength: schema.maxItems!,
      });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties!).map(([name, field]) => [name, ofField(name, field, usual)]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    default:
      throw new RangeError(`no values are known for ${JSON.stringify(schema)}`);
  }
}

function ofField(name: string, schema: JsonSchema, usual: Usual): fc.Arbitrary<unknown> {
  const values = usual[name];
  const any = ofJson(schema, usual);
  return values ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, any) : any;
}
