import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll } from 'vitest';
import type { Engine, Statement } from '../src/engine/engine.ts';
import { contractSchema, createApollo } from '../src/graphql/apollo.ts';
import type { TestedEngine } from './engines.ts';

/** An answer with the statements that were run for it. */
export interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the test's own query.
  readonly data: any;
  readonly errors: NonNullable<ExecutionResult['errors']> | undefined;
  readonly statements: readonly Statement[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Asked>;

/** Who asks: nobody in particular, or somebody who may write. */
export interface Asking {
  readonly by?: string;
  readonly report?: (error: unknown) => void;
}

const schema = contractSchema();

/** Asks through the whole GraphQL server, without a transport, and takes down every statement. */
export async function asking(engine: Engine, { by, report = console.error }: Asking = {}): Promise<Ask> {
  const apollo = createApollo(report, schema);
  await apollo.start();
  return async (query, variables = {}) => {
    const statements: Statement[] = [];
    const read: Engine['read'] = (statement, options) => {
      statements.push(statement);
      return engine.read(statement, options);
    };
    const contextValue = {
      engine: { ...engine, read },
      viewer: { kind: 'public' as const },
      writer: by === undefined ? null : { by, write: engine.write },
      plans: new Map(),
    };
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('an answer in parts');
    const { data, errors } = JSON.parse(JSON.stringify(body.singleResult));
    return { data, errors, statements };
  };
}

/** For the tests of a describe block: asks the seed, which they only read. */
export function askingSeed({ openSeeded }: TestedEngine): Ask {
  let engine: Engine;
  let ask: Ask;
  beforeAll(async () => {
    engine = await openSeeded();
    ask = await asking(engine);
  });
  afterAll(() => engine.close());
  return (...args) => ask(...args);
}
