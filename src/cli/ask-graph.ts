import { parse } from 'graphql';
import type { Engine } from '../engine/engine.ts';
import { createApollo } from '../graphql/apollo.ts';
import { Failure } from './failure.ts';

/** The answer of the GraphQL server, as plain JSON. */
export interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
}

/** Runs an operation on the GraphQL server, without a transport. Throws a Failure if the answer has errors. */
export async function askGraph<Data>(
  engine: Engine,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphqlAnswer<Data>> {
  const faults: unknown[] = [];
  const apollo = createApollo((error) => faults.push(error));
  await apollo.start();
  try {
    const contextValue = { engine, viewer: { kind: 'public' as const }, plans: new Map() };
    const { body } = await apollo.executeOperation({ query: parse(text), variables }, { contextValue });
    if (body.kind !== 'single') throw new Failure('The answer came in parts, which cannot be shown.');
    const { errors, ...answer } = JSON.parse(JSON.stringify(body.singleResult)) as GraphqlAnswer<Data> & Errors;
    const fault = faults[0] instanceof Error ? ` (${faults[0].message})` : '';
    if (errors?.length) throw new Failure(`${errors.map(({ message }) => message).join(' ')}${fault}`);
    return answer;
  } finally {
    await apollo.stop();
  }
}

interface Errors {
  readonly errors?: readonly { readonly message: string }[];
}
