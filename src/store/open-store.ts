import type { Engine, Index } from '../engine/engine.ts';
import { prepareStore } from './clock.ts';

const unique = (label: string, property: string): Index => ({ label, properties: [property], kind: 'unique' });
const range = (label: string, property: string): Index => ({ label, properties: [property], kind: 'range' });
const text = (label: string, property: string): Index => ({ label, properties: [property], kind: 'text' });

/** The indexes of the database: ids, the keys that lists are sorted by, and folded text. */
export const INDEXES: readonly Index[] = [
  unique('Node', 'key'),
  range('Node', 'id'),
  unique('Identifier', 'key'),
  unique('Clock', 'id'),
  unique('Contradiction', 'key'),
  unique('Flag', 'key'),
  unique('Import', 'id'),
  unique('Merged', 'key'),
  unique('Recompute', 'id'),
  range('Merged', 'id'),
  range('Merged', 'into'),
  range('Claim', 'lastSaid'),
  range('Claim', 'firstSaid'),
  range('Claim', 'whenAsc'),
  range('Claim', 'whenDesc'),
  range('Claim', 'recorded'),
  range('Claim', 'attributionCount'),
  range('Claim', 'standing'),
  range('Claim', 'unnamedOnly'),
  range('Attribution', 'saidAsc'),
  range('Attribution', 'saidDesc'),
  range('Attribution', 'recorded'),
  range('Document', 'publishedAsc'),
  range('Document', 'publishedDesc'),
  range('Document', 'titleAsc'),
  range('Actor', 'sortName'),
  range('Place', 'sortName'),
  range('Event', 'firstWhen'),
  range('Event', 'sortName'),
  range('Revision', 'sequence'),
  range('Revision', 'at'),
  range('Revision', 'idempotencyKey'),
  range('Contradiction', 'recorded'),
  range('Flag', 'kind'),
  text('Claim', 'folded'),
  text('Entity', 'folded'),
  text('Document', 'folded'),
];

/** Creates the indexes and the record clock, if they are missing. Changes nothing else. */
export async function openStore(engine: Engine): Promise<void> {
  await engine.prepare(INDEXES);
  await prepareStore(engine);
}

const ANY_RECORD = 'MATCH (n) WHERE NOT n:Clock RETURN 1 AS found LIMIT 1';

/** Whether a prepared database has no records yet. */
export async function isEmpty(engine: Engine): Promise<boolean> {
  return (await engine.read({ text: ANY_RECORD, parameters: {} })).length === 0;
}
