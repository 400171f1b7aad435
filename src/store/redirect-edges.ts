import { grouped } from '../collections/grouped.ts';
import { type EdgeRow, edgeRow, type Properties } from './rows.ts';

/**
 * The edges that a list shows only once for each entity, and what else distinguishes two of them. A second edge to the
 * same shown entity is kept with the type `NAMED`, which no list reads.
 */
const LISTED_ONCE: Readonly<Record<string, (properties: Properties) => unknown>> = {
  ABOUT: () => '',
  AUTHORED_BY: () => '',
  CANDIDATE: () => '',
  PARTICIPANT: ({ role }) => role,
};

/**
 * The edges redirected to shown entities. A redirected edge keeps the recorded id as `named`, so that it can be
 * restored. Edges that were redirected before start again from their recorded ends.
 */
export function redirected(edges: readonly EdgeRow[], shownAs: (id: string) => string): EdgeRow[] {
  const all = edges.map((edge) => {
    const { type, from, to, properties, ends } = asRecorded(edge);
    const shown = shownAs(to);
    return {
      type,
      from: shownAs(from),
      to: shown,
      properties: shown === to ? properties : { ...properties, named: to },
      ends,
    };
  });
  const lists = grouped(all, (edge) => {
    const distinction = LISTED_ONCE[edge.type]?.(edge.properties);
    return distinction === undefined ? '' : `${edge.type} ${edge.from} ${edge.to} ${distinction}`;
  });
  return [...lists].flatMap(([name, list]) => (name === '' ? list : listedOnce(list)));
}

/** An edge as it was recorded: with its original type and ends. */
export function asRecorded({ type, from, to, properties, ends }: EdgeRow): EdgeRow {
  if (type === 'JUDGED') {
    return edgeRow(type, (properties.left as string) ?? from, (properties.right as string) ?? to, properties, ends);
  }
  const { named, as, ...rest } = properties;
  return edgeRow((as as string) ?? type, from, (named as string) ?? to, rest, ends);
}

function listedOnce(list: readonly EdgeRow[]): EdgeRow[] {
  const [first, ...others] = [...list].sort((one, other) => positionOf(one) - positionOf(other));
  return [
    ...(first ? [first] : []),
    ...others.map(({ type, properties, ...rest }) => ({
      ...rest,
      type: 'NAMED',
      properties: { ...properties, as: type },
    })),
  ];
}

/** The position of an edge in its record's list; without one, edges that name the shown id come first. */
function positionOf({ properties: { position, named } }: EdgeRow): number {
  return (position as number | undefined) ?? (named === undefined ? 0 : 1);
}
