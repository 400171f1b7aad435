import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Clock } from './clock.ts';
import { type ActorContext, contextOfActor, contextOfDocument, type DocumentContext } from './trace-context.ts';

/** The cached part of a record that others refer to. */
export interface CachedRecord {
  readonly type: string;
  readonly publishedAt: string | undefined;
}

/** The most entries of one kind: some tens of megabytes. */
const CAPACITY = 100_000;

/** Values by id; the oldest are dropped first. */
class Cache<T> {
  readonly #values = new Map<string, T>();

  keep(id: string, value: T): void {
    this.#values.delete(id);
    this.#values.set(id, value);
    if (this.#values.size > CAPACITY) this.forget(this.#values.keys().next().value as string);
  }

  forget(id: string): void {
    this.#values.delete(id);
  }

  clear(): void {
    this.#values.clear();
  }

  /** Adds the cached values to `into`, and returns the ids of the others. */
  take(ids: readonly string[], into: Map<string, T>): string[] {
    return ids.filter((id) => {
      const value = this.#values.get(id);
      if (value !== undefined) into.set(id, value);
      return value === undefined;
    });
  }
}

/**
 * What one writer knows about the graph without reading it again. It is valid at one number of the record sequence:
 * after somebody else has written, and as long as any entity is merged, the graph is read again.
 */
export class RecordCache {
  readonly records = new Cache<CachedRecord>();
  readonly actors = new Cache<ActorContext>();
  readonly documents = new Cache<DocumentContext>();
  #sequence: number | null = null;
  #isAllNew = false;
  #written: { readonly added: BundleIndex; readonly sequence: number } | null = null;

  /** Whether none of the records that are still to be written is in the graph. */
  get isAllNew(): boolean {
    return this.#isAllNew;
  }

  /** Declares that at this sequence none of the records to be written is in the graph. */
  startFrom(sequence: number): void {
    this.#sequence = sequence;
    this.#isAllNew = true;
  }

  /** Drops what may be outdated. Call it in a transaction that has locked the clock, before reading from the cache. */
  validateAt({ sequence, hasMerged }: Clock): void {
    this.#written = null;
    if (sequence === this.#sequence && !hasMerged) return;
    this.#sequence = sequence;
    this.#isAllNew = false;
    for (const cache of [this.records, this.actors, this.documents]) cache.clear();
  }

  /** Remembers what a transaction has written. Call it at its end; it takes effect with `commit`. */
  write(added: BundleIndex, sequence: number): void {
    this.#written = { added, sequence };
  }

  /** Adds what was written to the cache. Call it when the transaction is committed. */
  commit(): void {
    if (!this.#written) return;
    const { added, sequence } = this.#written;
    const { actors, documents, derivations } = added.bundle;
    this.#sequence = sequence;
    this.#written = null;
    for (const { collection, index, id, type } of added.nodes) {
      if (collection === 'attributions' || collection === 'claims') continue;
      this.records.keep(id, { type, publishedAt: documents[collection === 'documents' ? index : -1]?.publishedAt });
    }
    for (const actor of actors) this.actors.keep(actor.id, contextOfActor(actor));
    for (const document of documents) this.documents.keep(document.id, contextOfDocument(document));
    for (const { document, from } of derivations) for (const id of [document, from]) this.documents.forget(id);
  }
}
