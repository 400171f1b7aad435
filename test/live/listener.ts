import { type Client, CloseCode, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An event as most tests ask for it. */
export interface Heard {
  readonly cursor: string;
  readonly sequence: number;
  readonly operation: string;
  /** The id of the attribution, and what it says. */
  readonly attribution: string | null;
  readonly stance: string | null;
}

export const EVENT = 'cursor revision { sequence operation } attribution { id stance }';

/** Somebody who has subscribed over a connection of their own. */
export interface Listener {
  /** All that was heard so far. */
  readonly heard: readonly Heard[];
  /** The errors that ended the subscription, if any did. */
  readonly errors: readonly unknown[];
  /** Waits until so many events have been heard. */
  until(count: number): Promise<readonly Heard[]>;
  /** Waits until the subscription has ended, by an error or by the server. */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

interface Options {
  readonly selection?: string;
  readonly variables?: Record<string, unknown>;
}

const OPERATION = (selection: string) =>
  `subscription ($about: [ID!], $stance: [Stance!], $after: String) {
    recorded(about: $about, stance: $stance, after: $after) { ${selection} }
  }`;

export function connect(url: string): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
  });
}

/** Subscribes; gives raw values where another selection than the usual is asked. */
export function listen(url: string, { selection = EVENT, variables = {} }: Options = {}): Listener {
  const client = connect(url);
  const heard: Heard[] = [];
  const errors: unknown[] = [];
  const ending = Promise.withResolvers<void>();
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const wake of waiting) wake();
  };
  const end = () => {
    ending.resolve();
    tell();
  };
  client.subscribe<{ recorded: Record<string, unknown> }>(
    { query: OPERATION(selection), variables },
    {
      next: ({ data, errors: within }) => {
        if (within) errors.push(...within);
        if (data) heard.push(read(data.recorded, selection === EVENT) as Heard);
        tell();
      },
      error: (error) => {
        errors.push(...(Array.isArray(error) ? error : [error]));
        end();
      },
      complete: end,
    },
  );
  return {
    heard,
    errors,
    until: (count) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (heard.length < count && errors.length === 0) return;
          waiting.delete(look);
          if (heard.length < count) reject(new Error(`heard ${heard.length} of ${count}: ${JSON.stringify(errors)}`));
          else resolve(heard.slice(0, count));
        };
        waiting.add(look);
        look();
      }),
    ended: () => ending.promise,
    leave: async () => {
      await client.dispose();
    },
  };
}

function read(event: Record<string, unknown>, isUsual: boolean): unknown {
  if (!isUsual) return event;
  const { cursor, revision, attribution } = event as {
    cursor: string;
    revision: { sequence: number; operation: string };
    attribution: { id: string; stance: string } | null;
  };
  return { cursor, ...revision, attribution: attribution?.id ?? null, stance: attribution?.stance ?? null };
}

export { CloseCode };
