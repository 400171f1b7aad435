import { dateBounds } from '../../time/date-bounds.ts';
import { type LeftOut, leftOut, shortened } from '../reader.ts';
import { authoritiesOf, type Statement, sourceOf } from './attributions.ts';
import { entityId, type FtmEntity } from './entity.ts';
import { holdsEntities, METADATA } from './model.ts';

/** The longest that a name or a value can be in a sentence; the record has it in full. */
const IN_SENTENCE = 300;

/** Predicates that rules and readers know by another name than the property's. */
const PREDICATES = new Map([
  ['addressEntity', 'address'],
  ['birthDate', 'born-on'],
  ['deathDate', 'died-on'],
  ['incorporationDate', 'founded-on'],
]);

const UNITS = new Map([
  ['percentage', 'percent'],
  ['sharesCount', 'share'],
]);

/** What properties say of an entity, and which of them say nothing of the world. */
export interface StatementValue {
  readonly statements: readonly Statement[];
  readonly leftOut: readonly LeftOut[];
}

/** What has a place of its own, apart from statements. */
type Taken = (property: string) => boolean;

/** The statements that an actor, a place, a thing or an event has in its properties. */
export function statementsOf(entity: FtmEntity, taken: Taken): StatementValue {
  const name = shortened(entity.caption ?? entity.id, IN_SENTENCE);
  return told(entity, taken, (property, value) => ({
    key: [entity.id, property, value],
    text: `${sentence(words(property))} of ${name}: ${shortened(value, IN_SENTENCE)}`,
    predicate: PREDICATES.get(property) ?? kebab(property),
    subject: entityId(entity.id),
    ...contentOf(entity.schema, property, value),
  }));
}

/** What a link says beyond its subject and object, as parts of `whole`. */
export function detailsOf(
  entity: FtmEntity,
  whole: { id: string; subject?: string; object?: string },
  taken: Taken,
): StatementValue {
  const { id, subject, object } = whole;
  return told(entity, taken, (property, value) => ({
    key: [entity.id, property, value],
    text: `${sentence(words(entity.schema))}, ${words(property)}: ${shortened(value, IN_SENTENCE)}`,
    predicate: `${kebab(entity.schema)}-${kebab(property)}`,
    ...(subject !== undefined && { subject }),
    ...(object !== undefined && { about: [object] }),
    ...contentOf(entity.schema, property, value),
    partOf: id,
  }));
}

function told(entity: FtmEntity, taken: Taken, state: (property: string, value: string) => Statement): StatementValue {
  const isTaken = (property: string) =>
    taken(property) ||
    (property === 'sourceUrl' && sourceOf(entity) !== null) ||
    (property === 'authority' && authoritiesOf(entity).length > 0);
  const all = [...entity.properties].filter(([property]) => !isTaken(property));
  return {
    statements: all.flatMap(([property, values]) =>
      METADATA.has(property) ? [] : values.map((value) => state(property, value)),
    ),
    leftOut: all.flatMap(([property, values]) => {
      const why = METADATA.get(property);
      return why === undefined ? [] : values.map((value) => leftOut(`${entity.schema}.${property}`, value, why));
    }),
  };
}

function contentOf(schema: string, property: string, value: string): Pick<Statement, 'object' | 'value'> {
  return holdsEntities(schema, property) ? { object: entityId(value) } : { value: statedValue(property, value) };
}

/** A value as a claim has it: a date or a number where it is one, and the text in any case. */
export function statedValue(property: string, text: string): NonNullable<Statement['value']> {
  const unit = UNITS.get(property);
  if (unit !== undefined && /^\d{1,15}(\.\d{1,10})?$/.test(text)) {
    return { text, min: Number(text), max: Number(text), unit };
  }
  const when = /date$|^period(Start|End)$/i.test(property) ? dayOf(text) : null;
  return when === null ? { text } : { text, when };
}

/** The date of a FollowTheMoney date, which may have a time behind it; null where it is none. */
export function dayOf(text: string): string | null {
  const [, day] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ][\d:.]*Z?)?$/.exec(text) ?? [];
  return day !== undefined && isDate(day) ? day : null;
}

export function isDate(text: string): boolean {
  try {
    dateBounds(text);
    return true;
  } catch {
    return false;
  }
}

/** "birthDate" and "BirthDate" to "birth-date". */
function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

function words(name: string): string {
  return kebab(name).replaceAll('-', ' ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
