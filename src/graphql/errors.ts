import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { EngineError } from '../engine/engine.ts';
import { type ErrorCode, limitExceeded, serviceUnavailable } from '../errors.ts';
import { reworded } from './reworded-errors.ts';

/** Takes note of an error that is not the client's. */
export type Report = (error: unknown) => void;

/** The longest message that a client gets; what it sent may stand in it. */
const MOST_CHARACTERS = 1_000;

/**
 * The one place that decides what of an error goes outside: coded errors pass, what a database or a library says is put
 * in our own words, and everything else is masked and reported.
 */
export function errorFormatter(report: Report) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    if (original instanceof EngineError) return place(formatted, engineError(original, report));
    const own = reworded(original, formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    if (own) return place(formatted, own);
    if (formatted.extensions?.code && formatted.extensions.code !== 'INTERNAL_SERVER_ERROR')
      return shortened(formatted);
    report(original);
    return place(formatted, masked());
  };
}

/** The same for errors that Apollo does not handle: those of a socket, which has no HTTP status. */
export function formatUnhandled(report: Report) {
  const format = errorFormatter(report);
  return (error: unknown): GraphQLFormattedError => {
    const coded = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
    const { extensions = {}, ...formatted } = coded.toJSON();
    const { http: _http, ...rest } = extensions;
    return format({ ...formatted, extensions: rest }, coded.originalError ?? coded);
  };
}

const NO_ROOM = 'The database cannot store anything at the moment, so nothing was stored.';

function engineError(error: EngineError, report: Report): GraphQLFormattedError {
  if (error.failure === 'TIMEOUT' || error.failure === 'TOO_LARGE') {
    return limitExceeded(
      'This took too long or too much memory. Ask for smaller pages, fewer levels or a narrower filter.',
    ).toJSON();
  }
  if (error.failure === 'TOO_MANY') {
    return limitExceeded('You have as many questions waiting as you may. Ask again when some are answered.').toJSON();
  }
  if (error.failure === 'BUSY') return serviceUnavailable('There are too many questions at the moment.').toJSON();
  if (error.failure !== 'CANCELLED') report(error);
  if (error.failure === 'FULL') return serviceUnavailable(NO_ROOM).toJSON();
  return error.failure === 'FAULT' ? masked() : serviceUnavailable().toJSON();
}

function masked(): GraphQLFormattedError {
  const code: ErrorCode = 'INTERNAL_SERVER_ERROR';
  return { message: 'Something went wrong here. It has been noted.', extensions: { code } };
}

function place({ path, locations }: GraphQLFormattedError, error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, ...(locations && { locations }), ...(path && { path }) };
}

function shortened(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = error;
  return message.length > MOST_CHARACTERS ? { ...error, message: `${message.slice(0, MOST_CHARACTERS)} …` } : error;
}
