import { attributedValueCells, attributedValueOf } from '../attribution/attributed-value.ts';
import type { Bundle } from '../bundle/bundle.ts';
import type { Run } from '../engine/engine.ts';
import type { FoundContradiction } from '../rules/contradictions.ts';
import { type Deadline, END_PREDICATES, UNITS, wrongDeadline } from '../rules/deadlines.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { type Report, reportedBefore } from '../rules/reported-before-event.ts';
import { selfContradictionFlags } from '../rules/self-contradictions.ts';
import { COUNTED } from '../rules/stances.ts';
import { type CitationSide, valueChanges } from '../rules/value-changes.ts';
import { wrongWeekdays } from '../rules/weekdays.ts';
import { batched } from '../store/batched.ts';
import { flagRows, ruleFlag } from '../store/finding-rows.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { writeRows } from '../store/write-records.ts';

/** The subjects of durations that are counted from these events, whose dates are new. */
const COUNTED_FROM = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id AND event.type = 'Event'
CALL (event) { MATCH (event)<-[:ABOUT]-(claim) WHERE claim.superseded > $at AND claim.valueUnit IN $units RETURN claim }
CALL (claim) { MATCH (claim)-[:SUBJECT]->(counted) WHERE ${isCurrent('counted')} RETURN counted.id AS found }
RETURN DISTINCT found AS id`;

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

const REPORTS = `UNWIND $rows AS id
MATCH (said:Node) WHERE said.key = id
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (said) { MATCH (said)-[:APPEARS_IN]->(document) WHERE ${isCurrent('document')} RETURN document }
WITH DISTINCT claim, document
WHERE document.publishedAt IS NOT NULL AND claim.whenEarliest > document.publishedLatest
RETURN claim.id AS claimId, claim.statedWhen AS stated, document.id AS documentId, document.publishedAt AS publishedAt`;

const citationCells = (said: string, claim: string) =>
  `[${said}.id, ${claim}.id, ${attributedValueCells(said, claim)}]`;

const CITATIONS = `UNWIND $rows AS id
MATCH (citer:Node) WHERE citer.key = id
CALL (citer) { MATCH (citer)-[e:CITES]->(cited) WHERE e.basis IN $counted AND ${isCurrent('cited')} RETURN cited }
CALL (citer) { MATCH (citer)-[:OF]->(mine) WHERE ${isCurrent('mine')} RETURN mine }
CALL (cited) { MATCH (cited)-[:OF]->(theirs) WHERE ${isCurrent('theirs')} RETURN theirs }
WITH citer, cited, mine, theirs WHERE mine.id <> theirs.id
RETURN ${citationCells('citer', 'mine')} AS citing, ${citationCells('cited', 'theirs')} AS cited`;

const EXISTING = `UNWIND $rows AS id
MATCH (n:Flag) WHERE n.key = id
RETURN n.id AS id`;

/** The flags that rules raise on new records, and on older ones because of them. Reads the graph. */
export async function findFlags(
  run: Run,
  added: Bundle,
  contradictions: readonly FoundContradiction[],
  { at }: Stamp,
): Promise<FoundFlag[]> {
  return [
    ...(await deadlines(run, added, at)),
    ...(await reports(run, added)),
    ...(await changes(run, added)),
    ...contradictions.flatMap(selfContradictionFlags),
  ];
}

/** Stores the flags that are not stored yet. */
export async function storeFlags(run: Run, found: readonly FoundFlag[], stamp: Stamp): Promise<void> {
  const ids = new Set(found.map(({ id }) => id));
  const existing = new Set((await batched(run, EXISTING, [...ids])).map(({ id }) => id));
  const added = found.filter(({ id }) => !existing.has(id) && ids.delete(id));
  await writeRows(run, flagRows(added.map(ruleFlag), stamp));
}

/** The flags that need only the records themselves. */
export function wrongWeekdayFlags({ claims, documents }: Bundle): FoundFlag[] {
  const defined = (...dates: (string | undefined)[]) => dates.filter((date) => date !== undefined);
  return [
    ...claims.flatMap(({ id, texts, value, when }) => {
      const all = [...defined(value?.text), ...texts.map(({ text }) => text)];
      return wrongWeekdays({ id, texts: all, dates: defined(value?.when, when), isClaim: true });
    }),
    ...documents.flatMap(({ id, title, publishedAt }) =>
      wrongWeekdays({ id, texts: defined(title), dates: defined(publishedAt), isClaim: false }),
    ),
  ];
}

async function deadlines(run: Run, { claims }: Bundle, at: number): Promise<FoundFlag[]> {
  const parameters = { at, units: Object.keys(UNITS), ends: END_PREDICATES };
  const dated = claims.filter(({ subject, when }) => subject !== undefined && when !== undefined);
  const counted = await batched(run, COUNTED_FROM, [...new Set(dated.map(({ subject }) => subject))], parameters);
  const spans = claims.filter(({ value }) => UNITS[value?.unit ?? ''] !== undefined);
  const ends = claims.filter(({ predicate }) => END_PREDICATES.some((one) => one === predicate));
  const events = [
    ...counted.map(({ id }) => id as string),
    ...[...spans, ...ends].flatMap(({ subject }) => subject ?? []),
    ...ends.flatMap(({ object }) => object ?? []),
  ];
  const rows = await batched(run, DEADLINES, [...new Set(events)], parameters);
  return rows.flatMap(({ spanId, text, min, max, unit, startId, since, lastId, until }) =>
    wrongDeadline({
      duration: { claim: spanId, text, min, max, unit },
      start: { claim: startId, date: since },
      end: { claim: lastId, date: until },
    } as Deadline),
  );
}

async function reports(run: Run, { attributions }: Bundle): Promise<FoundFlag[]> {
  const within = attributions.filter(({ document }) => document !== undefined);
  const rows = await batched(
    run,
    REPORTS,
    within.map(({ id }) => id),
  );
  return rows.flatMap(({ claimId: claim, stated: when, documentId: document, publishedAt }) =>
    reportedBefore({ claim, when, document, publishedAt } as Report),
  );
}

async function changes(run: Run, { attributions }: Bundle): Promise<FoundFlag[]> {
  const citing = attributions.filter(({ cites }) => cites.length > 0);
  const rows = await batched(
    run,
    CITATIONS,
    citing.map(({ id }) => id),
    { counted: COUNTED },
  );
  return rows.flatMap((row) => valueChanges(citationSideOf(row.citing), citationSideOf(row.cited)));
}

function citationSideOf(cells: unknown): CitationSide {
  const [attribution, claim, ...rest] = cells as [string, string, ...unknown[]];
  return { attribution, claim, ...attributedValueOf(rest) };
}
