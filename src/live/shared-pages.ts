import type { AnswerObject } from '../cypher/answer-object.ts';
import type { FoundEvents } from '../revision/recorded-events.ts';

/** An event in the shape that it was asked for. Its text is made once, for all who get it. */
export class SharedEvent {
  #content: { readonly answer: AnswerObject } | { readonly text: Promise<string> };

  constructor(answer: AnswerObject) {
    this.#content = { answer };
  }

  /** What `render` makes of the event for the first who asks; the answer itself is then let go. */
  text(render: (answer: AnswerObject) => Promise<string>): Promise<string> {
    if ('answer' in this.#content) this.#content = { text: render(this.#content.answer) };
    return this.#content.text;
  }
}

/** A page of a feed. */
export interface Page extends Omit<FoundEvents, 'events'> {
  readonly events: readonly SharedEvent[];
  /** How many revisions it was to look at. */
  readonly asked: number;
  /** The arguments by which it was found, with ids as they were shown then. */
  readonly shownArguments: string;
}

/** A page that somebody reads or has read, and does not need to be kept any more once it is let go. */
export interface HeldPage {
  readonly page: Promise<Page>;
  release(): void;
}

interface Shared {
  readonly page: Promise<Page>;
  readonly abandoned: AbortController;
  holders: number;
}

/**
 * Pages of feeds that are alike, each read once for all who come to it while somebody holds it. A page that nobody holds
 * is forgotten, and its reading is ended.
 */
export class SharedPages {
  readonly #pages = new Map<string, Shared>();

  /** Holds the page of a key until it is released or `signal` aborts; reads it if nobody else does. */
  hold(key: string, read: (signal: AbortSignal) => Promise<Page>, signal: AbortSignal): HeldPage {
    const shared = this.#pages.get(key) ?? this.#begin(key, read);
    shared.holders += 1;
    const release = () => {
      signal.removeEventListener('abort', release);
      if (isReleased) return;
      isReleased = true;
      shared.holders -= 1;
      if (shared.holders === 0) this.#forget(key, shared);
    };
    let isReleased = false;
    signal.addEventListener('abort', release);
    return { page: shared.page, release };
  }

  #begin(key: string, read: (signal: AbortSignal) => Promise<Page>): Shared {
    const abandoned = new AbortController();
    const shared: Shared = { page: read(abandoned.signal), abandoned, holders: 0 };
    this.#pages.set(key, shared);
    // Who comes after a failure tries anew.
    shared.page.catch(() => this.#forget(key, shared));
    return shared;
  }

  #forget(key: string, shared: Shared): void {
    if (this.#pages.get(key) === shared) this.#pages.delete(key);
    shared.abandoned.abort();
  }
}
