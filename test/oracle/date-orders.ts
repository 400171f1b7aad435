import { NEVER } from '../../src/time/edtf.ts';
import { earliestBounds, type Order, ordersIn } from './bounds.ts';
import { boundsOf } from './dates.ts';
import { type Ground, type Raised, raised } from './raised.ts';
import { saidAt, type World } from './world.ts';

const JOINED: Readonly<Record<Order['how'], string>> = {
  cites: 'cites',
  contains: 'has in it',
  derives: 'is taken from',
  within: 'stands in a document that is taken from',
};

/** One flag for each two of which one states a date before the other can have been. */
export function dateOrders(world: World): Raised[] {
  const earliest = earliestBounds(world);
  const dates = datesIn(world);
  const wrong = ordersIn(world).filter(({ how, before, after }) => {
    const date = dates.get(after);
    const isOwn =
      how !== 'within' || world.attributions.some(({ id, saidAt: own }) => id === after && own !== undefined);
    return date && isOwn && boundsOf(date).latest < (earliest.get(before) ?? -NEVER);
  });
  const found = wrong.map(({ how, before, after }) => {
    const day = new Date(earliest.get(before) as number).toISOString().slice(0, 10);
    const date = dates.get(before) ?? `not before ${day}`;
    const message = `${after} (${dates.get(after)}) ${JOINED[how]} ${before} (${date}), which is later.`;
    const owner = world.attributions.find(({ id }) => id === after)?.claim ?? after;
    return raised('DATE_ORDER', owner, message, ...[before, after].flatMap((id) => groundsOf(world, id)));
  });
  return [...new Map(found.map((one) => [one.message, one])).values()];
}

function datesIn(world: World): ReadonlyMap<string, string | null> {
  return new Map([
    ...world.documents.map(({ id, publishedAt }): [string, string | null] => [id, publishedAt ?? null]),
    ...world.attributions.map((one): [string, string | null] => [one.id, saidAt(world, one)]),
  ]);
}

/** An attribution has to be in view; a document need not. */
function groundsOf(world: World, of: string): Ground[] {
  const isOf = ({ id }: { readonly id: string }) => id === of;
  return world.attributions.some(isOf) ? [(view) => view.attributions.some(isOf)] : [];
}
