import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accept } from '../src/change/accept.ts';
import { correct } from '../src/change/correct.ts';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { RunningServer } from '../src/server.ts';
import { engines } from './engines.ts';
import { type Listener, listen, summaries } from './live/listener.ts';
import { Newsroom, serve } from './live/newsroom.ts';
import { small } from './small-bundle.ts';

describe.each(engines)('what is recorded, as it happens, on $name', ({ open, beside }) => {
  let engine: Engine;
  let server: RunningServer;
  let newsroom: Newsroom;
  let listeners: Listener[];
  /** The cursor of the first revision, with which a listener hears all that follows. */
  let first: string;

  beforeEach(async () => {
    engine = await open();
    server = await serve(engine);
    newsroom = new Newsroom(engine);
    listeners = [];
    first = await newsroom.open();
  });

  afterEach(async () => {
    for (const listener of listeners) await listener.leave();
    await server.close();
    await engine.close();
  });

  function hear(variables: Record<string, unknown> = {}, selection?: string, url = server.url): Listener {
    const listener = listen(url, variables, selection);
    listeners.push(listener);
    return listener;
  }

  it('sends what came in, what was corrected and what was taken back, in the order of the record', async () => {
    const listener = hear({ after: first }, 'revision { sequence operation } attribution { id stance claim { text } }');
    await newsroom.say(['b', 'a']);
    await newsroom.restate('b', 'DENIES');
    await newsroom.relate('a', 'b');
    await newsroom.takeBack('attribution:a');
    await newsroom.say(['c']);
    const events = await listener.until(6);
    expect(summaries(events)).toEqual([
      '2 RECORD attribution:a',
      '2 RECORD attribution:b',
      '3 CORRECT attribution:b',
      '4 RELATE nothing said',
      '5 RETRACT attribution:a',
      '6 RECORD attribution:c',
    ]);
    expect(events.map(({ attribution }) => attribution?.stance)).toEqual([
      ...['ASSERTS', 'ASSERTS', 'DENIES', undefined, 'ASSERTS', 'ASSERTS'],
    ]);
    expect(events[4].attribution.claim).toEqual({ text: 'a.' });
  });

  it('sends a suggestion when it is accepted, and not before', async () => {
    const listener = hear({ after: first });
    const hunch = { claim: 'hunch', actor: 'person:ann', basis: 'MODEL' };
    const guess = { ...hunch, claim: 'guess' };
    await load(engine, small({ claims: { hunch: {}, guess: {} }, attributions: { hunch, guess } }), { by: 'desk' });
    const decision = { by: 'desk', reason: 'read' };
    await engine.write((run) => accept(run, 'attribution:hunch', decision));
    await newsroom.takeBack('attribution:guess');
    await newsroom.say(['a']);
    expect(summaries(await listener.until(2))).toEqual(['3 ACCEPT attribution:hunch', '5 RECORD attribution:a']);
  });

  it('shows each event as of right after it, whenever it is read', async () => {
    await newsroom.say(['a']);
    await newsroom.restate('a', 'DENIES');
    await newsroom.restate('a', 'CONFIRMS');
    await newsroom.takeBack('claim:a');
    const selection = `revision { sequence operation subject { id } }
      attribution { id stance claim { standing independence { newsrooms onRecord } } now: claim { attributions(asOf: {}) { totalCount } } }`;
    const events = await hear({ after: first }, selection).until(4);
    expect(summaries(events)).toEqual([
      '2 RECORD attribution:a',
      '3 CORRECT attribution:a',
      '4 CORRECT attribution:a',
      '5 RETRACT attribution:a',
    ]);
    expect(events.map(({ attribution }) => attribution.stance)).toEqual(['ASSERTS', 'DENIES', 'CONFIRMS', 'CONFIRMS']);
    expect(events.map(({ attribution }) => attribution.claim.standing)).toEqual([
      ...['SINGLE_SOURCE', 'DENIED', 'SINGLE_SOURCE', 'SINGLE_SOURCE'],
    ]);
    expect(events.map(({ attribution }) => attribution.claim.independence.onRecord)).toEqual([1, 0, 1, 1]);
    expect(events.map(({ attribution }) => attribution.now.attributions.totalCount)).toEqual([0, 0, 0, 0]);
    expect(events[3].revision.subject).toEqual({ id: 'claim:a' });
  });

  it('sends only the entities and stances that were asked for', async () => {
    const [ofBob, denials, ofClaim, deniedOfBob] = [
      hear({ after: first, about: ['person:bob'] }),
      hear({ after: first, stance: ['DENIES'] }),
      hear({ after: first, about: ['claim:a'] }),
      hear({ after: first, about: ['person:bob'], stance: ['DENIES'] }),
    ];
    await newsroom.say(['a'], 'ASSERTS', 'ann');
    await newsroom.say(['b', 'c'], 'DENIES', 'bob');
    await newsroom.relate('a', 'b');
    await newsroom.rename('bob');
    await newsroom.rename('ann');
    await newsroom.takeBack('claim:c');
    expect(summaries(await ofBob.until(5))).toEqual([
      '3 RECORD attribution:b',
      '3 RECORD attribution:c',
      '4 RELATE nothing said',
      '5 CORRECT nothing said',
      '7 RETRACT attribution:c',
    ]);
    const denied = ['3 RECORD attribution:b', '3 RECORD attribution:c', '7 RETRACT attribution:c'];
    expect(summaries(await denials.until(3))).toEqual(denied);
    expect(summaries(await deniedOfBob.until(3))).toEqual(denied);
    expect(summaries(await ofClaim.until(1))).toEqual(['4 RELATE nothing said']);
    await pause(700);
    expect([ofBob, denials, ofClaim, deniedOfBob].map(({ heard }) => heard.length)).toEqual([5, 3, 1, 3]);
  });

  it('goes on behind a cursor, also in the midst of a change, and with what was written meanwhile', async () => {
    await newsroom.say(['a', 'b', 'c']);
    const before = hear({ after: first });
    const [, second] = await before.until(2);
    await before.leave();
    await newsroom.say(['d']);
    const after = hear({ after: second.cursor });
    await newsroom.say(['e'], 'DENIES');
    expect(summaries(await after.until(3))).toEqual([
      '2 RECORD attribution:c',
      '3 RECORD attribution:d',
      '4 RECORD attribution:e',
    ]);
    const narrower = hear({ after: second.cursor, stance: ['DENIES'] });
    expect(summaries(await narrower.until(1))).toEqual(['4 RECORD attribution:e']);
  });

  it('sends attributions whose date comes from a document, when that gets another date', async () => {
    const report = (publishedAt: string) =>
      small({
        documents: [{ id: 'page', publishedAt }],
        claims: { a: { subject: 'person:ann' } },
        attributions: {
          a: { claim: 'a', actor: 'person:ann', document: 'document:page' },
          b: { claim: 'a', actor: 'person:bob', document: 'document:page', saidAt: '2025-04-30' },
        },
      });
    await load(engine, report('2025-05-01'), { by: 'desk' });
    const { documents } = report('2025-05-02');
    const replacement = { ...small({}), documents };
    const correction = { id: 'document:page', replacement };
    await engine.write((run) => correct(run, correction, { by: 'desk', reason: 'misprint' }));
    const events = await hear({ after: first }, 'revision { sequence operation } attribution { id saidAt }').until(3);
    expect(summaries(events)).toEqual(['2 RECORD attribution:a', '2 RECORD attribution:b', '3 CORRECT attribution:a']);
    expect(events.map(({ attribution }) => attribution.saidAt)).toEqual(['2025-05-01', '2025-04-30', '2025-05-02']);
  });

  it('sends a correction as the attribution that takes the place of another', async () => {
    await newsroom.say(['a']);
    const replacement = small({ attributions: { better: { claim: 'a', actor: 'person:bob', stance: 'DENIES' } } });
    const correction = { id: 'attribution:a', replacement };
    await engine.write((run) => correct(run, correction, { by: 'desk', reason: 'it was Bob' }));
    const selection = 'revision { sequence operation before } attribution { id actor { id } }';
    const [, event] = await hear({ after: first }, selection).until(2);
    expect(summaries([event])).toEqual(['3 CORRECT attribution:better']);
    expect(event.attribution.actor).toEqual({ id: 'person:bob' });
    expect(JSON.parse(event.revision.before).id).toBe('attribution:a');
  });

  it('starts with what is recorded from now on', async () => {
    await newsroom.say(['a']);
    const listener = hear();
    // Nobody can tell when the first is listened to, so there are more of them.
    for (let count = 0; listener.heard.length === 0; count += 1) {
      await newsroom.say([`b${count}`]);
      await pause(300);
    }
    const [event] = await listener.until(1);
    expect(event.attribution.id).toMatch(/^attribution:b\d+$/);
    const back = hear({ after: event.cursor });
    await newsroom.say(['c']);
    const last = (heard: Listener['heard']) => heard.at(-1)?.attribution.id;
    while (last(listener.heard) !== 'attribution:c' || last(back.heard) !== 'attribution:c') await pause(20);
    expect(listener.heard).toEqual([event, ...back.heard]);
  });

  it('reads a long backlog in pages, nothing twice', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `n${String(index).padStart(4, '0')}`);
    await newsroom.say(names);
    for (const name of ['x', 'y', 'z']) await newsroom.say([name]);
    const events = await hear({ after: first }).until(453);
    expect(summaries(events)).toEqual([
      ...names.map((name) => `2 RECORD attribution:${name}`),
      ...['3 RECORD attribution:x', '4 RECORD attribution:y', '5 RECORD attribution:z'],
    ]);
  });

  it('is the same from several servers on one database', async () => {
    const another = beside(engine);
    const other = await serve(another);
    const here = hear({ after: first });
    const there = hear({ after: first }, undefined, other.url);
    const elsewhere = new Newsroom(another);
    await newsroom.say(['a', 'b']);
    await elsewhere.say(['c']);
    await Promise.all([newsroom.say(['d']), elsewhere.say(['e', 'f'])]);
    const heard = await here.until(6);
    expect(await there.until(6)).toEqual(heard);
    expect(heard.map(({ attribution }) => attribution.id).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `attribution:${name}`),
    );
    const moved = hear({ after: heard[2].cursor }, undefined, other.url);
    expect(await moved.until(3)).toEqual(heard.slice(3));
    await Promise.all([there.leave(), moved.leave()]);
    await other.close();
    await another.close();
  });

  it('sends at once a change that was made through its own server', async () => {
    const token = 'a token of sixteen or more'.replaceAll(' ', '-');
    const own = await serve(engine, { writing: { token, by: 'desk' } });
    await newsroom.say(['a', 'b']);
    const listener = hear({ after: first }, undefined, own.url);
    await listener.until(2);
    const query = 'mutation { relate(from: "claim:a", to: "claim:b", kind: SUPPORTS, basis: STATED) { replayed } }';
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${own.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect(await answer.json()).toEqual({ data: { relate: { replayed: false } } });
    expect(summaries(await listener.until(3)).at(-1)).toBe('3 RELATE nothing said');
    await listener.leave();
    await own.close();
  });
});
