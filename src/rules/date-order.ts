import type { Ground } from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** An attribution or a document that cannot be as late as it is, beside another one. */
export interface Ordered {
  readonly id: string;
  /** The date that it states or takes from its document; null if there is none. */
  readonly date: string | null;
  /** The claim of an attribution; null for a document. */
  readonly claim: string | null;
}

/** Two that are in the wrong order: `later` comes out before `earlier`, which it cannot. */
export interface WrongOrder {
  readonly how: 'cites' | 'contains' | 'derives' | 'within';
  readonly earlier: Ordered;
  /** The first moment at which the earlier one can have been, in milliseconds since 1970. */
  readonly from: number;
  readonly later: Ordered;
}

const JOINED: Readonly<Record<WrongOrder['how'], string>> = {
  cites: 'cites',
  contains: 'has in it',
  derives: 'is taken from',
  within: 'stands in a document that is taken from',
};

/** The claim or document that carries the flag on a pair, and the id of the flag. */
export function wrongOrderId(earlier: Pick<Ordered, 'id'>, later: Pick<Ordered, 'id' | 'claim'>) {
  const owner = later.claim ?? later.id;
  return { owner, id: flagId(owner, 'DATE_ORDER', earlier.id, later.id) };
}

/** The flag on two dates in the wrong order: on the claim of the attribution, or on the document, that is dated too early. */
export function wrongOrder({ how, earlier, from, later }: WrongOrder): FoundFlag {
  const day = new Date(from).toISOString().slice(0, 10);
  const date = earlier.date === null ? `not before ${day}` : earlier.date;
  const grounds = [earlier, later].flatMap(({ id, claim }): Ground[] =>
    claim === null ? [] : [{ claim, among: [id] }],
  );
  return {
    ...wrongOrderId(earlier, later),
    kind: 'DATE_ORDER',
    message: `${later.id} (${later.date}) ${JOINED[how]} ${earlier.id} (${date}), which is later.`,
    grounds,
  };
}
