import type { z } from 'zod';
import { Bundle, type Collection } from '../../bundle/bundle.ts';
import type { CollectedRecord } from '../../bundle/record-stream.ts';

/** The parts of a zod schema that this file reads. */
type Schema = z.core.$ZodType & { readonly def: { readonly type: string } };

/**
 * A record as a person would write it: its fields in the order of the published schema, without default values. Reading
 * it through the schema gives the same record again.
 */
export function compact({ collection, record }: CollectedRecord): Record<string, unknown> {
  return withoutDefaults(itemOf(collection), record) as Record<string, unknown>;
}

function itemOf(collection: Collection): Schema {
  return Bundle.shape[collection].def.innerType.def.element as unknown as Schema;
}

function withoutDefaults(schema: Schema, value: unknown): unknown {
  switch (schema.def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return value === null ? null : withoutDefaults(inner(schema), value);
    case 'array':
      return (value as unknown[]).map((item) =>
        withoutDefaults((schema as unknown as z.ZodArray).element as Schema, item),
      );
    case 'union':
      return withoutDefaults(variantOf(schema as unknown as z.ZodDiscriminatedUnion, value), value);
    case 'object':
      return fields(schema as unknown as z.ZodObject, value as Record<string, unknown>);
    default:
      return value;
  }
}

function inner(schema: Schema): Schema {
  return (schema as unknown as z.ZodOptional).def.innerType as Schema;
}

function fields({ shape }: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(shape).filter(
    ([key, schema]) => value[key] !== undefined && !isDefault(schema as unknown as Schema, value[key]),
  );
  return Object.fromEntries(
    kept.map(([key, schema]) => [key, withoutDefaults(schema as unknown as Schema, value[key])]),
  );
}

function isDefault(schema: Schema, value: unknown): boolean {
  if (schema.def.type !== 'default') return false;
  const { defaultValue } = (schema as unknown as z.ZodDefault).def;
  return Array.isArray(defaultValue) ? (value as unknown[]).length === 0 : value === defaultValue;
}

/** The member of a union with the value's discriminator. */
function variantOf({ def }: z.ZodDiscriminatedUnion, value: unknown): Schema {
  const name = (value as Record<string, unknown>)[def.discriminator];
  const variants = def.options as unknown as readonly z.ZodObject<Record<string, z.ZodLiteral>>[];
  const found = variants.find(({ shape }) => shape[def.discriminator]?.value === name);
  if (!found) throw new TypeError(`"${String(name)}" is not a known ${def.discriminator}`);
  return found as unknown as Schema;
}
