import { basename } from 'node:path';
import { jsonLines } from '../lines.ts';
import { type BundleParts, type LeftOut, leftOut, type Piece, type Reader, unreadable } from '../reader.ts';
import { attributionRecord, type Speaker, type Statement, speakerOf } from './attributions.ts';
import { entityId, type FtmEntity, readEntity } from './entity.ts';
import { linkOf, whenOf, withAuthorities } from './links.ts';
import { FORMS, type Form, PLACELESS } from './model.ts';
import { recordOf } from './records.ts';
import { statementsOf } from './statements.ts';

/**
 * Reads FollowTheMoney entities, one JSON object a line (https://followthemoney.tech). People, organizations, things,
 * places and events become records with all their names; everything that is said of them, and every link between them,
 * becomes a claim that the data set of the line asserts. A sanction is asserted by its authority, and reported by the
 * data set. A LegalEntity, which may be a person, becomes an organization.
 *
 * What an entity says of itself is one piece, each claim that leads to another entity a piece of its own: a reference to
 * an entity that is nowhere costs no more than that claim. Ids follow from those of FollowTheMoney, so the order of lines
 * does not matter and reading again gives the same.
 */
export const readFtm: Reader = (source) =>
  jsonLines(source, (value, line) => {
    const read = readEntity(value, basename(source.name));
    if ('problems' in read) return [unreadable(line, ...read.problems)];
    const { entity } = read;
    const form = FORMS.get(entity.schema);
    if (!form) return [unplaced(entity, line)];
    const { parts, leftOut } = form.as === 'link' ? ofLink(entity, form) : ofEntity(entity, form);
    const beside = [...read.leftOut, ...long(entity), ...leftOut];
    return parts.map((records, index) => ({ line, problems: [], records, leftOut: index === 0 ? beside : [] }));
  });

function unplaced(entity: FtmEntity, line: number): Piece {
  const why = PLACELESS.get(entity.schema) ?? `the schema "${entity.schema}" is not known`;
  return { line, records: {}, problems: [], leftOut: [leftOut(entity.schema, entity.id, why)] };
}

function long({ id }: FtmEntity): LeftOut[] {
  return entityId(id).startsWith('entity:ftm/long/')
    ? [leftOut('id', id, 'too long for an id: a hash stands for it')]
    : [];
}

/** The records of an entity in parts that may be left out by themselves; there is always a first. */
interface Parts {
  readonly parts: readonly BundleParts[];
  readonly leftOut: readonly LeftOut[];
}

function ofEntity(entity: FtmEntity, form: Exclude<Form, { as: 'link' }>): Parts {
  const { records, taken, leftOut } = recordOf(entity, form);
  if (form.as === 'document') return { parts: [records], leftOut: [...leftOut, unsaid(entity)] };
  const when = form.as === 'event' ? whenOf(entity) : null;
  const dated = (property: string) => when !== null && (property === 'startDate' || property === 'endDate');
  const told = statementsOf(entity, (property) => taken(property) || dated(property));
  const statements = when === null ? told.statements : [tookPlace(entity, when), ...told.statements];
  const { own, leading } = spokenApart(statements, entityId(entity.id), speakerOf(entity));
  return {
    parts: [{ ...records, ...own, actors: [...(records.actors ?? []), ...(own.actors ?? [])] }, ...leading],
    leftOut: [...leftOut, ...told.leftOut, ...(statements.length > 0 ? [] : [unsaid(entity)])],
  };
}

function unsaid({ datasets }: FtmEntity): LeftOut {
  return leftOut('datasets', datasets.join(', '), 'nothing is said on their word');
}

function tookPlace({ id, caption }: FtmEntity, when: string): Statement {
  const text = `${caption ?? id} took place`;
  return { key: [id, 'took-place', when], text, predicate: 'took-place', subject: entityId(id), when };
}

/** The first claim of a link has its parts with it, which mean nothing without it. */
function ofLink(entity: FtmEntity, link: Extract<Form, { as: 'link' }>): Parts {
  const speaker = speakerOf(entity);
  const { statements, leftOut } = linkOf(entity, link);
  const [first, ...rest] = statements.map((statement) => withAuthorities(statement, speaker.authorities));
  const alone = rest.filter(({ partOf, object }) => partOf === undefined || object !== undefined);
  const whole = [first as Statement, ...rest.filter((statement) => !alone.includes(statement))];
  return { parts: [whole, ...alone.map((one) => [one])].map((some) => spokenBy(speaker, some)), leftOut };
}

/** What is said of the entity alone, and each claim that leads from it to another. */
function spokenApart(statements: readonly Statement[], id: string, speaker: Speaker) {
  const leads = ({ object }: Statement) => object !== undefined && object !== id;
  const alone = statements.filter((statement) => !leads(statement));
  return {
    own: alone.length > 0 ? spokenBy(speaker, alone) : {},
    leading: statements.filter(leads).map((statement) => spokenBy(speaker, [statement])),
  };
}

function spokenBy(speaker: Speaker, statements: readonly Statement[]): BundleParts {
  const spoken = statements.map((statement) => attributionRecord(statement, speaker));
  return {
    ...speaker.records,
    claims: spoken.map(({ claim }) => claim),
    attributions: spoken.flatMap(({ attributions }) => attributions),
  };
}
