import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An event as it came. */
// biome-ignore lint/suspicious/noExplicitAny: events have the shape of the test's own selection.
export type Heard = any;

/** Somebody who has subscribed over a connection of their own. */
export interface Listener {
  /** All that was heard so far. */
  readonly heard: readonly Heard[];
  /** What ended the subscription, if anything did. */
  readonly errors: readonly unknown[];
  /** The socket, once it is open. */
  readonly socket: WebSocket;
  /** Waits until so many events have been heard, and gives these. */
  until(count: number): Promise<readonly Heard[]>;
  /** Waits until the subscription has ended, however it did. */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

const EVENT = 'cursor revision { sequence operation } attribution { id }';

const OPERATION = (selection: string) =>
  `subscription ($about: [ID!], $stance: [Stance!], $after: String) {
    recorded(about: $about, stance: $stance, after: $after) { ${selection} }
  }`;

/** A client that does not try again. */
export function connect(url: string, take: (socket: WebSocket) => void = () => undefined): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { opened: (socket) => take(socket as WebSocket) },
  });
}

/** Subscribes to what is recorded. */
export function listen(url: string, variables: Record<string, unknown> = {}, selection = EVENT): Listener {
  let socket: WebSocket | undefined;
  const client = connect(url, (opened) => {
    socket = opened;
  });
  const heard: Heard[] = [];
  const errors: unknown[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;
  const notify = () => {
    for (const look of [...waiting]) look();
  };
  const end = (...why: readonly unknown[]) => {
    errors.push(...why);
    isOver = true;
    notify();
  };
  const when = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  client.subscribe<{ recorded: Heard }>(
    { query: OPERATION(selection), variables },
    {
      next: ({ data, errors: within = [] }) => {
        if (data) heard.push(data.recorded);
        if (within.length > 0) end(...within);
        else notify();
      },
      error: (error) => end(...(Array.isArray(error) ? error : [error])),
      complete: () => end(),
    },
  );
  return {
    heard,
    errors,
    get socket() {
      if (!socket) throw new Error('the socket is not open yet');
      return socket;
    },
    until: async (count) => {
      await when(() => isOver || heard.length >= count);
      if (heard.length < count) throw new Error(`heard ${heard.length} of ${count}: ${JSON.stringify(errors)}`);
      return heard.slice(0, count);
    },
    ended: () => when(() => isOver),
    leave: async () => {
      await client.dispose();
    },
  };
}

/** Events in a line each: the number and kind of the change, and the attribution. */
export function summaries(events: readonly Heard[]): string[] {
  return events.map(
    ({ revision, attribution }) => `${revision.sequence} ${revision.operation} ${attribution?.id ?? 'nothing said'}`,
  );
}
