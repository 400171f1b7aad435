import { expect } from 'vitest';
import type { Ask } from '../ask.ts';

/** What rules say, by the id of the claim or document that they say it of. */
export type Flagged = Readonly<Record<string, readonly (readonly [kind: string, message: string])[]>>;

/** All that rules have flagged; `args` go to the lists of claims and of documents. */
export async function flags(ask: Ask, args = ''): Promise<Flagged> {
  const { data, errors } = await ask(`{
    claims(first: 100${args}) { nodes { id flags { kind message basis } } }
    documents(first: 100${args}) { nodes { id flags { kind message basis } } }
  }`);
  expect(errors).toBeUndefined();
  const owners = [...data.claims.nodes, ...data.documents.nodes].map((owner) => [
    owner.id,
    owner.flags
      .filter(({ basis }: { basis: string }) => basis === 'RULE')
      .map(({ kind, message }: { kind: string; message: string }) => [kind, message]),
  ]);
  return Object.fromEntries(owners.filter(([, found]) => found.length > 0));
}

/** A deadline of two or three days that an offer sets, and when it ended. */
export const deadline = (until: string) => ({
  span: {
    predicate: 'gave',
    subject: 'event:deadline',
    value: { text: 'two or three days', min: 2, max: 3, unit: 'day' },
    about: ['event:offer'],
  },
  end: { predicate: 'lapsed', subject: 'event:deadline', when: until },
});

/** The offer, from which the deadline counts. */
export const offer = { predicate: 'took-place', subject: 'event:offer', when: '2025-03-01' };

/** Ana says a claim. */
export const said = (claim: string, saidAt?: string) => ({ claim, actor: 'person:ana', ...(saidAt ? { saidAt } : {}) });
