import type { FormattedExecutionResult } from 'graphql';
import { inSlices } from '../time/time-slice.ts';

/** Values that are written together. */
const TOGETHER = 2_000;

/** An answer as JSON, written over as many turns of the event loop as it takes. */
export async function stringifyAnswer(answer: FormattedExecutionResult): Promise<string> {
  const text: string[] = [];
  await write(answer, text);
  text.push('\n');
  return text.join('');
}

async function write(value: unknown, text: string[]): Promise<void> {
  if (!isContainer(value) || countOf(value, TOGETHER) <= TOGETHER) {
    text.push(JSON.stringify(value) ?? 'null');
    return;
  }
  await inSlices();
  const isList = Array.isArray(value);
  text.push(isList ? '[' : '{');
  let isFirst = true;
  for (const [key, inner] of isList ? value.entries() : Object.entries(value)) {
    if (inner === undefined && !isList) continue;
    if (!isFirst) text.push(',');
    if (!isList) text.push(`${JSON.stringify(key)}:`);
    await write(inner, text);
    isFirst = false;
  }
  text.push(isList ? ']' : '}');
}

/** Lists and plain objects, which are what an answer is made of; a date writes itself. */
function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

/** The values inside, counted until there are more than `most`. */
function countOf(value: object, most: number): number {
  let count = 0;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    count += isContainer(inner) ? 1 + countOf(inner, most - count) : 1;
    if (count > most) break;
  }
  return count;
}
