import { expect } from 'vitest';
import type { Ask } from '../ask.ts';

/** Outlets with a page each, under the name of the outlet. */
export function papers(...names: readonly string[]) {
  return { outlets: names, documents: names.map((id) => ({ id, publisher: `organization:${id}` })) };
}

/** What an outlet says in its own voice on its page. */
export function own(outlet: string, claim: string, more: object = {}) {
  return { claim, actor: `organization:${outlet}`, document: `document:${outlet}`, ...more };
}

/** What an outlet passes on from others, on its page. */
export function relay(outlet: string, claim: string, ...cited: readonly string[]) {
  return own(outlet, claim, { stance: 'REPORTS', cites: cites(...cited) });
}

export function cites(...names: readonly string[]) {
  return names.map((name) => ({ attribution: `attribution:${name}` }));
}

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

/** What is traced from a claim; `asOf` holds for all of it. */
export function ofClaim(ask: Ask, name: string, selection: string, asOf?: object) {
  const query = `query ($ids: [ID!]!, $asOf: AsOf) {
    claims(filter: { ids: $ids }, asOf: $asOf) { nodes { ${selection} } }
  }`;
  return answer(ask, query, { ids: [`claim:${name}`], asOf }).then(({ nodes }) => nodes[0]);
}

const INDEPENDENCE = `independence {
  newsrooms ultimateSources { min max } onRecord loops { id } dependsOn { id } readIn { id } coverage reasons
}`;

/** All that is told of how many stand behind a claim, with its roots. */
export async function standingBehind(ask: Ask, name: string, asOf?: object) {
  const { roots, independence } = await ofClaim(ask, name, `roots { id } ${INDEPENDENCE}`, asOf);
  return { roots, ...independence };
}

/** The numbers alone. */
export async function numbersOf(ask: Ask, name: string) {
  const { newsrooms, ultimateSources, onRecord } = await standingBehind(ask, name);
  return [newsrooms, ultimateSources.min, ultimateSources.max, onRecord];
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
