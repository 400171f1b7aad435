import { type Running, start } from './program.ts';

/** The program as a server; `greeting` is what it said when it was ready. */
export interface Serving {
  readonly running: Running;
  readonly url: string;
  readonly greeting: string;
}

/** Starts the program as a server on a free port, and waits until it answers. */
export async function serving(environment: Readonly<Record<string, string>>): Promise<Serving> {
  const running = start([], { PORT: '0', ...environment });
  let ended = false;
  void running.ended.then(() => (ended = true));
  for (;;) {
    const greeting = `${running.out()}${running.err()}`;
    const url = /answers at (\S+)\/graphql/.exec(greeting)?.[1];
    if (url && greeting.includes('curl')) return { running, url, greeting };
    if (ended) throw new Error(greeting);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Ends a server by a signal; gives its exit code, which is null where the signal itself ended it. */
export async function endServing({ running }: Serving, signal: NodeJS.Signals): Promise<number | null> {
  running.child.kill(signal);
  return (await running.ended).exit;
}

/** Asks a server over HTTP. */
export async function askOver({ url }: Serving, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await answer.json()) as { data: unknown }).data;
}

/** How many claims and attributions there are, and how many of them the seed has. */
export const COUNTS = '{ claims { totalCount } whoReported { totalCount } }';
export const COUNTS_OF_SEED = { claims: { totalCount: 52 }, whoReported: { totalCount: 105 } };
