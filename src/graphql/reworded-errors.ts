import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../errors.ts';

/** What a library says in one stage of a request, and what a client is told instead. */
interface Wording {
  /** The code of that stage. */
  readonly stage: string;
  readonly said: RegExp;
  readonly code: ErrorCode | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED';
  readonly message: string;
}

const WORDINGS: readonly Wording[] = [
  {
    stage: 'GRAPHQL_PARSE_FAILED',
    said: /^Maximum call stack size exceeded/,
    code: 'LIMIT_EXCEEDED',
    message:
      'This document has too many brackets inside each other. Ask for fewer levels, and send values as variables.',
  },
  {
    stage: 'GRAPHQL_PARSE_FAILED',
    said: /Document contains more that? \d+ tokens/,
    code: 'GRAPHQL_PARSE_FAILED',
    message: 'This document has more than 10000 tokens (names, values and punctuation). Ask in several operations.',
  },
  {
    stage: 'GRAPHQL_PARSE_FAILED',
    said: /Document contains more than \d+ comments/,
    code: 'GRAPHQL_PARSE_FAILED',
    message: 'This document has more than 1000 comments. Leave some out.',
  },
  {
    stage: 'GRAPHQL_VALIDATION_FAILED',
    said: /^Validation aborted\./,
    code: 'LIMIT_EXCEEDED',
    message:
      'This document has too many fields under the same names to be compared with each other. Ask for each of them once, or in several operations.',
  },
  {
    stage: 'GRAPHQL_VALIDATION_FAILED',
    said: /^Maximum introspection depth exceeded/,
    code: 'LIMIT_EXCEEDED',
    message:
      'This document asks for fields, interfaces or possible types of the schema three times inside each other; twice is allowed. Ask by __type(name: …) for the rest.',
  },
  {
    stage: 'GRAPHQL_VALIDATION_FAILED',
    said: /^Too many validation errors/,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'There are more problems than these.',
  },
  {
    stage: 'INTERNAL_SERVER_ERROR',
    said: /^Too many errors processing variables/,
    code: 'BAD_USER_INPUT',
    message: 'The variables have more problems than these.',
  },
];

/**
 * What a client is told of an error that a library found in its request at a stage, named by its code: the error of ours
 * behind it, or our own words for one that says nothing to a client; null for any other.
 */
export function reworded(error: unknown, stage: unknown): GraphQLFormattedError | null {
  const causes = causesOf(error);
  const own = causes.find((cause) => cause instanceof GraphQLError && cause.extensions.code === 'LIMIT_EXCEEDED');
  if (own) return withoutStatus(own as GraphQLError);
  const messages = causes.map((cause) => cause.message.replace(/^Syntax Error: /, ''));
  const wording = WORDINGS.find((one) => one.stage === stage && messages.some((message) => one.said.test(message)));
  return wording ? { message: wording.message, extensions: { code: wording.code } } : null;
}

/** An error and those that it was made of. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = (cause as GraphQLError).originalError) causes.push(cause);
  return causes;
}

function withoutStatus(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  const { http: _http, ...shown } = extensions ?? {};
  return { ...rest, extensions: shown };
}
