import type { Bundle } from '../src/bundle/bundle.ts';
import { parseBundle } from '../src/bundle/read-files.ts';

/** One newspaper's dated report of a fire. */
export const FIRST_REPORT = {
  actors: [
    { id: 'organization:post', type: 'ORGANIZATION', kind: 'OUTLET', names: [{ text: 'The Post', language: 'en' }] },
    { id: 'person:mayor', type: 'PERSON', names: [{ text: 'The Mayor', language: 'en' }] },
  ],
  documents: [
    { id: 'document:post', kind: 'ARTICLE', title: 'Fire', publishedAt: '2025-05-01', publisher: 'organization:post' },
  ],
  claims: [
    {
      id: 'claim:fire',
      texts: [{ text: 'There was a fire.', language: 'en' }],
      predicate: 'saw',
      subject: 'person:mayor',
      when: '2025-05-01',
    },
  ],
  attributions: [
    {
      id: 'attribution:post-fire',
      claim: 'claim:fire',
      actor: 'organization:post',
      document: 'document:post',
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'PARAPHRASE',
      onRecord: false,
    },
  ],
};

/** Later on record: another newspaper repeats it and cites an undated denial with another text. */
export const CORRECTION = {
  actors: [
    {
      id: 'organization:herald',
      type: 'ORGANIZATION',
      kind: 'OUTLET',
      names: [{ text: 'The Herald', language: 'en' }],
    },
  ],
  documents: [{ id: 'document:herald', kind: 'ARTICLE', publishedAt: '2025-05-09', publisher: 'organization:herald' }],
  claims: [
    {
      id: 'claim:no-fire',
      texts: [{ text: 'There was no fire.', language: 'en' }],
      subject: 'person:mayor',
      when: '2025-05-01',
    },
  ],
  attributions: [
    {
      id: 'attribution:herald-fire',
      claim: 'claim:fire',
      actor: 'organization:herald',
      document: 'document:herald',
      stance: 'REPORTS',
      certainty: 'UNCOMMITTED',
      mode: 'PARAPHRASE',
      onRecord: false,
      cites: [{ attribution: 'attribution:post-fire' }, { attribution: 'attribution:mayor-no-fire' }],
    },
    {
      id: 'attribution:mayor-no-fire',
      claim: 'claim:no-fire',
      actor: 'person:mayor',
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: true,
    },
  ],
  relations: [{ from: 'claim:no-fire', to: 'claim:fire', kind: 'CONTRADICTS', basis: 'STATED' }],
};

/** A bundle written as a client would; throws where it is none. */
export function bundle(input: unknown): Bundle {
  return parseBundle(input);
}
