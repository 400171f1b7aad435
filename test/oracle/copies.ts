import { type Attribution, type Document, isCounted, type World } from './world.ts';

/** Who publishes or writes a document. */
export function creatorsOf({ publisher, authors }: Document): string[] {
  return [...(publisher === undefined ? [] : [publisher]), ...authors];
}

/** The owner of a document's publisher, four steps up at most. */
function houseOf(world: World, { publisher }: Document): string | undefined {
  let house = publisher;
  for (const _step of [1, 2, 3, 4]) {
    const actor = world.entities.find(({ id }) => id === house)?.actor;
    house = (actor?.type === 'ORGANIZATION' ? actor.publisherFamily : undefined) ?? house;
  }
  return house;
}

/** A document with its own words on a claim. */
interface ClaimingDocument {
  readonly document: Document;
  readonly words: readonly Attribution[];
}

/** All that a teller goes back to: what it cites and derives from, and where that stands, again and again. */
function sourcesOf(world: World, { document, words }: ClaimingDocument): Set<string> {
  const known = new Set([document.id, ...words.map(({ id }) => id)]);
  let size = 0;
  while (size < known.size) {
    size = known.size;
    for (const { id, cites, document: place } of world.attributions) {
      if (!known.has(id)) continue;
      for (const cited of cites.filter(isCounted)) known.add(cited.attribution);
      if (place !== undefined) known.add(place);
    }
    for (const derivation of world.derivations.filter(isCounted)) {
      if (known.has(derivation.document)) known.add(derivation.from);
    }
  }
  return known;
}

function isCitedIn(world: World, cited: string, document: string): boolean {
  return world.attributions.some(
    (one) =>
      one.document === document &&
      one.cites
        .filter(isCounted)
        .some(({ attribution }) =>
          world.attributions.some(({ id, document: place }) => id === attribution && place === cited),
        ),
  );
}

/** Pairs of documents that say a claim in their own words and have nothing in common that would explain it. */
export function unexplained(
  world: World,
  claim: string,
  affirms: (words: Attribution) => boolean,
): [Document, Document][] {
  const claiming = world.documents
    .map((document): ClaimingDocument => {
      const own = world.attributions.filter(
        (words) =>
          words.document === document.id &&
          words.claim === claim &&
          affirms(words) &&
          creatorsOf(document).includes(words.actor),
      );
      return { document, words: own };
    })
    .filter(({ words }) => words.length > 0);
  return claiming.flatMap((one) =>
    claiming.flatMap((other): [Document, Document][] => {
      const [left, right] = [one.document, other.document];
      const [house, otherHouse] = [houseOf(world, left), houseOf(world, right)];
      if (left.id >= right.id || house === undefined || otherHouse === undefined || house === otherHouse) return [];
      if (isCitedIn(world, left.id, right.id) || isCitedIn(world, right.id, left.id)) return [];
      const sources = sourcesOf(world, other);
      return [...sourcesOf(world, one)].some((source) => sources.has(source)) ? [] : [[left, right]];
    }),
  );
}
