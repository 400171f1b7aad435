import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { AnswerObject } from '../cypher/answer-object.ts';
import { EngineError } from '../engine/engine.ts';
import type { FoundEvents, RecordedEvent, RecordPosition, SearchReach } from '../revision/recorded-events.ts';
import type { RecordWatch } from './record-watch.ts';

/** A subscription that was compiled: how its events are found, and how they are read as they were asked for. */
export interface Feed {
  /** Most events of a page. */
  readonly size: number;
  start(): Promise<RecordPosition>;
  find(position: RecordPosition, reach: SearchReach): Promise<FoundEvents>;
  show(events: readonly RecordedEvent[], present: number): Promise<readonly AnswerObject[]>;
}

/** Revisions that are looked at together at first, and at most. */
const REVISIONS = { first: 16, most: 512 };

/** How long to wait before a database that is away or behind is asked again, in milliseconds. */
const AGAIN = 500;

/**
 * The events of a feed, in order, without an end. A page is read when the one before has been taken. A database that is
 * away for a while makes it wait. Ends when the signal does; throws what waiting does not mend.
 */
export async function* follow(
  feed: Feed,
  from: RecordPosition,
  watch: RecordWatch,
  signal: AbortSignal,
): AsyncGenerator<AnswerObject> {
  let position = from;
  let revisions = REVISIONS.first;
  while (!signal.aborted) {
    const until = await watch.beyond(position.sequence - 1, signal);
    if (until === null) return;
    const page = await patiently(() => readPage(feed, position, { until, revisions, events: feed.size }), signal);
    if (!page) return;
    yield* page.shown;
    if (page.next === position) await pause(AGAIN, undefined, { signal }).catch(() => undefined);
    revisions = nextRevisions(page, revisions, feed.size);
    position = page.next;
  }
}

interface ReadPage extends FoundEvents {
  readonly shown: readonly AnswerObject[];
}

async function readPage(feed: Feed, position: RecordPosition, reach: SearchReach): Promise<ReadPage> {
  const found = await feed.find(position, reach);
  return { ...found, shown: await showAll(feed, found.events, found.present) };
}

/** Shows events together, or in smaller parts where they are too much for that. */
async function showAll(
  feed: Feed,
  events: readonly RecordedEvent[],
  present: number,
): Promise<readonly AnswerObject[]> {
  if (events.length === 0) return [];
  try {
    return await feed.show(events, present);
  } catch (error) {
    if (events.length === 1 || !isTooMuch(error)) throw error;
    const half = Math.ceil(events.length / 2);
    return [
      ...(await showAll(feed, events.slice(0, half), present)),
      ...(await showAll(feed, events.slice(half), present)),
    ];
  }
}

function isTooMuch(error: unknown): boolean {
  if (error instanceof EngineError) return error.failure === 'TIMEOUT' || error.failure === 'TOO_LARGE';
  return error instanceof GraphQLError && error.extensions.code === 'LIMIT_EXCEEDED';
}

/** Fewer revisions where they held more than a page, more where they held little. */
function nextRevisions({ events, revisions }: ReadPage, asked: number, size: number): number {
  if (events.length === size) return Math.max(1, Math.floor(asked / 2));
  return revisions === asked && events.length < size / 2 ? Math.min(REVISIONS.most, asked * 2) : asked;
}

/** Does it again as long as the database is away; null where the signal ends it. */
async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof EngineError) || error.failure !== 'UNAVAILABLE') throw error;
      await pause(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
