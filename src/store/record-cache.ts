import type { Bundle } from '../bundle/bundle.ts';
import { nodeRecords } from '../bundle/records.ts';
import type { Clock } from './clock.ts';
import { newPage, newVoice, type Page, type Voice } from './trace-context.ts';

/** A record that others refer to. */
export interface Remembered {
  readonly type: string;
  readonly publishedAt: string | undefined;
}

/** Entries of one kind that are kept: more than are referred to again and again, in some tens of megabytes. */
const MOST = 100_000;

/** Things by id, the newest of them. */
class Kept<T> {
  readonly #things = new Map<string, T>();

  keep(id: string, thing: T): void {
    this.#things.delete(id);
    this.#things.set(id, thing);
    if (this.#things.size > MOST) this.forget(this.#things.keys().next().value as string);
  }

  forget(id: string): void {
    this.#things.delete(id);
  }

  clear(): void {
    this.#things.clear();
  }

  /** Hands over those that are known, and returns the ids of the others. */
  take(ids: readonly string[], into: Map<string, T>): string[] {
    return ids.filter((id) => {
      const thing = this.#things.get(id);
      if (thing !== undefined) into.set(id, thing);
      return thing === undefined;
    });
  }
}

/**
 * What one writer knows of the graph without asking. It holds as of a number of the record sequence: once others have
 * written, or where entities are shown as others, the graph is asked again.
 */
export class Memory {
  readonly records = new Kept<Remembered>();
  readonly voices = new Kept<Voice>();
  readonly pages = new Kept<Page>();
  #sequence: number | null = null;
  #isAllNew = false;
  #written: { readonly added: Bundle; readonly sequence: number } | null = null;

  /** Whether no record that is still to be written is in the graph. */
  get isAllNew(): boolean {
    return this.#isAllNew;
  }

  /** Says that as of a sequence no record that is to be written was in the graph. */
  startFrom(sequence: number): void {
    this.#sequence = sequence;
    this.#isAllNew = true;
  }

  /** To call in a transaction that holds the clock, before anything is taken from here. */
  recall({ sequence, hasMerged }: Clock): void {
    this.#written = null;
    if (sequence === this.#sequence && !hasMerged) return;
    this.#sequence = sequence;
    this.#isAllNew = false;
    for (const kept of [this.records, this.voices, this.pages]) kept.clear();
  }

  /** To call at the end of a transaction; it counts from `commit` on. */
  write(added: Bundle, sequence: number): void {
    this.#written = { added, sequence };
  }

  /** To call when what was written stands. */
  commit(): void {
    if (!this.#written) return;
    const { added, sequence } = this.#written;
    this.#sequence = sequence;
    for (const { collection, index, id, type } of nodeRecords(added)) {
      if (collection === 'attributions' || collection === 'claims') continue;
      this.records.keep(id, {
        type,
        publishedAt: added.documents[collection === 'documents' ? index : -1]?.publishedAt,
      });
    }
    for (const actor of added.actors) this.voices.keep(actor.id, newVoice(actor));
    for (const document of added.documents) this.pages.keep(document.id, newPage(document));
    for (const { document, from } of added.derivations) for (const id of [document, from]) this.pages.forget(id);
  }
}
