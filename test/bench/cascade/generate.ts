import type { Bundle } from '../../../src/bundle/bundle.ts';
import { Chance, powerLaw } from '../random.ts';
import { Part } from './part.ts';
import {
  claimId,
  HUB,
  kindOf,
  LARGEST,
  outletId,
  outletsOf,
  passesHub,
  peopleOf,
  personId,
  type Size,
  sourceId,
  TWENTY,
} from './size.ts';

/** Claims of one part; parts share actors and nothing else. */
const PART = 200;

/** The outlets that a power law favours most are left out, so that only the hub is far larger than all others. */
const HEAD = 20;

type Actor = Bundle['actors'][number];

/** Draws the places of outlets and people in their lists. */
export interface Draws {
  readonly chance: Chance;
  readonly outlet: () => number;
  readonly person: () => number;
}

/**
 * A made-up news archive, in parts: first all actors, then claims in the order of time, each with all that is said of
 * it. Outlets and people are drawn by a power law. Of every five outlets four belong to a publisher, four to each; every
 * outlet shields an unnamed source. `Part` describes what happens within a claim. The same size gives the same archive
 * on every machine.
 */
export function* generate(size: Size): Generator<Bundle> {
  yield { ...NOTHING, actors: actorsOf(size) };
  const chance = new Chance(size.seed);
  const sizes = sizesOf(size, chance);
  const outlet = powerLaw(outletsOf(size) + HEAD, 0.9);
  const person = powerLaw(peopleOf(size), 0.9);
  const draws: Draws = {
    chance,
    outlet: () => {
      const drawn = outlet(chance);
      return drawn < HEAD ? chance.below(outletsOf(size)) : drawn - HEAD;
    },
    person: () => person(chance),
  };
  for (let start = 0; start < size.claims; start += PART) {
    const part = new Part(draws, `${start / PART}`);
    for (let index = start; index < Math.min(start + PART, size.claims); index++) {
      const share = index / size.claims;
      part.addClaim(claimId(index), { share, count: sizes[index] as number, passesHub: passesHub(index, size) });
    }
    yield { ...NOTHING, ...part.records() };
  }
}

const NOTHING: Bundle = {
  actors: [],
  places: [],
  things: [],
  events: [],
  documents: [],
  claims: [],
  attributions: [],
  relations: [],
  derivations: [],
  mentions: [],
};

function actorsOf(size: Size): Actor[] {
  const outlets = outletsOf(size);
  const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  const names = (text: string): Actor['names'] => [{ text, language: 'en', kind: 'PREFERRED' }];
  const publishers = outlets / 5;
  const ofPublisher = (outlet: number) =>
    outlet < publishers * 4 ? `organization:g${outlet % publishers}` : undefined;
  return [
    ...many(
      publishers,
      (i): Actor => ({
        id: `organization:g${i}`,
        type: 'ORGANIZATION',
        kind: 'COMPANY',
        names: names(`Press group ${i}`),
      }),
    ),
    { id: HUB.id, type: 'ORGANIZATION', kind: 'AGENCY', names: names('The hub agency') },
    ...many(
      outlets,
      (i): Actor => ({
        id: outletId(i),
        type: 'ORGANIZATION',
        kind: 'OUTLET',
        names: names(`Daily ${i}`),
        publisherFamily: ofPublisher(i),
      }),
    ),
    ...many(peopleOf(size), (i): Actor => ({ id: personId(i), type: 'PERSON', names: names(`Person ${i}`) })),
    ...many(
      outlets,
      (i): Actor => ({
        id: sourceId(i),
        type: 'UNNAMED_SOURCE',
        names: names(`A source of daily ${i}`),
        access: 'FAMILIAR',
        count: i % 3 === 0 ? { min: 2, max: 2 } : { min: 1 },
        shieldedBy: outletId(i),
      }),
    ),
  ];
}

/** How many attributions each claim has, all together as many as asked for; a usual one has three or more. */
function sizesOf({ claims, attributions }: Size, chance: Chance): number[] {
  const sizes = Array.from({ length: claims }, (_, index) => {
    const kind = kindOf(index);
    if (kind === 'largest') return LARGEST;
    if (kind === 'twenty') return TWENTY;
    return kind === 'hundreds' ? 200 + chance.below(300) : Math.min(60, Math.ceil(3 * chance.next() ** -0.55));
  });
  let rest = attributions - sizes.reduce((sum, one) => sum + one, 0);
  while (rest !== 0) {
    const index = chance.below(claims);
    if (kindOf(index) !== 'usual' || (rest < 0 && sizes[index] === 3)) continue;
    sizes[index] = (sizes[index] as number) + Math.sign(rest);
    rest -= Math.sign(rest);
  }
  return sizes;
}
