import { Bundle } from '../../src/bundle/bundle.ts';

type Entity = Bundle['actors'][number] | Bundle['places'][number];

const COLLECTIONS = ['actors', 'places', 'things', 'events'] as const;

/** The fields of a record that the shown entity leaves to the others where it says nothing. */
const LEFT_OPEN = ['country', 'publisherFamily', 'size', 'description', 'count', 'shieldedBy'];

/**
 * The same bundles, to be loaded one after the other, as if their authors had known which entities are the same:
 * `clusters` lists ids, the shown one first. A list that names one entity twice names it once. Entities come first.
 */
export function merged(bundles: readonly Bundle[], clusters: readonly (readonly string[])[]): Bundle[] {
  const shown = new Map(clusters.flatMap(([first, ...others]) => others.map((id) => [id, first as string] as const)));
  const all = new Map(
    bundles.flatMap((one) => COLLECTIONS.flatMap((name) => one[name].map((entity) => [entity.id, entity] as const))),
  );
  const whole = new Map(
    clusters.map(
      (ids) =>
        [
          ids[0] as string,
          mergedRecord(
            ids.map((id) => all.get(id) as Entity),
            shown,
          ),
        ] as const,
    ),
  );
  const entities = COLLECTIONS.map((name) => [
    name,
    bundles.flatMap((bundle) =>
      bundle[name].flatMap((entity) =>
        shown.has(entity.id) ? [] : [whole.get(entity.id) ?? { ...(rename(entity, shown) as object), id: entity.id }],
      ),
    ),
  ]);
  const rest = bundles.map((one) => rename({ ...one, actors: [], places: [], things: [], events: [] }, shown));
  return [Object.fromEntries(entities), ...rest].map((one) => Bundle.parse(one));
}

function mergedRecord(all: readonly Entity[], shown: ReadonlyMap<string, string>): object {
  const [first, ...others] = all as readonly [Entity, ...Entity[]];
  const record: Record<string, unknown> = { ...first, names: [...first.names] };
  const names = record.names as Entity['names'][number][];
  const identifiers = all.flatMap((one) => one.identifiers ?? []);
  for (const { names: more } of others) {
    for (const name of more) {
      const known = names.some(({ text, language }) => text === name.text && language === name.language);
      if (!known) names.push(name.kind === 'PREFERRED' ? { ...name, kind: 'ALIAS' } : name);
    }
  }
  for (const field of LEFT_OPEN) {
    const values = all.map((one) => (one as unknown as Record<string, unknown>)[field]);
    record[field] = values
      .map((value) => shown.get(value as string) ?? value)
      .find((value) => value !== undefined && value !== first.id && !isDefault(field, value));
  }
  for (const [field, open] of [
    ['kind', 'OTHER'],
    ['access', 'UNKNOWN'],
  ] as const) {
    if (!('type' in first)) continue;
    const values = all.map((one) => (one as unknown as Record<string, unknown>)[field]);
    record[field] = values.find((value) => value !== undefined && value !== open) ?? values[0];
  }
  return JSON.parse(JSON.stringify({ ...record, ...(identifiers.length > 0 && { identifiers }) }));
}

/** "At least two" of a group, and "at least one" of sources. */
function isDefault(field: string, value: unknown): boolean {
  const { min, max } = value as { min?: number; max?: number };
  return max === undefined && ((field === 'size' && min === 2) || (field === 'count' && min === 1));
}

function rename(value: unknown, shown: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return shown.get(value) ?? value;
  if (Array.isArray(value)) {
    const items = value.map((item) => rename(item, shown));
    const texts = items.map((item) => JSON.stringify(item));
    return items.filter((_, index) => texts.indexOf(texts[index] as string) === index);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner, shown)]));
}
