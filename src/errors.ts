import { type ASTNode, GraphQLError } from 'graphql';

export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'LIMIT_EXCEEDED'
  | 'NOT_FOUND'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

/** Found before anything ran, so the whole request is answered with it. */
const BAD_REQUEST = { status: 400 };

/** What was wrong with a value that a client sent; `argument` names it as a path ("filter.said.from"). */
export function badInput(argument: string, problem: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(`${argument}: ${problem}`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument, http: BAD_REQUEST },
  });
}

/** More was asked for than one request may have; the message says what to ask instead. */
export function limitExceeded(problem: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(problem, {
    nodes: node,
    extensions: { code: 'LIMIT_EXCEEDED' satisfies ErrorCode, http: BAD_REQUEST },
  });
}

/** The database does not answer, or others are served first; the request may be repeated as it is. */
export function serviceUnavailable(problem = 'The database does not answer at the moment.'): GraphQLError {
  return new GraphQLError(`${problem} Please try again.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE' satisfies ErrorCode },
  });
}
