import type { FieldNode } from 'graphql';
import type { TimelineItem } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { pageRows, readListing } from '../cypher/computed-list.ts';
import type { Asked, Computed, ComputedField, MappingOf } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { pageOf } from '../cypher/page.ts';
import { claimFlags } from '../flag/mapping.ts';
import { NEVER } from '../time/edtf.ts';
import { instant } from '../time/served-values.ts';
import { type ClockRows, type TimelineRow, within } from './clock-rows.ts';
import { eventClock } from './event-clock.ts';
import { recordedClock } from './recorded-clock.ts';
import { saidClock } from './said-clock.ts';

const CLOCKS: Readonly<Record<string, ClockRows>> = {
  EVENT: eventClock,
  SAID: saidClock,
  RECORDED: recordedClock,
};

const NAME = 'Query.timeline';

/** What is odd about the claims behind a row is read of each of them. */
export const timelineItem: MappingOf<Pick<TimelineItem, 'flags'>> = { flags: claimFlags };

/** What happened, was said or was recorded about something, in the order of time. */
export const timeline: ComputedField = { kind: 'computed', check, rows: pageRows, compute };

function check(args: Arguments, node: FieldNode): void {
  pageOf(NAME, args, node);
  within({ args, node }, ['whenEarliest', 'whenLatest']);
}

function compute(asked: Asked): Promise<Computed> {
  const clock = CLOCKS[asked.args.clock as string] as ClockRows;
  return readListing(
    asked,
    NAME,
    (statement) => clock.open(statement, asked),
    (cells) => item(clock.read(cells)),
  );
}

function item({ when, earliest, latest, subject, claims }: TimelineRow) {
  const behind = claims.map((id) => new NodeRef(id));
  return {
    when,
    earliest: bound(earliest),
    latest: bound(latest),
    subject: new NodeRef(subject),
    claims: behind,
    flags: behind,
  };
}

/** A bound in time as it is served: null where that end is open. */
function bound(at: number | null): Date | null {
  return at === null || Math.abs(at) === NEVER ? null : instant(at);
}
