import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, small } from '../small-bundle.ts';
import { ids, PEOPLE } from './contradiction-lists.ts';

const post = (id: string) => ({ id, publisher: 'organization:post' });
const update = (document: string, from: string, basis = 'STATED') => ({
  document: `document:${document}`,
  from: `document:${from}`,
  kind: 'UPDATE',
  credited: false,
  basis,
});
const by = (document: string, claim: string, more: object = {}) => ({
  ...own('post', claim, more),
  document: `document:${document}`,
});
const DENIES = { stance: 'DENIES' };
const SELF = '(kind: [SELF])';

describe.each(engines)('documents and their versions on $name', (tested) => {
  const desk = deskForEach(tested);

  it('correct and do not contradict each other, also where that they are versions is recorded later', async () => {
    await desk.record(
      small({
        outlets: ['post'],
        documents: ['first', 'second', 'third', 'other'].map(post),
        claims: { a: {}, b: {} },
        attributions: {
          yes: by('first', 'a'),
          no: by('third', 'a', DENIES),
          b: by('second', 'b'),
        },
        relations: [{ from: 'claim:a', to: 'claim:b', kind: 'CONTRADICTS', basis: 'STATED' }],
      }),
    );
    const onA = 'contradiction:self:organization:post:claim:a';
    const onBoth = 'contradiction:self:organization:post:claim:a:claim:b';
    expect(await ids(desk.ask, SELF)).toEqual([onA, onBoth]);
    await desk.record(small({ derivations: [update('second', 'first'), update('third', 'second', 'MODEL')] }));
    expect(await ids(desk.ask, SELF)).toEqual([onA]);
    await desk.record(small({ derivations: [update('third', 'first')] }));
    expect(await ids(desk.ask, SELF)).toEqual([]);
    expect(await ids(desk.ask, '(kind: [SELF], asOf: { recorded: "2026-01-02T12:00:00Z" })')).toEqual([onA]);
    await desk.record(small({ attributions: { elsewhere: by('other', 'a') } }));
    const { data } = await desk.ask(`{ contradictions(kind: [SELF]) { nodes { id sides { attributions { id } } } } }`);
    const elsewhere = { attributions: [{ id: 'attribution:elsewhere' }] };
    expect(data.contradictions.nodes).toEqual([
      { id: onA, sides: [elsewhere, { attributions: [{ id: 'attribution:no' }] }] },
      { id: onBoth, sides: [elsewhere, { attributions: [{ id: 'attribution:b' }] }] },
    ]);
  });

  it('contradict themselves on the word of one speaker or of nobody, not on that of two', async () => {
    const relayed = (document: string, ...cited: string[]) =>
      by(document, 'a', { stance: 'REPORTS', cites: cites(...cited) });
    await desk.record(
      small({
        people: PEOPLE,
        outlets: ['post'],
        documents: ['two', 'one'].map(post),
        claims: { a: {} },
        attributions: {
          ana: { claim: 'a', actor: 'person:ana' },
          ben: { claim: 'a', actor: 'person:ben', stance: 'DENIES' },
          turn: { claim: 'a', actor: 'person:ana', stance: 'DENIES' },
          first: relayed('two', 'ana'),
          second: relayed('two', 'ben'),
          third: relayed('one', 'ana'),
          fourth: relayed('one', 'turn'),
        },
      }),
    );
    const { data } = await desk.ask(`{ contradictions(kind: [SELF]) { nodes {
      id reason sides { affirms attributions { id } }
    } } }`);
    expect(data.contradictions.nodes).toEqual([
      {
        id: 'contradiction:self:document:one:claim:a:person:ana',
        reason: 'document:one both affirms and denies claim:a, on the word of person:ana.',
        sides: [
          { affirms: true, attributions: [{ id: 'attribution:third' }] },
          { affirms: false, attributions: [{ id: 'attribution:fourth' }] },
        ],
      },
      {
        id: 'contradiction:self:person:ana:claim:a',
        reason: 'person:ana both affirms and denies claim:a.',
        sides: [
          { affirms: true, attributions: [{ id: 'attribution:ana' }] },
          { affirms: false, attributions: [{ id: 'attribution:turn' }] },
        ],
      },
    ]);
    await desk.record(
      small({
        attributions: { unsourced: by('two', 'a', { stance: 'REPORTS' }), voice: by('two', 'a', DENIES) },
      }),
    );
    expect(await ids(desk.ask, SELF)).toEqual([
      'contradiction:self:document:two:claim:a',
      'contradiction:self:document:one:claim:a:person:ana',
      'contradiction:self:person:ana:claim:a',
    ]);
  });

  it('take back what older versions say of the same matter, where they correct it', async () => {
    const death = (number: number) => ({
      subject: 'event:fire',
      predicate: 'caused-deaths',
      value: { text: String(number), min: number, max: number },
    });
    await desk.record(
      small({
        people: PEOPLE,
        outlets: ['post'],
        events: ['fire'],
        documents: ['first', 'second'].map(post),
        claims: { many: death(80), few: death(8) },
        attributions: {
          many: by('first', 'many', { saidAt: '2025-01-01' }),
          few: by('second', 'few', { stance: 'CORRECTS', saidAt: '2025-01-02' }),
          ben: { claim: 'many', actor: 'person:ben', stance: 'DENIES', saidAt: '2025-01-01' },
        },
      }),
    );
    const [onMany, both] = ['contradiction:stance:claim:many', 'contradiction:claim:rule:claim:few:claim:many'];
    const self = 'contradiction:self:organization:post:claim:few:claim:many';
    expect(await ids(desk.ask)).toEqual([both, self, onMany]);
    await desk.record(small({ derivations: [update('second', 'first')] }));
    expect(await ids(desk.ask)).toEqual([]);
    expect(await ids(desk.ask, '(asOf: { said: "2025-01-01" })')).toEqual([onMany]);
    expect(await ids(desk.ask, '(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([both, self, onMany]);
  });
});
