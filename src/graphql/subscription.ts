import type { ApolloServer } from '@apollo/server';
import { type ExecutionResult, execute, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type AnswerObject, readAnswer } from '../cypher/answer-object.ts';
import type { Engine } from '../engine/engine.ts';
import { type Following, follow } from '../live/follow-feed.ts';
import type { SharedEvent } from '../live/shared-pages.ts';
import type { Context, Planned } from './context.ts';
import { formatUnhandled, type Report } from './errors.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import type { Send } from './socket-transport.ts';

export interface SubscriptionOptions extends Following {
  readonly apollo: ApolloServer<Context>;
  readonly engine: Engine;
  readonly shared: SharedSubscriptions;
  readonly report: Report;
}

/** An error as it goes outside. */
export class FormattedError extends GraphQLError {
  readonly formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message);
    this.formatted = formatted;
  }
}

/** A subscription that was compiled, and what it was compiled with. */
export interface CompiledSubscription {
  readonly payload: SubscribePayload;
  readonly contextValue: Context;
  readonly planned: Planned;
}

/**
 * Compiles a subscription, which goes the way of a question until it would run. Throws what is wrong with it, as a list
 * of formatted errors.
 */
export async function compileSubscription(
  { apollo, engine }: Pick<SubscriptionOptions, 'apollo' | 'engine'>,
  payload: SubscribePayload,
): Promise<CompiledSubscription> {
  const { query, variables, operationName } = payload;
  const socket: Required<Context>['socket'] = { planned: null };
  const contextValue: Context = { engine, viewer: { kind: 'public' }, writer: null, plans: new Map(), socket };
  const request = { query, variables: variables ?? {}, ...(typeof operationName === 'string' && { operationName }) };
  const { body } = await apollo.executeOperation(request, { contextValue });
  const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
  if (errors) throw errors.map((error) => new FormattedError(error));
  if (!socket.planned) throw new Error('a subscription was neither planned nor refused');
  return { payload, contextValue, planned: socket.planned };
}

/** A subscription that is ready to be followed. */
export interface Subscription extends Pick<Planned, 'schema' | 'document'> {
  /** Sends its events, each as the text of a result, and ends by itself only with an error. */
  readonly events: AsyncGenerator<never>;
}

/**
 * Begins to follow a subscription, together with those that are equal. `send` gets the texts of results; `over` is called
 * when it has ended. Throws BAD_USER_INPUT and LIMIT_EXCEEDED.
 */
export async function beginSubscription(
  options: SubscriptionOptions,
  { payload, contextValue, planned: own }: CompiledSubscription,
  send: Send,
  over: (events: AsyncGenerator) => void,
): Promise<Subscription> {
  const { query, variables, operationName } = payload;
  const stop = new AbortController();
  const from = await own.start(stop.signal);
  const { planned, leave } = options.shared.join(own, query.length + JSON.stringify(variables ?? {}).length);
  const { schema, document } = planned;
  const what = { schema, document, contextValue, variableValues: variables, operationName };
  const render = (value: AnswerObject) =>
    asText(execute({ ...what, rootValue: { recorded: value }, fieldResolver: readAnswer }), options.report);
  const sending = sendAll(follow(planned.feed, from, options, stop.signal), render, send, stop.signal);
  const events = endable(sending, stop, () => {
    leave();
    over(events);
  });
  return { schema, document, events };
}

/** A result as JSON, with errors as they go outside. */
async function asText(result: ExecutionResult | Promise<ExecutionResult>, report: Report): Promise<string> {
  const { errors, ...rest } = await result;
  return JSON.stringify({ ...rest, ...(errors && { errors: errors.map(formatUnhandled(report)) }) });
}

// biome-ignore lint/correctness/useYield: what it has is sent, so that a text that many get is made once.
async function* sendAll(
  events: AsyncGenerator<SharedEvent>,
  render: (value: AnswerObject) => Promise<string>,
  send: Send,
  signal: AbortSignal,
): AsyncGenerator<never> {
  for await (const event of events) {
    const text = await event.text(render);
    if (signal.aborted) return;
    await send(text);
  }
}

/** Ending it also ends what is being waited for and what is being read; `over` is called once, however it ends. */
function endable(events: AsyncGenerator<never>, stop: AbortController, over: () => void): AsyncGenerator<never> {
  let isOver = false;
  const end = () => {
    if (!isOver) over();
    isOver = true;
  };
  const leave = async () => {
    stop.abort();
    return events.return(undefined).finally(end);
  };
  return {
    next: () => events.next().finally(end),
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
