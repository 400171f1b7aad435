import { describe, expect, it } from 'vitest';
import { answer, failure } from '../answer.ts';
import { deskWith } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const ofBen = { about: ['person:ben'] };
const EARLY = '2025-01-10';

/** What claims rest on at first. */
const FIRST = small({
  people: ['ana', 'ben'],
  ...papers('post', 'herald', 'wire'),
  sources: { aide: { shieldedBy: 'organization:post' }, guard: {} },
  claims: {
    whispered: {},
    shielded: ofBen,
    printed: {},
    copied: {},
    spoken: ofBen,
    denied: ofBen,
    joined: {},
    rumoured: {},
  },
  attributions: {
    guard: { claim: 'whispered', actor: 'source:guard', onRecord: false, saidAt: EARLY },
    aide: { claim: 'shielded', actor: 'source:aide', onRecord: false, saidAt: EARLY },
    'relays-aide': { ...relay('herald', 'shielded', 'aide'), saidAt: EARLY },
    printed: own('post', 'printed', { saidAt: EARLY }),
    copied: own('herald', 'copied', { saidAt: EARLY }),
    wire: own('wire', 'copied', { saidAt: EARLY }),
    ana: { claim: 'spoken', actor: 'person:ana', saidAt: EARLY },
    denies: { claim: 'denied', actor: 'person:ana', stance: 'DENIES', saidAt: EARLY },
    'relays-denial': { ...relay('post', 'denied', 'denies'), saidAt: EARLY },
    silent: { claim: 'denied', actor: 'person:ben', stance: 'NO_RESPONSE', saidAt: EARLY },
    'joined-post': own('post', 'joined', { cites: cites('joined-herald'), saidAt: EARLY }),
    'joined-herald': own('herald', 'joined', { cites: cites('joined-post'), saidAt: EARLY }),
    rumour: { ...relay('post', 'rumoured'), saidAt: EARLY },
  },
  derivations: [{ document: 'document:herald', from: 'document:wire', kind: 'COPY', credited: false, basis: 'STATED' }],
});

/** Ana joins the guard later, and the post repeats itself. */
const LATER = small({
  attributions: {
    'ana-too': { claim: 'whispered', actor: 'person:ana', saidAt: '2025-02-10' },
    late: { ...own('post', 'printed'), saidAt: '2025-02-10', cites: cites('printed') },
  },
});

