import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, ofClaim } from './traced-claims.ts';

const says = (actor: string, claim: string, stance = 'ASSERTS', more: object = {}) => ({
  claim,
  actor: `person:${actor}`,
  stance,
  ...more,
});

const related = (from: string, kind: string, to: string, basis = 'STATED') => ({
  from: `claim:${from}`,
  to: `claim:${to}`,
  kind,
  basis,
});

describe.each(engines)('denials, retractions and contradictions of a claim on $name', (tested) => {
  const desk = deskForEach(tested);

  /** Records attributions of three people and a paper, and gives the standings of their claims. */
  async function standings(attributions: Record<string, { claim: string; actor: string }>, more: object = {}) {
    const claims = Object.fromEntries(Object.values(attributions).map(({ claim }) => [claim, {}]));
    await desk.record(small({ people: ['ana', 'ben', 'cleo'], ...papers('post'), claims, attributions, ...more }));
    const found = Object.keys(claims).map(async (claim) => [
      claim,
      (await ofClaim(desk.ask, claim, 'standing')).standing,
    ]);
    return Object.fromEntries(await Promise.all(found));
  }

  it('a claim is retracted by the speakers of its roots, and by nobody else', async () => {
    expect(await standings({ ana: says('ana', 'a'), ben: says('ben', 'a', 'RETRACTS') })).toEqual({
      a: 'SINGLE_SOURCE',
    });
    await desk.record(small({ attributions: { back: says('ana', 'a', 'RETRACTS') } }));
    expect(await ofClaim(desk.ask, 'a', 'standing')).toEqual({ standing: 'RETRACTED' });
    await desk.record(small({ attributions: { relay: relay('post', 'a', 'ana') } }));
    expect(await ofClaim(desk.ask, 'a', 'standing')).toEqual({ standing: 'RETRACTED' });
    await desk.record(small({ attributions: { cleo: says('cleo', 'a') } }));
    expect(await ofClaim(desk.ask, 'a', 'standing')).toEqual({ standing: 'SINGLE_SOURCE' });
    await desk.record(small({ attributions: { post: own('post', 'a') } }));
    expect(await ofClaim(desk.ask, 'a', 'standing')).toEqual({ standing: 'CORROBORATED' });
  });

  it('retracting an equivalent claim retracts this one, and denies nothing', async () => {
    const attributions = { ana: says('ana', 'a'), back: says('ana', 'same', 'RETRACTS') };
    const relations = [related('a', 'SAME_AS', 'same')];
    expect(await standings(attributions, { relations })).toEqual({ a: 'RETRACTED', same: 'RETRACTED' });
    expect(await ofClaim(desk.ask, 'a', 'roots { id } denials { attribution { id } }')).toEqual({
      roots: [],
      denials: [],
    });
  });

  it('a claim that is only retracted, evaded or left unanswered has nobody behind it', async () => {
    expect(
      await standings({
        back: says('ana', 'a', 'RETRACTS'),
        silent: says('ana', 'b', 'NO_RESPONSE'),
        refuses: says('ben', 'b', 'DECLINES_TO_COMMENT'),
        evades: says('ana', 'c', 'EVADES'),
      }),
    ).toEqual({ a: 'UNTRACED', b: 'UNTRACED', c: 'UNTRACED' });
    expect((await independenceOf(desk.ask, 'b')).reasons).toEqual(['Nobody affirms it.']);
  });

  it('a denial reaches what it covers, by itself or beside its own claim', async () => {
    const denial = says('ben', 'b', 'DENIES', { covers: ['claim:a', 'claim:c'] });
    expect(await standings({ ana: says('ana', 'a'), silent: says('ana', 'c', 'NO_RESPONSE'), denial })).toEqual({
      a: 'DISPUTED',
      b: 'DENIED',
      c: 'DENIED',
    });
  });

  it('a whole is disputed by the denial of a part, but not denied by it', async () => {
    const claims = { a: {}, part: { partOf: 'claim:a' }, deal: {}, term: { partOf: 'claim:deal' } };
    const attributions = {
      ana: says('ana', 'a'),
      part: says('ben', 'part', 'DENIES'),
      silent: says('ana', 'deal', 'NO_RESPONSE'),
      term: says('ben', 'term', 'DENIES'),
    };
    expect(await standings(attributions, { claims })).toEqual({
      a: 'DISPUTED',
      part: 'DENIED',
      deal: 'UNTRACED',
      term: 'DENIED',
    });
  });

  it.each([
    ['CONTRADICTS', 'STATED', 'DISPUTED'],
    ['CONTRARY_TO', 'ANALYST', 'DISPUTED'],
    ['UNDERCUTS', 'STATED', 'SINGLE_SOURCE'],
    ['SUPPORTS', 'STATED', 'SINGLE_SOURCE'],
    ['CONTRADICTS', 'RULE', 'SINGLE_SOURCE'],
    ['CONTRARY_TO', 'MODEL', 'SINGLE_SOURCE'],
  ])('%s on the basis %s makes both claims %s', async (kind, basis, standing) => {
    const attributions = { ana: says('ana', 'a'), ben: says('ben', 'b') };
    expect(await standings(attributions, { relations: [related('a', kind, 'b', basis)] })).toEqual({
      a: standing,
      b: standing,
    });
  });

  it('a claim that nobody affirms, or that merely takes the other side of a relay, is against none', async () => {
    const attributions = {
      ana: says('ana', 'a'),
      no: says('ben', 'b', 'DENIES'),
      relay: relay('post', 'b', 'no'),
    };
    expect(await standings(attributions, { relations: [related('a', 'CONTRADICTS', 'b')] })).toEqual({
      a: 'SINGLE_SOURCE',
      b: 'DENIED',
    });
  });

  it('equivalent claims have the same standing, and a speaker who refines a claim is behind it', async () => {
    const attributions = {
      ana: says('ana', 'a'),
      ben: says('ben', 'same', 'CONFIRMS'),
      cleo: says('cleo', 'finer', 'CORRECTS'),
    };
    const relations = [related('same', 'SAME_AS', 'a'), related('finer', 'REFINES', 'a')];
    expect(await standings(attributions, { relations })).toEqual({
      a: 'CORROBORATED',
      same: 'CORROBORATED',
      finer: 'SINGLE_SOURCE',
    });
    expect((await independenceOf(desk.ask, 'a')).roots).toEqual([
      'attribution:ana',
      'attribution:ben',
      'attribution:cleo',
    ]);
    await desk.record(small({ relations: [related('same', 'CONTRADICTS', 'finer')] }));
    expect(await ofClaim(desk.ask, 'a', 'standing')).toEqual({ standing: 'DISPUTED' });
  });
});
