import { limitExceeded } from '../errors.ts';
import type { Planned } from './context.ts';

interface Shared {
  readonly planned: Planned;
  readonly characters: number;
  followers: number;
}

/** Subscriptions that are followed now. Equal ones share what the first was compiled to, and count once. */
export class SharedSubscriptions {
  readonly #shared = new Map<string, Shared>();
  readonly #most: number;
  #characters = 0;

  /** `most` is how many characters all different subscriptions may have together. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes part in a subscription. `leave` has to be called once. Throws LIMIT_EXCEEDED. */
  join(planned: Planned, characters: number): { readonly planned: Planned; leave(): void } {
    const { key } = planned.feed;
    const shared = this.#shared.get(key) ?? this.#begin(key, { planned, characters, followers: 0 });
    shared.followers += 1;
    const leave = () => {
      shared.followers -= 1;
      if (shared.followers > 0) return;
      this.#shared.delete(key);
      this.#characters -= shared.characters;
    };
    return { planned: shared.planned, leave };
  }

  #begin(key: string, shared: Shared): Shared {
    if (this.#characters + shared.characters > this.#most) {
      throw limitExceeded('The subscriptions of this server are as long as it can keep. Please try again later.');
    }
    this.#characters += shared.characters;
    this.#shared.set(key, shared);
    return shared;
  }
}