describe.each(engines)('filters by traced fields on $name', (tested) => {
  const desk = deskWith(tested, FIRST, LATER);

  const claims = async (filter: object, asOf?: object) => {
    const query = 'query ($filter: ClaimFilter, $asOf: AsOf) { claims(filter: $filter, asOf: $asOf) { nodes { id } } }';
    const { nodes } = await answer(desk.ask, query, { filter, asOf });
    return nodes.map((id: string) => id.replace('claim:', '')).sort();
  };

  const recorded = { recorded: '2026-01-01T12:00:00Z' };
  const said = { said: '2025-01-31' };

  it('unnamedSourcesOnly', async () => {
    expect(await claims({ unnamedSourcesOnly: true })).toEqual(['shielded']);
    for (const asOf of [recorded, said, { ...recorded, ...said }]) {
      expect(await claims({ unnamedSourcesOnly: true }, asOf)).toEqual(['shielded', 'whispered']);
      expect(await claims({ unnamedSourcesOnly: false }, asOf)).toEqual([
        'copied',
        'denied',
        'joined',
        'printed',
        'rumoured',
        'spoken',
      ]);
    }
    expect(await claims({ unnamedSourcesOnly: true, standing: ['CORROBORATED'] })).toEqual([]);
  });

  it.each([
    ['speakers', ['person:ana'], ['spoken'], ['spoken']],
    ['the outlet that printed it, or shields who said it', ['organization:post'], ['printed', 'shielded'], null],
    ['a source itself', ['source:guard'], [], ['whispered']],
    ['what was copied, not the copy', ['organization:wire'], ['copied'], null],
    ['and not the copy', ['organization:herald'], [], null],
    [
      'all members of a circle',
      ['organization:post', 'organization:wire'],
      ['copied', 'joined', 'printed', 'shielded'],
      null,
    ],
    ['one of several for each root', ['person:ana', 'source:guard'], ['spoken', 'whispered'], null],
    ['nobody', [], [], null],
  ])('restsOnlyOn %s', async (_name, ids, now, before) => {
    expect(await claims({ restsOnlyOn: ids })).toEqual(now);
    expect(await claims({ restsOnlyOn: ids }, recorded)).toEqual(before ?? now);
    expect(await claims({ restsOnlyOn: ids }, said)).toEqual(before ?? now);
  });

  const attributions = async (filter: object, asOf?: object) => {
    const query = `query ($filter: AttributionFilter, $asOf: AsOf) {
      whoReported(filter: $filter, asOf: $asOf) { nodes { id } }
    }`;
    const { nodes } = await answer(desk.ask, query, { filter, asOf });
    return nodes.map((id: string) => id.replace('attribution:', '')).sort();
  };

  it('side: a relay is on the side of what it cites of its claim, and on that of the claim where it cites nothing', async () => {
    const affirming = ['aide', 'ana', 'copied', 'guard', 'joined-herald', 'joined-post', 'printed', 'relays-aide'];
    const first = [...affirming, 'rumour', 'wire'];
    expect(await attributions({ side: ['AFFIRMS'] })).toEqual([...first, 'ana-too', 'late'].sort());
    expect(await attributions({ side: ['DENIES'] })).toEqual(['denies', 'relays-denial']);
    expect(await attributions({ side: ['NONE'] })).toEqual(['silent']);
    expect(await attributions({ side: ['DENIES', 'NONE'] })).toEqual(['denies', 'relays-denial', 'silent']);
    expect(await attributions({ side: [] })).toEqual([]);
    for (const asOf of [recorded, said]) {
      expect(await attributions({ side: ['AFFIRMS'] }, asOf)).toEqual(first);
      expect(await attributions({ side: ['DENIES'] }, asOf)).toEqual(['denies', 'relays-denial']);
    }
  });

  it.each(['isRoot', 'rootsOnly'])('%s: attributions with which words begin, on either side', async (name) => {
    const roots = (isRoot: boolean, asOf?: object) => attributions({ [name]: isRoot }, asOf);
    const first = ['aide', 'ana', 'denies', 'guard', 'joined-herald', 'joined-post', 'printed', 'wire'];
    const others = ['copied', 'relays-aide', 'relays-denial', 'rumour', 'silent'];
    expect(await roots(true)).toEqual([...first, 'ana-too'].sort());
    expect(await roots(false)).toEqual([...others, 'late'].sort());
    for (const asOf of [recorded, said]) {
      expect(await roots(true, asOf)).toEqual(first);
      expect(await roots(false, asOf)).toEqual(others);
    }
  });

  it('are refused inside of other fields as of a said time', async () => {
    const nested = `{ node(id: "person:ana") { ... on Entity {
      claims(filter: { standing: [DENIED] }, asOf: { said: "2025" }) { nodes { id } }
    } } }`;
    expect(await failure(desk.ask, nested)).toEqual({
      code: 'LIMIT_EXCEEDED',
      argument: undefined,
      message: 'As of a said time, traced filters work on the lists of Query only.',
    });
  });

  it('stand beside nodes that tracing finds', async () => {
    const filling =
      '{ claims(filter: { standing: [DENIED] }, asOf: { said: "2025" }) { nodes { id denials { attribution { id chains { id } } } } } }';
    const said = { id: 'attribution:denies', chains: ['attribution:denies'] };
    expect(await answer(desk.ask, filling)).toEqual({
      nodes: [{ id: 'claim:denied', denials: [{ attribution: { ...said, chains: [said.chains] } }] }],
    });
  });

  it('are answered inside of other fields at present', async () => {
    const inside = `{ entity(id: "person:ben") {
      claims(filter: { standing: [DENIED] }) { nodes { id } }
      unnamed: claims(filter: { unnamedSourcesOnly: true }) { totalCount }
    } }`;
    expect(await answer(desk.ask, inside)).toEqual({
      claims: { nodes: ['claim:denied'] },
      unnamed: { totalCount: 1 },
    });
  });
});
