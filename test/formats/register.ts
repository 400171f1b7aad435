import { parseBundle } from '../../src/bundle/read-files.ts';

const names = (text: string) => [{ text, language: 'en' }];

/** The records of a register on a company, its people and its ship; one entity came from FollowTheMoney. */
const RELATIONS: Readonly<Record<string, object>> = {
  shares: {
    subject: 'entity:ftm/nk-owner',
    predicate: 'owns',
    object: 'organization:shipping',
    value: { text: '25.5', unit: '%' },
    when: '2020-01/..',
    participants: [{ entity: 'person:b_c', role: 'witness' }],
  },
  ship: { subject: 'organization:shipping', predicate: 'owns', object: 'thing:ship', when: '2021' },
  director: {
    subject: 'person:b_c',
    predicate: 'director-of',
    object: 'organization:shipping',
    when: '2019/2021-05-06',
  },
  sister: { subject: 'entity:ftm/nk-owner', predicate: 'sister-of', object: 'person:b_c' },
  member: { subject: 'organization:shipping', predicate: 'member-of', object: 'organization:chamber' },
  work: { subject: 'person:b_c', predicate: 'works-for', object: 'organization:ministry', when: '2022~' },
  sanctioned: { subject: 'thing:ship', predicate: 'sanctioned', object: 'organization:ministry', when: '2024-02-03' },
  case: { subject: 'person:b_c', predicate: 'defendant-in', object: 'thing:case' },
  odd: { subject: 'person:b_c', predicate: 'owns', object: 'entity:ftm/nk-owner' },
  denied: { subject: 'entity:ftm/nk-owner', predicate: 'owns', object: 'thing:treaty' },
};

export const REGISTER = parseBundle({
  actors: [
    {
      id: 'entity:ftm/nk-owner',
      type: 'PERSON',
      country: 'SU',
      names: [{ text: 'Owner' }, { text: 'O.', kind: 'WEAK' }, { text: 'Собственница', language: 'ru', kind: 'ALIAS' }],
      identifiers: [{ scheme: 'inn', value: '183116181362' }],
    },
    { id: 'person:b_c', type: 'PERSON', country: 'GB', names: names('B. C.') },
    {
      id: 'organization:shipping',
      type: 'ORGANIZATION',
      kind: 'COMPANY',
      names: [
        { text: 'Shipping', language: 'en' },
        { text: 'Old Shipping', kind: 'PREVIOUS' },
      ],
      identifiers: [
        { scheme: 'lei', value: '529900T8BM49AURSDO55' },
        { scheme: 'house-list', value: '7' },
      ],
    },
    { id: 'organization:ministry', type: 'ORGANIZATION', kind: 'PUBLIC_BODY', names: names('Ministry') },
    { id: 'organization:chamber', type: 'ORGANIZATION', kind: 'OTHER', names: names('Chamber of Shipping') },
  ],
  things: [
    { id: 'thing:ship', kind: 'oil tanker', names: names('Ship'), identifiers: [{ scheme: 'imo', value: '9321483' }] },
    { id: 'thing:case', kind: 'court case', names: names('The case') },
    { id: 'thing:treaty', kind: 'treaty', names: names('The treaty') },
  ],
  documents: [
    {
      id: 'document:register',
      kind: 'DATASET',
      title: 'Register',
      url: 'https://register.example',
      language: 'en',
      publishedAt: '2025-06-07T08:09:10+02:00',
      publisher: 'organization:ministry',
    },
  ],
  claims: Object.entries(RELATIONS).map(([id, claim]) => ({ id: `claim:${id}`, texts: names(`${id}.`), ...claim })),
  attributions: Object.keys(RELATIONS).map((id) => ({
    id: `attribution:${id}`,
    claim: `claim:${id}`,
    actor: 'organization:ministry',
    document: 'document:register',
    stance: id === 'denied' ? 'DENIES' : 'ASSERTS',
    certainty: 'CERTAIN',
    mode: 'DATA',
    onRecord: true,
  })),
});
