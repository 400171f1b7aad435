import type { Bundle, FileOf } from './bundle.ts';
import type { BundleIndex } from './bundle-index.ts';
import { type AnyRecord, digestOf } from './digest.ts';
import { type Fault as AnyFault, placedFaults } from './faults.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { keyOf, type NodeType, type RecordLocation } from './records.ts';
import { REFERENCE_KINDS } from './references.ts';

/** What the graph already has under the ids and identifiers that a bundle names. */
export interface Existing {
  /** The contract types of current records by id. */
  readonly types: ReadonlyMap<string, string>;
  /** The digests of all versions of a record, by its id. A retracted record has digests but no type. */
  readonly digests?: ReadonlyMap<string, readonly string[]>;
  /** The id of the entity with an identifier, by the key of the identifier ("wikidata:Q22686"). */
  readonly identifiers: ReadonlyMap<string, string>;
}

type Fault = AnyFault<ProblemCode>;

/** All problems between the records of a well-formed bundle and with the graph, in bundle order. */
export function validate(index: BundleIndex, existing: Existing, fileOf: FileOf = () => null): Problem[] {
  const { bundle } = index;
  const faults = [
    ...idFaults(index, existing),
    ...referenceFaults(index, existing),
    ...identifierFaults(index, existing),
    ...unattributedClaims(index, existing),
    ...selfReferences(bundle),
    ...repeatedEdges(bundle),
    ...cycles(bundle.claims, 'claims', 'partOf', (claim) => claim.partOf),
    ...cycles(bundle.actors, 'actors', 'publisherFamily', ownerOf),
  ];
  return placedFaults(bundle, faults, fileOf);
}

function idFaults({ bundle, nodes }: BundleIndex, { types, digests }: Existing): Fault[] {
  const seen = new Set<string>();
  return nodes.flatMap(({ collection, index, id, type }): Fault[] => {
    const stored = types.get(id);
    if (seen.has(id)) {
      return [{ code: 'DUPLICATE_ID', collection, index, field: 'id', message: `${id} is the id of another record` }];
    }
    seen.add(id);
    const conflict = (message: string): Fault[] => [{ code: 'CONFLICT', collection, index, field: 'id', message }];
    if (stored && stored !== type) return conflict(`${id} is ${article(stored)} in the graph`);
    const versions = digests?.get(id);
    if (!versions) return [];
    if (!stored) return conflict(`${id} was retracted; use correct to bring it back`);
    const same = versions.includes(digestOf(bundle[collection][index] as AnyRecord));
    return same ? [] : conflict(`${id} is in the graph with different content; use correct to change it`);
  });
}

function referenceFaults({ types: newTypes, references }: BundleIndex, { types }: Existing): Fault[] {
  return references.flatMap(({ collection, index, field, id, kind }): Fault[] => {
    const type = newTypes.get(id) ?? types.get(id);
    if (!type) {
      const message = `${id} is neither in the bundle nor in the graph`;
      return [{ code: 'UNKNOWN_REFERENCE', collection, index, field, message }];
    }
    const allowed: readonly NodeType[] = REFERENCE_KINDS[kind];
    if (allowed.some((one) => one === type)) return [];
    return [{ code: 'INVALID', collection, index, field, message: `${id} is ${article(type)}, not ${article(kind)}` }];
  });
}

function identifierFaults({ identifiers }: BundleIndex, existing: Existing): Fault[] {
  const owners = new Map<string, string>();
  return identifiers.flatMap(({ key, owner: id, collection, index, position }): Fault[] => {
    const seenOwner = owners.get(key);
    const owner = seenOwner ?? existing.identifiers.get(key) ?? id;
    owners.set(key, owner);
    if (owner === id && !seenOwner) return [];
    const message = owner === id ? `${key} is listed twice` : `${key} is the identifier of ${owner}`;
    return [{ code: 'CONFLICT', collection, index, field: `identifiers.${position}`, message }];
  });
}

function unattributedClaims({ bundle, attributionsOf }: BundleIndex, { types }: Existing): Fault[] {
  return bundle.claims.flatMap(({ id }, index): Fault[] => {
    if (attributionsOf.has(id) || types.has(id)) return [];
    const message = 'this claim has no attribution: add one';
    return [{ code: 'UNATTRIBUTED_CLAIM', collection: 'claims', index, field: null, message }];
  });
}

function selfReferences({ attributions, relations, derivations }: Bundle): Fault[] {
  const invalid = (
    collection: RecordLocation['collection'],
    index: number,
    field: string,
    message: string,
  ): Fault[] => [{ code: 'INVALID', collection, index, field, message }];
  return [
    ...attributions.flatMap(({ id, cites }, index) =>
      cites.flatMap(({ attribution }, position) =>
        attribution === id
          ? invalid('attributions', index, `cites.${position}.attribution`, 'an attribution cannot cite itself')
          : [],
      ),
    ),
    ...relations.flatMap(({ from, to }, index) =>
      from === to ? invalid('relations', index, 'to', 'a claim cannot be related to itself') : [],
    ),
    ...derivations.flatMap(({ document, from }, index) =>
      document === from ? invalid('derivations', index, 'from', 'a document cannot come from itself') : [],
    ),
  ];
}

/** Relations and derivations have no ids, so their keys are compared. */
function repeatedEdges(bundle: Bundle): Fault[] {
  return (['relations', 'derivations'] as const).flatMap((collection) => {
    const seen = new Set<string>();
    return bundle[collection].flatMap((record, index) =>
      seen.size < seen.add(keyOf(record)).size ? [] : [{ ...REPEATED, collection, index }],
    );
  });
}

const REPEATED = { code: 'DUPLICATE_ID', field: null, message: 'is in the bundle twice' } as const;

/** An organization that names itself has no owner: that is not a cycle. */
function ownerOf(actor: Bundle['actors'][number]): string | undefined {
  return actor.type === 'ORGANIZATION' && actor.publisherFamily !== actor.id ? actor.publisherFamily : undefined;
}

/** Cycles along a field that leads from a record to at most one other. Each is reported once, at its first record. */
function cycles<Item extends { readonly id: string }>(
  records: readonly Item[],
  collection: RecordLocation['collection'],
  field: string,
  nextOf: (record: Item) => string | undefined,
): Fault[] {
  const next = new Map(records.map((record) => [record.id, nextOf(record)]));
  const done = new Set<string>();
  return records.flatMap(({ id: start }): Fault[] => {
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
    const cycle = [...path.slice(entry), id].join(' → ');
    return [{ code: 'INVALID', collection, index, field, message: `leads back to itself: ${cycle}` }];
  });
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
