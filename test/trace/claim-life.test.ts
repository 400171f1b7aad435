import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, papers, relay, small } from '../small-bundle.ts';
import { ofClaim } from './traced-claims.ts';

describe.each(engines)('the life of a claim on $name', (tested) => {
  const desk = deskForEach(tested);

  const says = (actor: string, claim: string, more: object = {}) => ({ claim, actor: `person:${actor}`, ...more });

  it('no comment, no answer and an evasion are changes of their own, and no denials', async () => {
    const answered = (stance: string, saidAt: string) => says('ben', 'a', { stance, saidAt });
    await desk.record(
      small({
        people: ['ana', 'ben'],
        ...papers('post'),
        claims: { a: {} },
        attributions: {
          ana: says('ana', 'a', { saidAt: '2025-01-01' }),
          refuses: answered('DECLINES_TO_COMMENT', '2025-01-02'),
          silent: answered('NO_RESPONSE', '2025-01-03'),
          evades: answered('EVADES', '2025-01-04'),
          post: { ...relay('post', 'a'), saidAt: '2025-01-05', cites: cites('silent') },
        },
      }),
    );
    const event = (change: string, id: string, at: string) => ({ change, at, attribution: `attribution:${id}` });
    expect(
      await ofClaim(
        desk.ask,
        'a',
        `standing life { change at attribution { id } } denials { attribution { id } } roots { id }`,
      ),
    ).toEqual({
      standing: 'SINGLE_SOURCE',
      roots: ['attribution:ana'],
      denials: [],
      life: [
        event('REPORTED', 'ana', '2025-01-01'),
        event('NOT_COMMENTED', 'refuses', '2025-01-02'),
        event('NOT_COMMENTED', 'silent', '2025-01-03'),
        event('NOT_COMMENTED', 'evades', '2025-01-04'),
      ],
    });
  });

  it('a life names who reported, denied, confirmed, corrected and took back, and when', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben'],
        ...papers('post'),
        claims: { a: {}, same: {} },
        relations: [{ from: 'claim:a', to: 'claim:same', kind: 'SAME_AS', basis: 'STATED' }],
        attributions: {
          says: says('ana', 'a', { saidAt: '2025-01-02' }),
          relays: { ...relay('post', 'a', 'says'), saidAt: '2025-01-03' },
          denies: says('ben', 'same', { stance: 'DENIES', saidAt: '2025-01-04' }),
          'relays-denial': { ...relay('post', 'same', 'denies'), saidAt: '2025-01-05' },
          confirms: says('ben', 'a', { stance: 'CONFIRMS', saidAt: '2025-02' }),
          corrects: says('ana', 'same', { stance: 'CORRECTS', saidAt: '2025-02-03' }),
          retracts: says('ana', 'a', { stance: 'RETRACTS' }),
        },
      }),
    );
    const LIFE = 'life { change at attribution { id actor { id } } }';
    const event = (change: string, id: string, actor: string, at: string | null) => ({
      change,
      at,
      attribution: { id: `attribution:${id}`, actor },
    });
    const life = [
      event('REPORTED', 'says', 'person:ana', '2025-01-02'),
      event('REPORTED', 'relays', 'organization:post', '2025-01-03'),
      event('DENIED', 'denies', 'person:ben', '2025-01-04'),
      event('CONFIRMED', 'confirms', 'person:ben', '2025-02'),
      event('CORRECTED', 'corrects', 'person:ana', '2025-02-03'),
      event('RETRACTED', 'retracts', 'person:ana', null),
    ];
    expect(await ofClaim(desk.ask, 'a', LIFE)).toEqual({ life });
    expect(await ofClaim(desk.ask, 'same', LIFE)).toEqual({ life });
    expect(await ofClaim(desk.ask, 'a', LIFE, { said: '2025-02-15' })).toEqual({
      life: life.filter(({ at }) => at !== null && at !== '2025-02'),
    });
  });
});
