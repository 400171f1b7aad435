import type { BundleParts } from '../reader.ts';
import { claimId, type Statement } from './attributions.ts';
import { entityId, type FtmEntity } from './entity.ts';
import type { Link } from './input-schemata.ts';
import { dayOf, detailsOf, isDate, type PropertyStatements, statedValue } from './statements.ts';

/**
 * The statements of a link: one for each pair of subject and object, and a part of the first for every other property.
 * The names of both ends are on other lines, so the sentence has their ids.
 */
export function linkOf(entity: FtmEntity, link: Link): PropertyStatements {
  const when = whenOf(entity);
  const valued = link.value.find((property) => entity.properties.get(property)?.length === 1);
  const text = valued && entity.properties.get(valued)?.[0];
  const mainStatements = pairsOf(entity, link).map(
    ([from, to]): Statement => ({
      key: [entity.id, link.predicate, from ?? '', to ?? ''],
      text: [from ?? 'Somebody', link.says, to].filter((part) => part !== undefined).join(' '),
      predicate: link.predicate,
      ...(from !== undefined && { subject: entityId(from) }),
      ...(to !== undefined && { object: entityId(to) }),
      ...(text && { value: statedValue(valued, text) }),
      ...(when !== null && { when }),
    }),
  );
  const first = mainStatements[0] as Statement;
  const dates = when === null ? [] : ['startDate', 'endDate'];
  const taken = new Set([link.from, link.to, valued, ...dates]);
  const { statements, leftOut } = detailsOf(entity, { ...first, id: claimId(first.key) }, (property) =>
    taken.has(property),
  );
  return { statements: [...mainStatements, ...statements], leftOut };
}

type Pair = readonly [from: string | undefined, to: string | undefined];

function pairsOf({ properties }: FtmEntity, { from, to }: Link): Pair[] {
  const subjects = properties.get(from) ?? [undefined];
  const objects = (to === null ? undefined : properties.get(to)) ?? [undefined];
  return subjects.flatMap((subject) => objects.map((object): Pair => [subject, object]));
}

/** The time from start to end as EDTF, open if one is missing; null if there are several of either, or none of both. */
export function whenOf({ properties }: FtmEntity): string | null {
  const starts = properties.get('startDate') ?? [];
  const ends = properties.get('endDate') ?? [];
  if (starts.length > 1 || ends.length > 1 || starts.length + ends.length === 0) return null;
  const [from, until] = [starts, ends].map(([date]) => (date === undefined ? '..' : dayOf(date)));
  if (from === null || until === null) return null;
  const when = from === until ? (from as string) : `${from}/${until}`;
  return isDate(when) ? when : null;
}

/** A sanction with its authorities as participants. */
export function withAuthorities(statement: Statement, authorities: readonly string[]): Statement {
  if (authorities.length === 0 || statement.partOf !== undefined) return statement;
  const participants: NonNullable<BundleParts['claims']>[number]['participants'] = authorities.map((entity) => ({
    entity,
    role: 'authority',
  }));
  return { ...statement, participants };
}
