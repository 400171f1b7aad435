import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { deskWith } from './desk.ts';
import { engines } from './engines.ts';
import { small } from './small-bundle.ts';

const mention = (id: string, candidates: readonly string[], more: object = {}) => ({
  id: `mention:${id}`,
  text: 'Rodríguez',
  document: 'document:early',
  candidates: candidates.map((name) => `person:${name}`),
  ...more,
});

const FIRST = small({
  people: ['ana', 'ben', 'cleo'],
  documents: [{ id: 'early' }, { id: 'late' }],
  mentions: [
    mention('both', ['ana', 'ben']),
    mention('late', ['ana'], { document: 'document:late' }),
    mention('decided', ['ana', 'ben'], { entity: 'person:ana' }),
  ],
});

const LATER = small({ mentions: [mention('new', ['ben'])] });

describe.each(engines)('names that nobody has decided on, on $name', (tested) => {
  const desk = deskWith(tested, FIRST, LATER);

  const unresolved = async (asOf?: object) => {
    const query = 'query ($asOf: AsOf) { actors(asOf: $asOf) { nodes { id unresolvedMentions } } }';
    const { nodes } = await answer(desk.ask, query, { asOf });
    return Object.fromEntries(
      nodes.map(({ id, unresolvedMentions }: Record<string, string>) => [
        id?.replace('person:', ''),
        unresolvedMentions,
      ]),
    );
  };

  it('are counted for all actors that they may name', async () => {
    expect(await unresolved()).toEqual({ ana: 2, ben: 2, cleo: 0 });
    expect(await unresolved({ recorded: '2026-01-01T12:00:00Z' })).toEqual({ ana: 2, ben: 1, cleo: 0 });
  });

  it('are listed with their candidates, and counted over all actors of an answer', async () => {
    const MENTION = '{ totalCount nodes { id text entity { id } candidates { id } document { id } } }';
    const query = `{ all: mentions ${MENTION} }`;
    const open = (id: string, document: string, candidates: readonly string[]) => ({
      id: `mention:${id}`,
      text: 'Rodríguez',
      entity: null,
      candidates,
      document: `document:${document}`,
    });
    const [both, late, newest] = [
      open('both', 'early', ['person:ana', 'person:ben']),
      open('late', 'late', ['person:ana']),
      open('new', 'early', ['person:ben']),
    ];
    expect(await answer(desk.ask, query)).toEqual({ totalCount: 3, nodes: [both, late, newest] });
    const ofAna = `{ mentions(about: ["person:ana"]) ${MENTION} }`;
    expect(await answer(desk.ask, ofAna)).toEqual({ totalCount: 2, nodes: [both, late] });
    const decided = `{ mentions(unresolved: false) ${MENTION} }`;
    expect(await answer(desk.ask, decided)).toEqual({
      totalCount: 1,
      nodes: [{ ...open('decided', 'early', ['person:ana', 'person:ben']), entity: 'person:ana' }],
    });
    const counted = (about: string) => answer(desk.ask, `{ statistics(about: [${about}]) { unresolvedMentions } }`);
    expect(await counted('"person:ana", "person:ben"')).toEqual({ unresolvedMentions: 3 });
    expect(await counted('"person:ben"')).toEqual({ unresolvedMentions: 2 });
    expect(await counted('"person:cleo"')).toEqual({ unresolvedMentions: 0 });
  });
});
