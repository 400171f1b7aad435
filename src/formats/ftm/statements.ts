import { dateBounds } from '../../time/edtf-bounds.ts';
import { type LeftOut, leftOut, shortened } from '../reader.ts';
import { authoritiesOf, type Statement, sourceOf } from './attributions.ts';
import { entityId, type FtmEntity } from './entity.ts';
import { holdsEntities, OMITTED_PROPERTIES } from './input-schemata.ts';

/** The most characters of a name or a value in a sentence; the record has it in full. */
const IN_SENTENCE = 300;

/** The predicates that differ from the names of their properties. */
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

/** The statements in the properties of an entity, and the properties that are left out. */
export interface PropertyStatements {
  readonly statements: readonly Statement[];
  readonly leftOut: readonly LeftOut[];
}

/** Whether a property is already used elsewhere, so that it does not become a statement. */
type IsTaken = (property: string) => boolean;

/** The statements in the properties of an actor, a place, a thing or an event. */
export function statementsOf(entity: FtmEntity, taken: IsTaken): PropertyStatements {
  const name = shortened(entity.caption ?? entity.id, IN_SENTENCE);
  return propertyStatements(entity, taken, (property, value) => ({
    key: [entity.id, property, value],
    text: `${sentence(words(property))} of ${name}: ${shortened(value, IN_SENTENCE)}`,
    predicate: PREDICATES.get(property) ?? kebab(property),
    subject: entityId(entity.id),
    ...contentOf(entity.schema, property, value),
  }));
}

/** The statements of a link beyond its subject and object, as parts of the claim `whole`. */
export function detailsOf(
  entity: FtmEntity,
  whole: { id: string; subject?: string; object?: string },
  taken: IsTaken,
): PropertyStatements {
  const { id, subject, object } = whole;
  return propertyStatements(entity, taken, (property, value) => ({
    key: [entity.id, property, value],
    text: `${sentence(words(entity.schema))}, ${words(property)}: ${shortened(value, IN_SENTENCE)}`,
    predicate: `${kebab(entity.schema)}-${kebab(property)}`,
    ...(subject !== undefined && { subject }),
    ...(object !== undefined && { about: [object] }),
    ...contentOf(entity.schema, property, value),
    partOf: id,
  }));
}

function propertyStatements(
  entity: FtmEntity,
  taken: IsTaken,
  state: (property: string, value: string) => Statement,
): PropertyStatements {
  const isTaken = (property: string) =>
    taken(property) ||
    (property === 'sourceUrl' && sourceOf(entity) !== null) ||
    (property === 'authority' && authoritiesOf(entity).length > 0);
  const all = [...entity.properties].filter(([property]) => !isTaken(property));
  return {
    statements: all.flatMap(([property, values]) =>
      OMITTED_PROPERTIES.has(property) ? [] : values.map((value) => state(property, value)),
    ),
    leftOut: all.flatMap(([property, values]) => {
      const why = OMITTED_PROPERTIES.get(property);
      return why === undefined ? [] : values.map((value) => leftOut(`${entity.schema}.${property}`, value, why));
    }),
  };
}

function contentOf(schema: string, property: string, value: string): Pick<Statement, 'object' | 'value'> {
  return holdsEntities(schema, property) ? { object: entityId(value) } : { value: statedValue(property, value) };
}

/** The value of a claim: always the text, and a date or a number if it is one. */
export function statedValue(property: string, text: string): NonNullable<Statement['value']> {
  const unit = UNITS.get(property);
  if (unit !== undefined && /^\d{1,15}(\.\d{1,10})?$/.test(text)) {
    return { text, min: Number(text), max: Number(text), unit };
  }
  const when = /date$|^period(Start|End)$/i.test(property) ? dayOf(text) : null;
  return when === null ? { text } : { text, when };
}

/** The day of a FollowTheMoney date, which may have a time after it; null if it is not a date. */
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
