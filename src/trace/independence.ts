import type { Coverage } from '../contract.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { copiedFrom, newsroomsOf, onRecordOf } from './origin.ts';
import { reasonsOf } from './reasons.ts';
import type { Sight } from './sight.ts';
import { countSources } from './sources.ts';
import type { Said, SourceCount } from './surroundings.ts';
import { dependenciesOf, isCutNear, isCutShort, supportOf } from './withdrawal.ts';

/** How many independent voices stand behind a claim; ids in their order. */
export interface Independence {
  readonly newsrooms: number;
  readonly ultimateSources: SourceCount;
  readonly onRecord: number;
  readonly loops: readonly (readonly string[])[];
  readonly dependsOn: readonly string[];
  readonly readIn: readonly string[];
  readonly coverage: Coverage;
  readonly reasons: readonly string[];
}

export function independenceOf(sight: Sight, claim: string): Independence {
  const { around } = sight;
  const cascade = cascadeOf(sight, claim);
  const sources = countSources(around, cascade.origins);
  const affirmed = affirming(sight, claim);
  const support = supportOf(sight, affirmed);
  const { actors: dependsOn, isWhole } = dependenciesOf(sight, support, affirmed);
  const documents = documentsOf(sight, cascade);
  const read = documents.filter((document) => around.read.get(document));
  const unread = documents.filter((document) => !around.read.get(document));
  const missed = missedBy(sight, cascade);
  const cut = { claims: isCutNear(sight, claim), citations: isCutShort(sight, support), suspects: !isWhole };
  const isPartial = unread.length > 0 || missed.length > 0 || cut.claims || cut.suspects;
  return {
    newsrooms: newsroomsOf(around, cascade.origins).length,
    ultimateSources: { min: sources.min, max: sources.max },
    onRecord: onRecordOf(around, cascade.origins).length,
    loops: cascade.loops,
    dependsOn,
    readIn: read,
    coverage: isPartial ? 'PARTIAL' : 'FULL',
    reasons: reasonsOf(sight, { cascade, sources, dependsOn, read, unread, missed, cut }),
  };
}

/** What may have been said in time of a claim, or been cited for it in others that it rests on; by id. */
function missedBy(sight: Sight, { claim, said }: Cascade): Said[] {
  const { around } = sight;
  const near = sight.near(claim);
  const own = [...sight.same(claim)].flatMap((one) => around.ofClaim.get(one) ?? []);
  const cited = [...said.keys()].flatMap((id) =>
    (around.cites.get(id) ?? []).flatMap(({ to }) => around.said.get(to) ?? []),
  );
  const missed = new Set([...own, ...cited.filter((one) => near.has(one.claim))].filter((one) => sight.misses(one)));
  return [...missed].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The ids of all that affirms a claim or one that is the same. */
export function affirming(sight: Sight, claim: string): string[] {
  return [...sight.same(claim)].flatMap((one) =>
    sight.of(one).flatMap((said) => (sight.sideOf(said) === 'AFFIRMS' ? [said.id] : [])),
  );
}

/** The documents in which a cascade stands, and those that they were copied from. */
function documentsOf({ around }: Sight, { said }: Cascade): string[] {
  const own = [...said.values()].flatMap(({ document }) => document ?? []);
  return [...new Set(own.flatMap((document) => [document, copiedFrom(around, document)]))].sort();
}
