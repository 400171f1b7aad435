import { type Bounds, NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from './dates.ts';
import { type Attribution, saidAt, type World } from './world.ts';

const ANY_TIME: Bounds = { earliest: -NEVER, latest: NEVER };

/** Between which moments each attribution was made, by id. */
export function saidBounds(world: World): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  const undated = world.attributions.filter((attribution) => saidAt(world, attribution) === null);
  for (const attribution of world.attributions) {
    const date = saidAt(world, attribution);
    bounds.set(attribution.id, date === null ? ANY_TIME : boundsOf(date));
  }
  while (undated.some((attribution) => tighten(world, attribution, bounds)));
  for (const attribution of undated) {
    const { latest } = bounds.get(attribution.id) as Bounds;
    bounds.set(attribution.id, { earliest: Math.min(latest, earliestEvent(world, attribution)), latest });
  }
  return bounds;
}

/** Lowers the latest moment of an attribution to that of what cites it; true where that changed something. */
function tighten({ attributions }: World, { id }: Attribution, bounds: Map<string, Bounds>): boolean {
  const { earliest, latest } = bounds.get(id) as Bounds;
  const citers = attributions.filter(({ cites }) => cites.some(({ attribution }) => attribution === id));
  const least = Math.min(NEVER, ...citers.map((citer) => bounds.get(citer.id)?.latest ?? NEVER));
  if (least >= latest) return false;
  bounds.set(id, { earliest, latest: least });
  return true;
}

/** The earliest moment of what a claim speaks of: as the claim dates it, else as the events that it joins are dated. */
function earliestEvent({ claims, entities }: World, { claim: of }: Attribution): number {
  const claim = claims.find(({ id }) => id === of);
  if (claim?.when) return boundsOf(claim.when).earliest;
  const events = entities.filter(({ id, type }) => type === 'Event' && (id === claim?.subject || id === claim?.object));
  const dates = claims
    .filter(({ subject }) => events.some(({ id }) => id === subject))
    .flatMap(({ when }) => (when ? [boundsOf(when).earliest] : []));
  return dates.length > 0 ? Math.min(...dates) : -NEVER;
}

/** Between which moments each document was published, by id: one without a date with the first that is said in it. */
export function documentBounds(world: World, said: ReadonlyMap<string, Bounds>): ReadonlyMap<string, Bounds> {
  return new Map(
    world.documents.map(({ id, publishedAt }) => {
      if (publishedAt !== undefined) return [id, boundsOf(publishedAt)];
      const contained = world.attributions.filter(({ document }) => document === id);
      const bounds = contained.map((attribution) => said.get(attribution.id) as Bounds);
      if (bounds.length === 0) return [id, ANY_TIME];
      return [
        id,
        {
          earliest: Math.min(...bounds.map(({ earliest }) => earliest)),
          latest: Math.min(...bounds.map(({ latest }) => latest)),
        },
      ];
    }),
  );
}
