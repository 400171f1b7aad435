import { basename } from 'node:path';
import { jsonLines } from '../lines.ts';
import { type BundleParts, type LeftOut, leftOut, type Piece, type Reader, unreadable } from '../reader.ts';
import { attributionRecord, type Speaker, type Statement, speakerOf } from './attributions.ts';
import { entityId, type FtmEntity, readEntity } from './entity.ts';
import { FORMS, type Form, OMITTED_SCHEMATA } from './input-schemata.ts';
import { linkOf, whenOf, withAuthorities } from './links.ts';
import { recordOf } from './records.ts';
import { statementsOf } from './statements.ts';

/**
 * Reads FollowTheMoney entities, one JSON object per line (https://followthemoney.tech). People, organizations, things,
 * places and events become records with all their names. Every other property, and every link between entities, becomes
 * a claim that the data set of the line asserts. A sanction is asserted by its authority and reported by the data set.
 * A LegalEntity, which may be a person, becomes an organization.
 *
 * The claims about an entity alone are one piece; each claim that names another entity is a separate piece, so a
 * dangling reference costs only that claim. Ids come from those of FollowTheMoney, so the order of lines does not
 * matter and reading again gives the same records.
 */
export const readFtm: Reader = (source) =>
  jsonLines(source, (value, line) => {
    const read = readEntity(value, basename(source.name));
    if ('problems' in read) return [unreadable(line, ...read.problems)];
    const { entity } = read;
    const form = FORMS.get(entity.schema);
    if (!form) return [omittedEntity(entity, line)];
    const { parts, leftOut } = form.as === 'link' ? linkParts(entity, form) : entityParts(entity, form);
    const omitted = [...read.leftOut, ...longIds(entity), ...leftOut];
    return parts.map((records, index) => ({ line, problems: [], records, leftOut: index === 0 ? omitted : [] }));
  });

function omittedEntity(entity: FtmEntity, line: number): Piece {
  const why = OMITTED_SCHEMATA.get(entity.schema) ?? `the schema "${entity.schema}" is not known`;
  return { line, records: {}, problems: [], leftOut: [leftOut(entity.schema, entity.id, why)] };
}

function longIds({ id }: FtmEntity): LeftOut[] {
  return entityId(id).startsWith('entity:ftm/long/')
    ? [leftOut('id', id, 'it is too long for an id: a hash is used instead')]
    : [];
}

/** The records of an entity in parts, at least one, each of which may be left out alone. */
interface Parts {
  readonly parts: readonly BundleParts[];
  readonly leftOut: readonly LeftOut[];
}

function entityParts(entity: FtmEntity, form: Exclude<Form, { as: 'link' }>): Parts {
  const { records, taken, leftOut } = recordOf(entity, form);
  if (form.as === 'document') return { parts: [records], leftOut: [...leftOut, withoutClaims(entity)] };
  const when = form.as === 'event' ? whenOf(entity) : null;
  const isInWhen = (property: string) => when !== null && (property === 'startDate' || property === 'endDate');
  const properties = statementsOf(entity, (property) => taken(property) || isInWhen(property));
  const statements = when === null ? properties.statements : [tookPlace(entity, when), ...properties.statements];
  const { unlinked, linked } = splitByObject(statements, entityId(entity.id), speakerOf(entity));
  return {
    parts: [{ ...records, ...unlinked, actors: [...(records.actors ?? []), ...(unlinked.actors ?? [])] }, ...linked],
    leftOut: [...leftOut, ...properties.leftOut, ...(statements.length > 0 ? [] : [withoutClaims(entity)])],
  };
}

function withoutClaims({ datasets }: FtmEntity): LeftOut {
  return leftOut('datasets', datasets.join(', '), 'no claim comes from them');
}

function tookPlace({ id, caption }: FtmEntity, when: string): Statement {
  const text = `${caption ?? id} took place`;
  return { key: [id, 'took-place', when], text, predicate: 'took-place', subject: entityId(id), when };
}

/** The details of a link stay with its first claim, because they mean nothing without it. */
function linkParts(entity: FtmEntity, link: Extract<Form, { as: 'link' }>): Parts {
  const speaker = speakerOf(entity);
  const { statements, leftOut } = linkOf(entity, link);
  const [first, ...rest] = statements.map((statement) => withAuthorities(statement, speaker.authorities));
  const separate = rest.filter(({ partOf, object }) => partOf === undefined || object !== undefined);
  const whole = [first as Statement, ...rest.filter((statement) => !separate.includes(statement))];
  return { parts: [whole, ...separate.map((one) => [one])].map((some) => attributedTo(speaker, some)), leftOut };
}

/** The claims about the entity alone, and each claim that leads from it to another entity. */
function splitByObject(statements: readonly Statement[], id: string, speaker: Speaker) {
  const isLink = ({ object }: Statement) => object !== undefined && object !== id;
  const alone = statements.filter((statement) => !isLink(statement));
  return {
    unlinked: alone.length > 0 ? attributedTo(speaker, alone) : {},
    linked: statements.filter(isLink).map((statement) => attributedTo(speaker, [statement])),
  };
}

function attributedTo(speaker: Speaker, statements: readonly Statement[]): BundleParts {
  const attributed = statements.map((statement) => attributionRecord(statement, speaker));
  return {
    ...speaker.records,
    claims: attributed.map(({ claim }) => claim),
    attributions: attributed.flatMap(({ attributions }) => attributions),
  };
}
