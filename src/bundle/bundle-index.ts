import { grouped } from '../collections/grouped.ts';
import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';
import { entityRecords, type NodeRecord, type NodeType, nodeRecords, type Place } from './records.ts';
import { type Reference, referencesOf } from './references.ts';

type Attribution = Bundle['attributions'][number];

/** An identifier of an entity, and where it stands in the bundle. */
export interface IdentifierPlace extends Place {
  /** Scheme and value: "wikidata:Q22686". */
  readonly key: string;
  readonly scheme: string;
  readonly value: string;
  /** The id of the entity. */
  readonly owner: string;
  /** Its place among the identifiers of the entity. */
  readonly position: number;
}

/**
 * A bundle with its records by what the stages of a write look for. Each table is made once, when it is first used, and
 * handed on with the bundle.
 */
export class BundleIndex {
  readonly bundle: Bundle;
  #nodes: readonly NodeRecord[] | undefined;
  #types: ReadonlyMap<string, NodeType> | undefined;
  #entities: ReturnType<typeof entityRecords> | undefined;
  #references: readonly Reference[] | undefined;
  #namedIds: ReadonlySet<string> | undefined;
  #identifiers: readonly IdentifierPlace[] | undefined;
  #attributionsOf: ReadonlyMap<string, readonly Attribution[]> | undefined;
  #addressedClaims: readonly string[] | undefined;

  constructor(bundle: Bundle) {
    this.bundle = bundle;
  }

  /** The records that become nodes, in the order of the bundle. */
  get nodes(): readonly NodeRecord[] {
    this.#nodes ??= nodeRecords(this.bundle);
    return this.#nodes;
  }

  /** Contract types of these records by id, in the order of the bundle; of two records with one id the first counts. */
  get types(): ReadonlyMap<string, NodeType> {
    if (!this.#types) {
      const types = new Map<string, NodeType>();
      for (const { id, type } of this.nodes) if (!types.has(id)) types.set(id, type);
      this.#types = types;
    }
    return this.#types;
  }

  /** The ids of these records, each once, in the order of the bundle. */
  get ids(): readonly string[] {
    return [...this.types.keys()];
  }

  /** The records that can have names and identifiers. */
  get entities(): ReturnType<typeof entityRecords> {
    this.#entities ??= entityRecords(this.bundle);
    return this.#entities;
  }

  get references(): readonly Reference[] {
    this.#references ??= referencesOf(this.bundle);
    return this.#references;
  }

  /** Every id in the bundle: of its own records, and of what they refer to. */
  get namedIds(): ReadonlySet<string> {
    this.#namedIds ??= new Set([...this.ids, ...this.references.map(({ id }) => id)]);
    return this.#namedIds;
  }

  get identifiers(): readonly IdentifierPlace[] {
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

  /** The claims that attributions are about, and those that denials cover, each once. */
  get addressedClaims(): readonly string[] {
    this.#addressedClaims ??= [...new Set(this.bundle.attributions.flatMap(({ claim, covers }) => [claim, ...covers]))];
    return this.#addressedClaims;
  }

  get isEmpty(): boolean {
    return COLLECTIONS.every((collection) => this.bundle[collection].length === 0);
  }

  /** How many records each collection has. */
  get counts(): Record<Collection, number> {
    const counts = COLLECTIONS.map((collection) => [collection, this.bundle[collection].length]);
    return Object.fromEntries(counts) as Record<Collection, number>;
  }

  /** The id of what the bundle is about: its first document, else its first claim, else its first record. */
  get mainId(): string | undefined {
    const { documents, claims, relations, derivations } = this.bundle;
    return documents[0]?.id ?? claims[0]?.id ?? this.ids[0] ?? relations[0]?.from ?? derivations[0]?.document;
  }

  /** The bundle without some claims and their attributions. */
  without(claims: ReadonlySet<string>): BundleIndex {
    if (claims.size === 0) return this;
    return new BundleIndex({ ...this.bundle, ...this.#partOf((claim) => !claims.has(claim)) });
  }

  /** Nothing but some claims and their attributions. */
  only(claims: ReadonlySet<string>): BundleIndex {
    const nothing = Object.fromEntries(Object.keys(this.bundle).map((collection) => [collection, []]));
    return new BundleIndex({ ...(nothing as unknown as Bundle), ...this.#partOf((claim) => claims.has(claim)) });
  }

  #partOf(isKept: (claim: string) => boolean): Pick<Bundle, 'claims' | 'attributions'> {
    return {
      claims: this.bundle.claims.filter(({ id }) => isKept(id)),
      attributions: this.bundle.attributions.filter(({ claim }) => isKept(claim)),
    };
  }
}
