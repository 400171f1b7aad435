import { type Bundle, COLLECTIONS, type FileOf } from './bundle.ts';
import { type AnyRecord, digestOf } from './digest.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { entityRecords, type NodeType, nodeRecords, type Place } from './records.ts';
import { REFERENCE_KINDS, referencesOf } from './references.ts';

/** What the graph holds already of that which a bundle names. */
export interface Known {
  /** Contract types by id. */
  readonly types: ReadonlyMap<string, string>;
  /** What tells the contents of all versions of a record apart, by its id; those that are taken back have no type. */
  readonly digests?: ReadonlyMap<string, readonly string[]>;
  /** Ids of the entities that have an identifier, by its key ("wikidata:Q22686"). */
  readonly identifiers: ReadonlyMap<string, string>;
}

interface Finding extends Place {
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly message: string;
}

/** All that is wrong between the records of a well-formed bundle, in the order of the bundle. */
export function check(bundle: Bundle, known: Known, fileOf: FileOf = () => null): Problem[] {
  const findings = [
    ...ids(bundle, known),
    ...references(bundle, known),
    ...identifiers(bundle, known),
    ...unattributed(bundle, known),
    ...selves(bundle),
    ...repeated(bundle),
    ...cycles(bundle, 'claims', 'partOf', (claim) => claim.partOf),
    ...cycles(bundle, 'actors', 'publisherFamily', owner),
  ];
  const rank = ({ collection }: Finding) => COLLECTIONS.indexOf(collection);
  return findings
    .sort((one, other) => rank(one) - rank(other) || one.index - other.index)
    .map(({ code, collection, index, field, message }) => {
      const record = bundle[collection][index];
      const name = record && 'id' in record ? record.id : `${collection}.${index}`;
      const path = [collection, String(index), ...(field?.split('.') ?? [])];
      return { code, file: fileOf(collection, index), record: name, field, path, message };
    });
}

function ids(bundle: Bundle, { types, digests }: Known): Finding[] {
  const seen = new Set<string>();
  return nodeRecords(bundle).flatMap(({ collection, index, id, type }): Finding[] => {
    const stored = types.get(id);
    if (seen.has(id)) {
      return [{ code: 'DUPLICATE_ID', collection, index, field: 'id', message: `${id} is the id of another record` }];
    }
    seen.add(id);
    const conflict = (message: string): Finding[] => [{ code: 'CONFLICT', collection, index, field: 'id', message }];
    if (stored && stored !== type) return conflict(`${id} is ${article(stored)} in the graph`);
    const versions = digests?.get(id);
    if (!versions) return [];
    if (!stored) return conflict(`${id} was taken back; use correct to bring it back`);
    const same = versions.includes(digestOf(bundle[collection][index] as AnyRecord));
    return same ? [] : conflict(`${id} is in the graph with another content; use correct to change it`);
  });
}

function references(bundle: Bundle, { types }: Known): Finding[] {
  // Of two records with one id the first counts, the second has its problem already.
  const own = new Map<string, string>(
    nodeRecords(bundle)
      .toReversed()
      .map(({ id, type }) => [id, type]),
  );
  return referencesOf(bundle).flatMap(({ collection, index, field, id, kind }): Finding[] => {
    const type = own.get(id) ?? types.get(id);
    if (!type) {
      const message = `${id} is neither in the bundle nor in the graph`;
      return [{ code: 'UNKNOWN_REFERENCE', collection, index, field, message }];
    }
    const allowed: readonly NodeType[] = REFERENCE_KINDS[kind];
    if (allowed.some((one) => one === type)) return [];
    return [{ code: 'INVALID', collection, index, field, message: `${id} is ${article(type)}, not ${article(kind)}` }];
  });
}

function identifiers(bundle: Bundle, known: Known): Finding[] {
  const owners = new Map<string, string>();
  return entityRecords(bundle).flatMap(({ collection, index, id, entity }) =>
    (entity.identifiers ?? []).flatMap(({ scheme, value }, position): Finding[] => {
      const key = `${scheme}:${value}`;
      const taken = owners.get(key);
      const owner = taken ?? known.identifiers.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id && !taken) return [];
      const message = owner === id ? `${key} stands here twice` : `${key} is the identifier of ${owner}`;
      return [{ code: 'CONFLICT', collection, index, field: `identifiers.${position}`, message }];
    }),
  );
}

function unattributed(bundle: Bundle, { types }: Known): Finding[] {
  const made = new Set(bundle.attributions.map(({ claim }) => claim));
  return bundle.claims.flatMap(({ id }, index): Finding[] => {
    if (made.has(id) || types.has(id)) return [];
    const message = 'nobody makes this claim: it needs an attribution';
    return [{ code: 'UNATTRIBUTED_CLAIM', collection: 'claims', index, field: null, message }];
  });
}

function selves(bundle: Bundle): Finding[] {
  const invalid = (collection: Place['collection'], index: number, field: string, message: string): Finding[] => [
    { code: 'INVALID', collection, index, field, message },
  ];
  return [
    ...bundle.attributions.flatMap(({ id, cites }, index) =>
      cites.flatMap(({ attribution }, position) =>
        attribution === id
          ? invalid('attributions', index, `cites.${position}.attribution`, 'an attribution cannot cite itself')
          : [],
      ),
    ),
    ...bundle.relations.flatMap(({ from, to }, index) =>
      from === to ? invalid('relations', index, 'to', 'a claim cannot be related to itself') : [],
    ),
    ...bundle.derivations.flatMap(({ document, from }, index) =>
      document === from ? invalid('derivations', index, 'from', 'a document cannot come from itself') : [],
    ),
  ];
}

/** Relations and derivations have no ids: two that say the same are one too many. */
function repeated(bundle: Bundle): Finding[] {
  return [
    ...twice(bundle.relations.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).map((index) => ({
      ...REPEATED,
      collection: 'relations' as const,
      index,
    })),
    ...twice(bundle.derivations.map(({ document, kind, from }) => `${document} ${kind} ${from}`)).map((index) => ({
      ...REPEATED,
      collection: 'derivations' as const,
      index,
    })),
  ];
}

const REPEATED = { code: 'DUPLICATE_ID', field: null, message: 'stands in the bundle twice' } as const;

function twice(keys: readonly string[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => (seen.size < seen.add(key).size ? [] : [index]));
}

/** An organization that names itself has no owner, which is no circle. */
function owner(actor: Bundle['actors'][number]): string | undefined {
  return actor.type === 'ORGANIZATION' && actor.publisherFamily !== actor.id ? actor.publisherFamily : undefined;
}

/** Circles along a field that leads from a record to at most one other; each is told once, where it is met first. */
function cycles<Name extends 'claims' | 'actors'>(
  bundle: Bundle,
  collection: Name,
  field: string,
  nextOf: (record: Bundle[Name][number]) => string | undefined,
): Finding[] {
  const records = bundle[collection] as readonly Bundle[Name][number][];
  const next = new Map(records.map((record) => [record.id, nextOf(record)]));
  const done = new Set<string>();
  return records.flatMap(({ id: start }): Finding[] => {
    const path: string[] = [];
    let id: string | undefined = start;
    while (id !== undefined && !done.has(id)) {
      path.push(id);
      done.add(id);
      id = next.get(id);
    }
    const entry = id === undefined ? -1 : path.indexOf(id);
    if (entry < 0) return [];
    const index = records.findIndex((record) => record.id === id);
    const circle = [...path.slice(entry), id].join(' → ');
    return [{ code: 'INVALID', collection, index, field, message: `leads round in a circle: ${circle}` }];
  });
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
