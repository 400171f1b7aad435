import type { FieldNode } from 'graphql';
import { AnswerObject, PendingValue } from './answer-object.ts';
import type { Budget } from './budget.ts';

/** What JSON puts around a value and its key, and what a number or a date takes itself, in bytes. */
const AROUND = 6;
const PLAIN = 10;

/** Texts up to this length are taken to have a byte for each character. */
const SHORT = 64;

/**
 * Spends the bytes of a value that stands under a response key, as often as it will be written: an object that stands at
 * several places counts at each. Throws LIMIT_EXCEEDED before anything is written.
 */
export function spendAnswer(value: unknown, budget: Budget, node: FieldNode): void {
  let bytes = 0;
  const visit = (one: unknown): void => {
    const held = one instanceof PendingValue ? one.value : one;
    if (typeof held === 'string') bytes += bytesOf(held);
    else if (Array.isArray(held)) for (const item of held) visit(item);
    else if (typeof held !== 'object' || held === null || held instanceof Date) bytes += PLAIN;
    else visitFields(held instanceof AnswerObject ? held.values : held);
    if (bytes > FLUSH) flush();
  };
  const visitFields = (fields: object): void => {
    for (const [key, field] of Object.entries(fields)) {
      bytes += key.length + AROUND;
      visit(field);
    }
  };
  const flush = () => {
    budget.spendBytes(bytes, node);
    bytes = 0;
  };
  visit(value);
  flush();
}

/** How much is added up before the budget hears of it. */
const FLUSH = 10_000;

function bytesOf(text: string): number {
  return text.length > SHORT ? Buffer.byteLength(text) : text.length;
}
