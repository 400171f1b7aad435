import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { AnswerObject } from '../cypher/answer-object.ts';
import { EngineError } from '../engine/engine.ts';
import type { FoundEvents, RecordedEvent, RecordPosition, SearchReach } from '../revision/recorded-events.ts';
import type { RecordWatch } from './record-watch.ts';
import { type Page, SharedEvent, type SharedPages } from './shared-pages.ts';

/** What subscribers that ask alike have in common: how their events are found, and how these are read as they were asked for. */
export interface Feed {
  /** The same for all who ask alike. */
  readonly key: string;
  /** Most events of a page. */
  readonly size: number;
  /** The arguments with ids as they are shown now, or as of a record time, as text. */
  shownArguments(since: number | null): string;
  find(place: FeedPlace, reach: SearchReach, signal: AbortSignal): Promise<FoundByArguments>;
  show(events: readonly RecordedEvent[], present: number, signal: AbortSignal): Promise<readonly AnswerObject[]>;
}

/** Where a subscriber is. */
export interface FeedPlace {
  readonly position: RecordPosition;
  /** The record time, in milliseconds, that ids in arguments are meant as of; null for the present. */
  readonly since: number | null;
}

/** What was found by the arguments as they were shown then. */
export interface FoundByArguments extends FoundEvents {
  readonly shownArguments: string;
}

/** Revisions that are looked at together at first, and at most. */
const REVISIONS = { first: 16, most: 512 };

/** How long to wait before a database that is away or behind is asked again, in milliseconds. */
const AGAIN = 500;

/** Those who follow feeds on one server share these. */
export interface Following {
  readonly watch: RecordWatch;
  readonly pages: SharedPages;
}

/**
 * The events of a feed, in order, without an end. A page is read when the one before has been taken; those who are at the
 * same place of the same feed take the same page. A database that is away for a while makes it wait. Ends when the signal
 * does; throws what waiting does not mend.
 */
export async function* follow(
  feed: Feed,
  from: FeedPlace,
  { watch, pages }: Following,
  signal: AbortSignal,
): AsyncGenerator<SharedEvent> {
  let place = from;
  let revisions = REVISIONS.first;
  while (!signal.aborted) {
    const until = await watch.beyond(place.position.sequence - 1, signal);
    if (until === null) return;
    const read = (ended: AbortSignal) => readPage(feed, place, { until, revisions, events: feed.size }, ended);
    const held = pages.hold(keyOf(feed, place), read, signal);
    try {
      const page = await patiently(held.page, signal);
      if (!page || isOutdated(page, feed, place)) continue;
      yield* page.events;
      const isStuck = page.next.sequence === place.position.sequence && page.next.tie === place.position.tie;
      held.release();
      if (isStuck) await pause(AGAIN, undefined, { signal }).catch(() => undefined);
      revisions = nextRevisions(page, feed.size);
      place = { ...place, position: page.next };
    } finally {
      held.release();
    }
  }
}

function keyOf(feed: Feed, { position, since }: FeedPlace): string {
  return JSON.stringify([feed.key, feed.shownArguments(since), position.sequence, position.tie]);
}

/** Whether ids are shown otherwise since the page was found, so that it may be meant for others. */
function isOutdated(page: Page, feed: Feed, { since }: FeedPlace): boolean {
  return page.shownArguments !== feed.shownArguments(since);
}

async function readPage(feed: Feed, place: FeedPlace, reach: SearchReach, signal: AbortSignal): Promise<Page> {
  const found = await feed.find(place, reach, signal);
  const shown = await showAll(feed, found.events, found.present, signal);
  return { ...found, events: shown.map((answer) => new SharedEvent(answer)), asked: reach.revisions };
}

/** Shows events together, or in smaller parts where they are too much for that. */
async function showAll(
  feed: Feed,
  events: readonly RecordedEvent[],
  present: number,
  signal: AbortSignal,
): Promise<readonly AnswerObject[]> {
  if (events.length === 0) return [];
  try {
    return await feed.show(events, present, signal);
  } catch (error) {
    if (events.length === 1 || !isTooMuch(error)) throw error;
    const half = Math.ceil(events.length / 2);
    return [
      ...(await showAll(feed, events.slice(0, half), present, signal)),
      ...(await showAll(feed, events.slice(half), present, signal)),
    ];
  }
}

function isTooMuch(error: unknown): boolean {
  if (error instanceof EngineError) return error.failure === 'TIMEOUT' || error.failure === 'TOO_LARGE';
  return error instanceof GraphQLError && error.extensions.code === 'LIMIT_EXCEEDED';
}

/** Fewer revisions where they held more than a page, more where they held little. */
function nextRevisions({ events, revisions, asked }: Page, size: number): number {
  if (events.length === size) return Math.max(1, Math.floor(asked / 2));
  return revisions === asked && events.length < size / 2 ? Math.min(REVISIONS.most, asked * 2) : asked;
}

/** A page once it is there; null where the signal ends it, or, after a while, where the database is away or busy. */
async function patiently(page: Promise<Page>, signal: AbortSignal): Promise<Page | null> {
  try {
    return await page;
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof EngineError && (error.failure === 'UNAVAILABLE' || error.failure === 'BUSY'))) throw error;
    await pause(AGAIN, undefined, { signal }).catch(() => undefined);
    return null;
  }
}
