import { type DocumentNode, execute, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { BoundedCache } from '../collections/bounded-cache.ts';

/** An operation that may ask for the schema. */
export interface SchemaOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The same for the same text, and for no other. */
  readonly queryHash: string;
}

export type Data = Readonly<Record<string, unknown>>;

/** How much is kept, in characters of JSON: of all answers, and at most of one. */
const KEPT = 8_000_000;
const KEPT_OF_ONE = 2_000_000;

/**
 * Answers to operations that ask for the schema and nothing else. Each is computed once and kept by its text: tools send
 * the same few.
 */
export class IntrospectionAnswers {
  readonly #kept = new BoundedCache<Data>(KEPT, KEPT_OF_ONE);

  /** The answer, if it is kept. */
  find(asked: Pick<SchemaOperation, 'operation' | 'queryHash'>): Data | null {
    return this.#kept.get(keyOf(asked)) ?? null;
  }

  /** Computes an answer and keeps it; null where execution finds a fault, or where variables have a say. */
  compute(asked: SchemaOperation): Data | null {
    const { schema, document, operation } = asked;
    if ((operation.variableDefinitions ?? []).length > 0) return null;
    const result = execute({ schema, document, operationName: operation.name?.value });
    if (result instanceof Promise || result.errors || !result.data) return null;
    this.#kept.set(keyOf(asked), result.data, JSON.stringify(result.data).length);
    return result.data;
  }
}

function keyOf({ operation, queryHash }: Pick<SchemaOperation, 'operation' | 'queryHash'>): string {
  return `${queryHash} ${operation.name?.value ?? ''}`;
}
