import { type Attribution, type Document, isCounted, type World } from './world.ts';

/** Who publishes or writes a document. */
export function creatorsOf({ publisher, authors }: Document): string[] {
  return [...(publisher === undefined ? [] : [publisher]), ...authors];
}

/** The newsroom of a document: the owner of its publisher, four steps up at most. */
function newsroomOf(world: World, { publisher }: Document): string | undefined {
  let newsroom = publisher;
  for (const _step of [1, 2, 3, 4]) {
    const actor = world.entities.find(({ id }) => id === newsroom)?.actor;
    newsroom = (actor?.type === 'ORGANIZATION' ? actor.publisherFamily : undefined) ?? newsroom;
  }
  return newsroom;
}

/** A document whose creators state a claim in it. */
interface ClaimingDocument {
  readonly document: Document;
  readonly attributions: readonly Attribution[];
}

/** All that a document goes back to: what it cites and derives from, and the documents of that, transitively. */
function sourcesOf(world: World, { document, attributions }: ClaimingDocument): Set<string> {
  const reached = new Set([document.id, ...attributions.map(({ id }) => id)]);
  let size = 0;
  while (size < reached.size) {
    size = reached.size;
    for (const { id, cites, document: place } of world.attributions) {
      if (!reached.has(id)) continue;
      for (const cited of cites.filter(isCounted)) reached.add(cited.attribution);
      if (place !== undefined) reached.add(place);
    }
    for (const derivation of world.derivations.filter(isCounted)) {
      if (reached.has(derivation.document)) reached.add(derivation.from);
    }
  }
  return reached;
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

/** Pairs of documents whose creators state a claim, with nothing in common that would explain it. */
export function unexplained(
  world: World,
  claim: string,
  affirms: (attribution: Attribution) => boolean,
): [Document, Document][] {
  const claiming = world.documents
    .map((document): ClaimingDocument => {
      const own = world.attributions.filter(
        (attribution) =>
          attribution.document === document.id &&
          attribution.claim === claim &&
          affirms(attribution) &&
          creatorsOf(document).includes(attribution.actor),
      );
      return { document, attributions: own };
    })
    .filter(({ attributions }) => attributions.length > 0);
  return claiming.flatMap((one) =>
    claiming.flatMap((other): [Document, Document][] => {
      const [left, right] = [one.document, other.document];
      const [newsroom, otherNewsroom] = [newsroomOf(world, left), newsroomOf(world, right)];
      if (left.id >= right.id || newsroom === undefined || otherNewsroom === undefined || newsroom === otherNewsroom)
        return [];
      if (isCitedIn(world, left.id, right.id) || isCitedIn(world, right.id, left.id)) return [];
      const sources = sourcesOf(world, other);
      return [...sourcesOf(world, one)].some((source) => sources.has(source)) ? [] : [[left, right]];
    }),
  );
}
