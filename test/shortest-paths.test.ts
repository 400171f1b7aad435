import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConnectingClaim, shortestPaths } from '../src/path/shortest-paths.ts';
import { naivePaths } from './oracle/paths.ts';

describe('the shortest paths', () => {
  const entity = fc.nat(6).map((number) => `e${number}`);
  const ends = fc.array(fc.record({ entity, role: fc.constantFrom('subject', 'object', 'host') }), { maxLength: 4 });
  const joints = fc
    .array(ends, { maxLength: 9 })
    .map((all) => all.map((some, index): ConnectingClaim => ({ claim: `c${index}`, ends: some })));

  it('are those that one finds by trying everything', () => {
    const property = fc.property(
      joints,
      entity,
      entity,
      fc.integer({ min: 1, max: 6 }),
      fc.nat(12),
      (all, from, to, maxHops, first) => {
        const found = shortestPaths(all, { from, to, maxHops, first }) ?? [];
        const ways = found.map((hops) => hops.map((hop) => ({ claim: hop.claim, to: hop.to })));
        expect(ways).toEqual(naivePaths(all, from, to, maxHops, first));
        for (const hops of found) {
          for (const { claim, from: start, to: end, fromRole, toRole } of hops) {
            const parts = all.find((joint) => joint.claim === claim)?.ends;
            expect(parts).toContainEqual({ entity: start, role: fromRole });
            expect(parts).toContainEqual({ entity: end, role: toRole });
          }
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('are given up where there is too much to try', () => {
    const ring = (hub: string, next: string) =>
      Array.from({ length: 2_000 }, (_, index): ConnectingClaim => {
        const leaf = { entity: `leaf${index}`, role: 'object' };
        return {
          claim: `${hub} ${index}`,
          ends: [{ entity: hub, role: 'subject' }, leaf, { entity: next, role: 'host' }],
        };
      });
    const away: ConnectingClaim[] = [
      { claim: 'in', ends: ['from', 'hub'].map((entity) => ({ entity, role: 'party' })) },
    ];
    const out: ConnectingClaim[] = [{ claim: 'out', ends: ['hub', 'to'].map((entity) => ({ entity, role: 'party' })) }];
    const all = [...away, ...out, ...ring('hub', 'other')];
    expect(shortestPaths(all, { from: 'from', to: 'to', maxHops: 2, first: 5 })).toHaveLength(1);
    expect(shortestPaths(all, { from: 'from', to: 'to', maxHops: 6, first: 5 })).toBeNull();
  });
});
