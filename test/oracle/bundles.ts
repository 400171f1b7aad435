import fc from 'fast-check';
import { Bundle } from '../../src/bundle/bundle.ts';
import { draft, Reference, type Target } from './drafts.ts';

/** Bundles to be loaded one after the other; later ones refer to earlier ones, too. */
export function bundles(count: { readonly min: number; readonly max: number }): fc.Arbitrary<readonly Bundle[]> {
  return fc.array(draft, { minLength: count.min, maxLength: count.max }).map((drafts) => {
    const made: Bundle[] = [];
    for (const one of drafts) made.push(bundleOf(one as unknown as Drawn, made));
    return made;
  });
}

type Drawn = Readonly<Record<string, readonly object[]>>;
type Records = Readonly<Record<string, readonly { readonly id: string }[]>>;

/** The ids that references can lead to, in this bundle and in those before it. */
type Pool = Readonly<Record<Target, readonly string[]>>;

/** A valid bundle of what was drawn. Records with ids are numbered first, so that all can refer to all. */
function bundleOf({ relations = [], derivations = [], ...drawn }: Drawn, made: readonly Bundle[]): Bundle {
  const records: Records = Object.fromEntries(
    Object.entries(drawn).map(([kind, list]) => [
      kind,
      list.map((record, index) => ({ ...record, id: idOf(kind, index, made.length) })),
    ]),
  );
  const pool = poolOf([...made, records]);
  const resolved = Object.entries(records).map(([kind, list]) => [
    kind,
    list.map((record) => resolve(record, pool, record.id)),
  ]);
  const pairs = (list: readonly object[]) =>
    distinct(list.map((pair) => resolve(pair, pool, '') as object)).filter(isBetweenTwo);
  return Bundle.parse({
    ...withClaimsAttributed(Object.fromEntries(resolved)),
    relations: pairs(relations),
    derivations: pairs(derivations),
  });
}

/** Each claim has an attribution. */
function withClaimsAttributed({ claims = [], attributions = [], ...others }: Records): object {
  return {
    ...others,
    claims,
    attributions: attributions.map((one, index) => ({ ...one, ...(claims[index] && { claim: claims[index].id }) })),
  };
}

/** Ids that sort neither by age nor by kind of letter. */
export function idOf(kind: string, index: number, step: number): string {
  const letters = ['m', 'b', 'x', 'a', 'q', 'd'];
  const marks = ['', '-', 'Z', '.', '~'];
  const number = index * 3 + step;
  return `${kind.slice(0, -1)}:${letters[(number * 5) % letters.length]}${marks[number % marks.length]}${number}`;
}

function poolOf(parts: readonly object[]): Pool {
  const all = parts as readonly Records[];
  const ids = (kind: string) => all.flatMap((part) => (part[kind] ?? []).map(({ id }) => id));
  const organizations = all
    .flatMap(({ actors = [] }) => actors as readonly { id: string; type?: string }[])
    .filter(({ type }) => type === 'ORGANIZATION');
  return {
    actors: ids('actors'),
    organizations: organizations.map(({ id }) => id),
    entities: ['actors', 'places', 'things', 'events'].flatMap(ids),
    events: ids('events'),
    places: ids('places'),
    documents: ids('documents'),
    claims: ids('claims'),
    attributions: ids('attributions'),
  };
}

/** A drawn value with ids in the place of references; what refers to nothing, to itself or to the same twice is left out. */
function resolve(value: unknown, pool: Pool, own: string): unknown {
  if (value instanceof Reference) return value.among(pool[value.target], own);
  if (Array.isArray(value)) return distinct(value.map((one) => resolve(one, pool, own)).filter(isThere));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, pool, own)]));
}

/** Whether a reference, or a record that is made of one, has led to something. */
function isThere(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return ['attribution', 'entity'].every(
    (key) => !(key in value) || (value as Record<string, unknown>)[key] !== undefined,
  );
}

function distinct<T>(values: readonly T[]): T[] {
  const names = values.map((value) => {
    const { attribution, basis: _, credited: __, ...rest } = value as Record<string, unknown>;
    return typeof value === 'object' ? JSON.stringify(attribution ?? rest) : String(value);
  });
  return values.filter((_, index) => names.indexOf(names[index] as string) === index);
}

function isBetweenTwo(pair: object): boolean {
  const { from, to, document } = pair as Record<string, unknown>;
  return from !== (to ?? document);
}
