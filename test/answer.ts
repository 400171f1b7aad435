import { expect } from 'vitest';
import type { Ask } from './ask.ts';

/** Asks, and gives the only field of the answer, with an id in place of an object of which no more was asked. */
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the test's own query.
export async function answer(ask: Ask, query: string, variables: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  const [value] = Object.values(data);
  return JSON.parse(JSON.stringify(value), (_key, one) =>
    one && typeof one === 'object' && Object.keys(one).join() === 'id' ? one.id : one,
  );
}

/** The only error of an answer, as a client reads it. */
export async function failure(ask: Ask, query: string) {
  const { data, errors = [], statements } = await ask(query);
  expect(data).toBeFalsy();
  expect(errors).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(1);
  const [error] = errors;
  return { code: error?.extensions?.code, argument: error?.extensions?.argument, message: error?.message };
}
