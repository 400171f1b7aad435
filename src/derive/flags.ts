import { attributedValueCells, attributedValueOf } from '../attribution/attributed-value.ts';
import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import type { FoundContradiction } from '../rules/contradictions.ts';
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
import { changedFindings } from './changed-findings.ts';
import { findWrongDeadlines } from './wrong-deadlines.ts';

const REPORTS = `UNWIND $rows AS id
MATCH (said:Node) WHERE said.key = id AND said.basis IN $counted
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (said) { MATCH (said)-[:APPEARS_IN]->(document) WHERE ${isCurrent('document')} RETURN document }
WITH DISTINCT claim, document
WHERE document.publishedAt IS NOT NULL AND claim.whenEarliest > document.publishedLatest
RETURN claim.id AS claimId, claim.statedWhen AS stated, document.id AS documentId, document.publishedAt AS publishedAt`;

const citationCells = (said: string, claim: string) =>
  `[${said}.id, ${claim}.id, ${attributedValueCells(said, claim)}]`;

const CITATIONS = `UNWIND $rows AS id
MATCH (citer:Node) WHERE citer.key = id AND citer.basis IN $counted
CALL (citer) { MATCH (citer)-[e:CITES]->(cited) WHERE e.basis IN $counted AND cited.basis IN $counted AND ${isCurrent('cited')} RETURN cited }
CALL (citer) { MATCH (citer)-[:OF]->(mine) WHERE ${isCurrent('mine')} RETURN mine }
CALL (cited) { MATCH (cited)-[:OF]->(theirs) WHERE ${isCurrent('theirs')} RETURN theirs }
WITH citer, cited, mine, theirs WHERE mine.id <> theirs.id
RETURN ${citationCells('citer', 'mine')} AS citing, ${citationCells('cited', 'theirs')} AS cited`;

/** The flags that rules raise on new records, and on older ones because of them. Reads the graph. */
export async function findFlags(
  run: Run,
  { bundle, addressedClaims }: BundleIndex,
  contradictions: readonly FoundContradiction[],
  { at }: Stamp,
): Promise<FoundFlag[]> {
  const claims = new Set([...bundle.claims.map(({ id }) => id), ...addressedClaims]);
  return [
    ...(await findWrongDeadlines(run, [...claims], at)),
    ...(await reports(run, bundle)),
    ...(await changes(run, bundle)),
    ...contradictions.flatMap(selfContradictionFlags),
  ];
}

/** Stores the flags that are not stored yet; those that say more now take the place of the old ones. */
export async function storeFlags(run: Run, found: readonly FoundFlag[], stamp: Stamp): Promise<void> {
  const changed = await changedFindings(run, 'Flag', found, stamp);
  await writeRows(run, flagRows(changed.map(ruleFlag), stamp));
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

async function reports(run: Run, { attributions }: Bundle): Promise<FoundFlag[]> {
  const within = attributions.filter(({ document }) => document !== undefined);
  const rows = await batched(
    run,
    REPORTS,
    within.map(({ id }) => id),
    { counted: COUNTED },
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
  const sides = rows.map((row) => ({ citing: citationSideOf(row.citing), cited: citationSideOf(row.cited) }));
  return [...grouped(sides, (one) => one.citing.attribution).values()].flatMap((all) =>
    all.slice(0, 1).flatMap(({ citing: side }) => valueChanges({ citing: side, cited: all.map(({ cited }) => cited) })),
  );
}

function citationSideOf(cells: unknown): CitationSide {
  const [attribution, claim, ...rest] = cells as [string, string, ...unknown[]];
  return { attribution, claim, ...attributedValueOf(rest) };
}
