import type { Operation } from '../oracle/render.ts';
import type { MeasuredServer } from './measured-server.ts';

/** What came of an operation, and what it took. */
export interface MeasuredAnswer {
  /** Of HTTP; 0 where the connection broke or nothing came in time. */
  readonly status: number;
  readonly milliseconds: number;
  /** The most memory of the server's process while it answered, in MB. */
  readonly peak: number;
  readonly bytes: number;
  /** Codes of the errors in the answer; an error without a code is "uncoded", a body in another form "no answer". */
  readonly codes: readonly string[];
  /** How long each trivial question took that was sent beside it, every 50 ms, in milliseconds. */
  readonly beside: readonly number[];
  /** The beginning of the answer. */
  readonly text: string;
}

const TRIVIAL = JSON.stringify({ query: '{ node(id: "claim:c0") { id } }' });

/** How often a trivial question is sent, in milliseconds. */
const OFTEN = 50;

/** Asks an operation, and a trivial question again and again beside it until it is answered; no longer than `patience`. */
export async function measuredAnswer(
  server: MeasuredServer,
  { query, variables }: Operation,
  { patience = 60_000, besides = true } = {},
): Promise<MeasuredAnswer> {
  server.resetPeak();
  const start = performance.now();
  const over = new AbortController();
  const beside = besides ? askedBeside(server.url, over.signal) : Promise.resolve([]);
  const { status, text } = await post(server.url, JSON.stringify({ query, variables }), patience);
  const milliseconds = performance.now() - start;
  const peak = server.peak();
  over.abort();
  const codes = codesOf(text);
  return { status, milliseconds, peak, bytes: text.length, codes, beside: await beside, text: text.slice(0, 500) };
}

async function post(url: string, body: string, patience: number): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

async function askedBeside(url: string, over: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!over.aborted) {
    await new Promise((done) => setTimeout(done, OFTEN));
    if (over.aborted) break;
    const start = performance.now();
    const { status } = await post(url, TRIVIAL, 60_000);
    times.push(status === 200 ? performance.now() - start : Number.POSITIVE_INFINITY);
  }
  return times;
}

function codesOf(text: string): string[] {
  try {
    const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
    if (data === undefined && errors.length === 0) return ['no answer'];
    return [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'uncoded'))];
  } catch {
    return ['no answer'];
  }
}
