import { describe, expect, it } from 'vitest';
import { BundleIndex } from '../../src/bundle/bundle-index.ts';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { type Existing, validate } from '../../src/bundle/validate.ts';
import { claim, name, outlet, person, places, said, whole } from './samples.ts';

const NOTHING: Existing = { types: new Map(), identifiers: new Map() };

describe('the check of references', () => {
  const found = (input: object, known: Partial<Existing> = {}) =>
    places(validate(new BundleIndex(parseBundle(input)), { ...NOTHING, ...known }));

  it('accepts those that lead to the bundle or to the graph', () => {
    expect(found(whole)).toEqual([]);
    expect(found({ attributions: [said] })).toEqual([
      ['UNKNOWN_REFERENCE', null, 'attribution:a', 'claim'],
      ['UNKNOWN_REFERENCE', null, 'attribution:a', 'actor'],
    ]);
    const types = new Map([
      ['claim:c', 'Claim'],
      ['person:a', 'Person'],
    ]);
    expect(found({ attributions: [said] }, { types })).toEqual([]);
  });

  it('requires records of the right kind', () => {
    const input = {
      actors: [
        person,
        { ...outlet, publisherFamily: 'person:a' },
        { id: 'source:s', type: 'UNNAMED_SOURCE', names: name, shieldedBy: 'place:p' },
      ],
      places: [{ id: 'place:p', kind: 'city', names: name }],
      documents: [{ id: 'document:d', kind: 'ARTICLE', publisher: 'person:a', authors: ['place:p'] }],
      claims: [
        {
          ...claim,
          subject: 'claim:c',
          participants: [{ entity: 'document:d', role: 'x' }],
          about: ['attribution:a'],
          partOf: 'person:a',
        },
      ],
      attributions: [
        {
          ...said,
          claim: 'claim:c',
          actor: 'place:p',
          document: 'claim:c',
          cites: [{ attribution: 'claim:c' }],
          covers: ['person:a'],
        },
      ],
      relations: [{ from: 'claim:c', to: 'person:a', kind: 'SUPPORTS', basis: 'STATED' }],
      derivations: [{ document: 'document:d', from: 'claim:c', kind: 'COPY', credited: true, basis: 'STATED' }],
      mentions: [{ id: 'mention:m', text: 'x', document: 'claim:c', candidates: ['claim:c'], entity: 'document:d' }],
    };
    expect(found(input)).toEqual([
      ['INVALID', null, 'organization:o', 'publisherFamily'],
      ['INVALID', null, 'source:s', 'shieldedBy'],
      ['INVALID', null, 'document:d', 'publisher'],
      ['INVALID', null, 'document:d', 'authors.0'],
      ['INVALID', null, 'claim:c', 'subject'],
      ['INVALID', null, 'claim:c', 'participants.0.entity'],
      ['INVALID', null, 'claim:c', 'about.0'],
      ['INVALID', null, 'claim:c', 'partOf'],
      ['INVALID', null, 'attribution:a', 'actor'],
      ['INVALID', null, 'attribution:a', 'document'],
      ['INVALID', null, 'attribution:a', 'cites.0.attribution'],
      ['INVALID', null, 'attribution:a', 'covers.0'],
      ['INVALID', null, 'relations.0', 'to'],
      ['INVALID', null, 'derivations.0', 'from'],
      ['INVALID', null, 'mention:m', 'document'],
      ['INVALID', null, 'mention:m', 'candidates.0'],
      ['INVALID', null, 'mention:m', 'entity'],
    ]);
  });

  it('requires unique ids and identifiers', () => {
    const identifiers = [{ scheme: 'wikidata', value: 'Q1' }];
    const input = {
      ...whole,
      actors: [
        { ...person, identifiers },
        { ...outlet, identifiers: [...identifiers, { scheme: 'lei', value: '2' }] },
      ],
      events: [{ id: 'person:a', kind: 'x', names: name }],
    };
    const known = { types: new Map([['claim:c', 'Person']]), identifiers: new Map([['lei:2', 'organization:other']]) };
    expect(found(input, known)).toEqual([
      ['CONFLICT', null, 'organization:o', 'identifiers.0'],
      ['CONFLICT', null, 'organization:o', 'identifiers.1'],
      ['DUPLICATE_ID', null, 'person:a', 'id'],
      ['CONFLICT', null, 'claim:c', 'id'],
    ]);
  });

  it('requires an attribution of each new claim', () => {
    const input = { claims: [claim] };
    expect(found(input)).toEqual([['UNATTRIBUTED_CLAIM', null, 'claim:c', null]]);
    expect(found(input, { types: new Map([['claim:c', 'Claim']]) })).toEqual([]);
  });

  it('refuses a part, a relation or a source of itself', () => {
    const relation = { from: 'claim:c', to: 'claim:d', kind: 'SUPPORTS', basis: 'STATED' };
    const input = {
      actors: [person, { ...outlet, publisherFamily: 'organization:o' }],
      documents: [{ id: 'document:d', kind: 'ARTICLE' }],
      claims: [
        { ...claim, partOf: 'claim:d' },
        { ...claim, id: 'claim:d', partOf: 'claim:e' },
        { ...claim, id: 'claim:e', partOf: 'claim:d' },
      ],
      attributions: [
        { ...said, cites: [{ attribution: 'attribution:b' }, { attribution: 'attribution:a' }] },
        { ...said, id: 'attribution:b', claim: 'claim:d', cites: [{ attribution: 'attribution:a' }] },
        { ...said, id: 'attribution:c', claim: 'claim:e' },
      ],
      relations: [{ ...relation, to: 'claim:c' }, relation, relation],
      derivations: [{ document: 'document:d', from: 'document:d', kind: 'COPY', credited: true, basis: 'STATED' }],
    };
    expect(found(input)).toEqual([
      ['INVALID', null, 'claim:d', 'partOf'],
      ['INVALID', null, 'attribution:a', 'cites.1.attribution'],
      ['INVALID', null, 'relations.0', 'to'],
      ['DUPLICATE_ID', null, 'relations.2', null],
      ['INVALID', null, 'derivations.0', 'from'],
    ]);
  });
});
