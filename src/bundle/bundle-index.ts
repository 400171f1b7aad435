import { grouped } from '../collections/grouped.ts';
import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';
import { entityRecords, type NodeRecord, type NodeType, nodeRecords, type RecordLocation } from './records.ts';
import { type Reference, referencesOf } from './references.ts';

type Attribution = Bundle['attributions'][number];

/** An identifier of an entity, and its place in the bundle. */
export interface IdentifierLocation extends RecordLocation {
  /** Scheme and value: "wikidata:Q22686". */
  readonly key: string;
  readonly scheme: string;
  readonly value: string;
  /** The id of the entity. */
  readonly owner: string;
  /** Its index among the identifiers of the entity. */
  readonly position: number;
}

/**
 * A bundle with the lookup tables that the stages of a write need. Each table is built once, on first use, and passed
 * on with the bundle.
 */
export class BundleIndex {
  readonly bundle: Bundle;
  #nodes: readonly NodeRecord[] | undefined;
  #types: ReadonlyMap<string, NodeType> | undefined;
  #entities: ReturnType<typeof entityRecords> | undefined;
  #references: readonly Reference[] | undefined;
  #namedIds: ReadonlySet<string> | undefined;
  #identifiers: readonly IdentifierLocation[] | undefined;
  #attributionsOf: ReadonlyMap<string, readonly Attribution[]> | undefined;
  #addressedClaims: readonly string[] | undefined;

  constructor(bundle: Bundle) {
    this.bundle = bundle;
  }

  /** The records that become nodes, in bundle order. */
  get nodes(): readonly NodeRecord[] {
    this.#nodes ??= nodeRecords(this.bundle);
    return this.#nodes;
  }

  /** The contract types of these records by id, in bundle order; of two records with one id the first counts. */
  get types(): ReadonlyMap<string, NodeType> {
    if (!this.#types) {
      const types = new Map<string, NodeType>();
      for (const { id, type } of this.nodes) if (!types.has(id)) types.set(id, type);
      this.#types = types;
    }
    return this.#types;
  }

  /** The ids of these records, each once, in bundle order. */
  get ids(): readonly string[] {
    return [...this.types.keys()];
  }

  /** The actors, places, things and events: the records that have names. */
  get entities(): ReturnType<typeof entityRecords> {
    this.#entities ??= entityRecords(this.bundle);
    return this.#entities;
  }

  get references(): readonly Reference[] {
    this.#references ??= referencesOf(this.bundle);
    return this.#references;
  }

  /** Every id in the bundle: of its records, and of the records that they refer to. */
  get namedIds(): ReadonlySet<string> {
    this.#namedIds ??= new Set([...this.ids, ...this.references.map(({ id }) => id)]);
    return this.#namedIds;
  }

  get identifiers(): readonly IdentifierLocation[] {
    this.#identifiers ??= this.entities.flatMap(({ collection, index, id: owner, entity }) =>
      (entity.identifiers ?? []).map(({ scheme, value }, position) => ({
        ...{ collection, index, owner, position, scheme, value },
        key: `${scheme}:${value}`,
      })),
    );
    return this.#identifiers;
  }

  /** The attributions of each claim, by its id. */
  get attributionsOf(): ReadonlyMap<string, readonly Attribution[]> {
    this.#attributionsOf ??= grouped(this.bundle.attributions, ({ claim }) => claim);
    return this.#attributionsOf;
  }

  /** The ids of the claims that attributions take a stance on or cover, each once. */
  get addressedClaims(): readonly string[] {
    this.#addressedClaims ??= [...new Set(this.bundle.attributions.flatMap(({ claim, covers }) => [claim, ...covers]))];
    return this.#addressedClaims;
  }

  get isEmpty(): boolean {
    return COLLECTIONS.every((collection) => this.bundle[collection].length === 0);
  }

  /** The number of records in each collection. */
  get counts(): Record<Collection, number> {
    const counts = COLLECTIONS.map((collection) => [collection, this.bundle[collection].length]);
    return Object.fromEntries(counts) as Record<Collection, number>;
  }

  /** The id to name the bundle by: that of its first document, else of its first claim, else of its first record. */
  get mainId(): string | undefined {
    const { documents, claims, relations, derivations } = this.bundle;
    return documents[0]?.id ?? claims[0]?.id ?? this.ids[0] ?? relations[0]?.from ?? derivations[0]?.document;
  }

  /** The bundle without some claims and their attributions. */
  without(claims: ReadonlySet<string>): BundleIndex {
    if (claims.size === 0) return this;
    return new BundleIndex({ ...this.bundle, ...this.#partOf((claim) => !claims.has(claim)) });
  }

  /** Only some claims and their attributions. */
  only(claims: ReadonlySet<string>): BundleIndex {
    const empty = Object.fromEntries(Object.keys(this.bundle).map((collection) => [collection, []]));
    return new BundleIndex({ ...(empty as unknown as Bundle), ...this.#partOf((claim) => claims.has(claim)) });
  }

  #partOf(isKept: (claim: string) => boolean): Pick<Bundle, 'claims' | 'attributions'> {
    return {
      claims: this.bundle.claims.filter(({ id }) => isKept(id)),
      attributions: this.bundle.attributions.filter(({ claim }) => isKept(claim)),
    };
  }
}
