import { join } from 'node:path';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { load } from '../../src/change/load.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { generate, SIZE } from '../bench/generate.ts';
import { fill } from '../bench/load.ts';
import { Chance } from '../bench/random.ts';

/** A generated graph in two parts: the second refers to records of the first. */
export interface GeneratedGraph {
  readonly first: Bundle;
  readonly later: Bundle;
}

const NOTHING: Bundle = {
  ...{ actors: [], places: [], things: [], events: [], documents: [], claims: [], attributions: [] },
  ...{ relations: [], derivations: [], mentions: [] },
};

/** How many attributions the most disputed claim has, and how many steps the longest chain, of 1,000 attributions. */
const CROWD = 60;
const CHAIN = 20;

/**
 * The archive of the benchmarks with everything else that the contract has: objects and participants, parts, relations,
 * events, places, copies, mentions; one claim that very many speak of, and one long chain of citations.
 */
export function greedyGraph(attributions: number): GeneratedGraph {
  const chance = new Chance(SIZE.seed);
  const archive = generate({ ...SIZE, attributions });
  const { actors } = archive;
  const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const kept = (id: string, kind: string) => ({
    id,
    kind,
    names: [{ text: id, language: 'en', kind: 'PREFERRED' as const }],
  });
  const events = many(Math.ceil(attributions / 100), (i) => kept(`event:e${i}`, 'meeting'));
  const places = many(50, (i) => kept(`place:l${i}`, 'city'));
  const claims = archive.claims.map((claim, index) => ({
    ...claim,
    ...(chance.hit(0.5) && { object: actors[chance.below(chance.hit(0.5) ? 20 : actors.length)]?.id }),
    ...(chance.hit(0.3) && {
      participants: [
        { entity: chance.of(events).id, role: 'event' },
        { entity: chance.of(places).id, role: 'place' },
        { entity: chance.of(actors).id, role: 'guest' },
      ],
    }),
    ...(chance.hit(0.2) &&
      index > 0 && { partOf: `claim:c${Math.floor(index / 50) * 50 === index ? 0 : Math.floor(index / 50) * 50}` }),
    ...(chance.hit(0.3) && { when: `2025-${String(1 + chance.below(12)).padStart(2, '0')}` }),
  }));
  return { first: { ...archive, events, places, claims }, later: second(archive, events, chance) };
}

function second({ actors, documents, claims }: Bundle, events: Bundle['events'], chance: Chance): Bundle {
  const thousands = claims.length / 4_000;
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: Math.ceil(count * thousands) }, (_, i) => make(i));
  const pairs = <T extends { id: string }>(all: readonly T[]) => {
    const [one, other] = [chance.below(all.length), chance.below(all.length)];
    return one === other ? null : ([all[Math.min(one, other)] as T, all[Math.max(one, other)] as T] as const);
  };
  const relations = many(1_500, () => pairs(claims)).flatMap((pair) =>
    pair
      ? [
          {
            from: pair[0].id,
            to: pair[1].id,
            kind: chance.of(['SAME_AS', 'REFINES', 'ENTAILS', 'CONTRADICTS'] as const),
            basis: 'STATED' as const,
          },
        ]
      : [],
  );
  const derivations = many(800, () => pairs(documents)).flatMap((pair) =>
    pair
      ? [{ document: pair[1].id, from: pair[0].id, kind: 'COPY' as const, credited: true, basis: 'STATED' as const }]
      : [],
  );
  const mentions = many(800, (i) => ({
    ...{ id: `mention:m${i}`, text: 'the minister', document: chance.of(documents).id },
    candidates: [chance.of(actors).id, chance.of(events).id],
    basis: 'STATED' as const,
  }));
  return {
    ...NOTHING,
    relations: distinct(relations),
    derivations: distinct(derivations),
    mentions,
    ...crowd(documents, thousands, chance),
  };
}

function distinct<T extends object>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [JSON.stringify(Object.values(record).slice(0, 2)), record])).values()];
}

/** A claim that very many speak of, each on the word of another, and one that a long chain leads to. */
function crowd(
  documents: Bundle['documents'],
  thousands: number,
  chance: Chance,
): Pick<Bundle, 'claims' | 'attributions'> {
  const claim = (id: string) => ({
    ...{ id, texts: [{ text: `Claim of a ${id.slice(6)}.`, language: 'en' }], predicate: 'said', subject: 'person:p0' },
    ...{ about: [], participants: [], flags: [] },
  });
  const said = (id: string, of: string, cites: readonly string[]) => ({
    ...{ id, claim: of, document: chance.of(documents).id, actor: `organization:o${chance.below(SIZE.outlets)}` },
    ...{ stance: cites.length > 0 ? ('REPORTS' as const) : ('ASSERTS' as const), certainty: 'UNCOMMITTED' as const },
    ...{ mode: 'INDIRECT' as const, onRecord: false, covers: [], basis: 'STATED' as const },
    cites: cites.map((attribution) => ({ attribution, credited: true, joint: false, basis: 'STATED' as const })),
  });
  const one = (kind: string, count: number, citing: (i: number) => readonly number[]) => {
    const id = (i: number) => `attribution:${kind}${i}`;
    return Array.from({ length: Math.ceil(count * thousands) }, (_, i) =>
      said(id(i), `claim:${kind}`, citing(i).map(id)),
    );
  };
  return {
    claims: [claim('claim:crowd'), claim('claim:chain')],
    attributions: [
      ...one('crowd', CROWD * 20, (i) =>
        i < 5 ? [] : [chance.below(i), chance.below(i)].filter((at, n, all) => all.indexOf(at) === n),
      ),
      ...one('chain', CHAIN * 20, (i) => (i === 0 ? [] : [i - 1])),
    ],
  };
}

/** Fills the folder of an embedded database. */
export async function fillGreedy(folder: string, { first, later }: GeneratedGraph): Promise<void> {
  const engine = openEmbedded({ path: join(folder, 'claimgraph.grafeo'), timeout: 600_000 });
  await fill(engine, first);
  await load(engine, later, { by: 'benchmark' });
  await engine.close();
}
