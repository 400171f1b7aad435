import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { type Deadline, END_PREDICATES, UNITS, wrongDeadlines } from '../rules/deadlines.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';

/** The events of claims: those whose duration or end they give, and those that they date (`isStart`). */
const EVENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[:SUBJECT]->(event) WHERE event.type = 'Event' AND ${isCurrent('event')} AND n.valueUnit IN $units
  RETURN event, false AS isStart
  UNION ALL
  MATCH (n)-[:SUBJECT|OBJECT]->(event) WHERE event.type = 'Event' AND ${isCurrent('event')} AND n.predicate IN $ends
  RETURN event, false AS isStart
  UNION ALL
  MATCH (n)-[:SUBJECT]->(event) WHERE event.type = 'Event' AND ${isCurrent('event')} AND n.statedWhen IS NOT NULL
  RETURN event, true AS isStart
}
RETURN DISTINCT event.id AS event, isStart`;

/** The subjects of durations that are counted from these events. */
const COUNTED_FROM = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id
CALL (event) { MATCH (event)<-[:ABOUT]-(claim) WHERE claim.superseded > $at AND claim.valueUnit IN $units RETURN claim }
CALL (claim) { MATCH (claim)-[:SUBJECT]->(counted) WHERE ${isCurrent('counted')} RETURN counted.id AS found }
RETURN DISTINCT found AS event`;

/** The other events whose end is given together with that of these. */
const ENDING_TOGETHER = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id
CALL (event) { MATCH (event)<-[:SUBJECT|OBJECT]-(last) WHERE last.superseded > $at AND last.predicate IN $ends RETURN DISTINCT last }
CALL (last) { MATCH (last)-[:SUBJECT|OBJECT]->(other) WHERE other.type = 'Event' AND ${isCurrent('other')} RETURN other }
RETURN DISTINCT other.id AS event`;

const DEADLINES = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id AND event.type = 'Event'
CALL (event) {
  MATCH (event)<-[:SUBJECT]-(span) WHERE span.superseded > $at AND span.valueUnit IN $units
    AND (span.valueMin IS NOT NULL OR span.valueMax IS NOT NULL)
  RETURN span
}
CALL (event) {
  MATCH (event)<-[:SUBJECT|OBJECT]-(last) WHERE last.superseded > $at AND last.predicate IN $ends
    AND coalesce(last.statedWhen, last.valueWhen) IS NOT NULL
  RETURN DISTINCT last
}
CALL (event, span) { MATCH (span)-[:ABOUT]->(from) WHERE ${isCurrent('from')} AND from.type = 'Event' AND from.id <> event.id RETURN from }
CALL (from) {
  MATCH (from)<-[:SUBJECT]-(start) WHERE start.superseded > $at AND start.statedWhen IS NOT NULL
  RETURN start
}
RETURN span.id AS spanId, span.valueText AS text, span.valueMin AS min, span.valueMax AS max, span.valueUnit AS unit,
  start.id AS startId, start.statedWhen AS since, last.id AS lastId, coalesce(last.statedWhen, last.valueWhen) AS until`;

/** The attributions that affirm claims, of which documents and speakers give an account. */
const ACCOUNTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(said) WHERE ${isCurrent('said')} AND said.side = 'AFFIRMS' RETURN said }
RETURN id AS claim, said.id AS attribution, said.speaker AS speaker, said.within AS document, said.stance = 'REPORTS' AS isRelay`;

interface Account {
  readonly claim: string;
  readonly attribution: string;
  readonly speaker: string;
  readonly document: string | null;
  readonly isRelay: boolean;
}

/** The ends that do not follow from a start and a duration of the same account; `claims` are those that may be a part of one. */
export async function findWrongDeadlines(run: Run, claims: readonly string[], at: number): Promise<FoundFlag[]> {
  const parameters = { at, units: Object.keys(UNITS), ends: END_PREDICATES };
  const named = await batched(run, EVENTS, claims, parameters);
  const started = named.flatMap(({ event, isStart }) => (isStart ? [event as string] : []));
  const counted = await batched(run, COUNTED_FROM, [...new Set(started)], parameters);
  const events = [...named.filter(({ isStart }) => !isStart), ...counted].map(({ event }) => event as string);
  const together = await batched(run, ENDING_TOGETHER, [...new Set(events)], parameters);
  const all = new Set([...events, ...together.map(({ event }) => event as string)]);
  const deadlines = (await batched(run, DEADLINES, [...all], parameters)).map(deadlineOf);
  const parts = deadlines.flatMap(({ duration, start, end }) => [duration.claim, start.claim, end.claim]);
  const accounts = grouped(
    (await batched(run, ACCOUNTS, [...new Set(parts)])) as unknown as Account[],
    ({ claim }) => claim,
  );
  const told = deadlines.flatMap((deadline) => withAccounts(deadline, accounts));
  return [...grouped(told, ({ end }) => end.claim).values()].flatMap(wrongDeadlines);
}

function deadlineOf(row: Record<string, unknown>): Deadline {
  const { spanId, text, min, max, unit, startId, since, lastId, until } = row;
  return {
    duration: { claim: spanId, text, min, max, unit, among: [] },
    start: { claim: startId, date: since, among: [] },
    end: { claim: lastId, date: until, among: [] },
  } as unknown as Deadline;
}

/** A deadline with the attributions of those who give all of it: in one document, or as the words of one speaker. */
function withAccounts(deadline: Deadline, accounts: ReadonlyMap<string, readonly Account[]>): Deadline[] {
  const { duration, start, end } = deadline;
  const [ofDuration = [], ofStart = [], ofEnd = []] = [duration, start, end].map(({ claim }) => accounts.get(claim));
  const tellers = [ofDuration, ofStart, ofEnd].map((all) => new Set(all.flatMap(tellersOf)));
  const isWhole = (account: Account) => tellersOf(account).some((one) => tellers.every((others) => others.has(one)));
  const among = (all: readonly Account[]) => all.filter(isWhole).map(({ attribution }) => attribution);
  const told = {
    duration: { ...duration, among: among(ofDuration) },
    start: { ...start, among: among(ofStart) },
    end: { ...end, among: among(ofEnd) },
  };
  return told.end.among.length > 0 ? [told] : [];
}

/** Whose account an attribution is a part of: that of its document, and of its speaker unless it passes on what others said. */
function tellersOf({ document, speaker, isRelay }: Account): string[] {
  return [...(document === null ? [] : [document]), ...(isRelay ? [] : [speaker])];
}
