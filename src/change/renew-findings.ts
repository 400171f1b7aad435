import { BundleIndex } from '../bundle/bundle-index.ts';
import { bundleOf } from '../bundle/combine.ts';
import { grouped } from '../collections/grouped.ts';
import { storeFindings } from '../derive/findings.ts';
import { readOppositions } from '../derive/rule-queries.ts';
import type { Run } from '../engine/engine.ts';
import { RULES, relationContradiction } from '../rules/contradictions.ts';
import { batched } from '../store/batched.ts';
import { FOUND_BY_RULE } from '../store/finding-rows.ts';
import { readMergedIds, withShownIds } from '../store/merged-ids.ts';
import { readCurrentRecords, readDerivations, readRelations } from '../store/read-records.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { endOutdatedFindings } from './outdated-findings.ts';

/** Dates in the wrong order are found where bounds are derived, and end there. */
const RENEWED_HERE = `${FOUND_BY_RULE} AND f.kind <> 'DATE_ORDER'`;

const ON_CLAIMS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${RENEWED_HERE} RETURN DISTINCT f.id AS found }
RETURN id, found`;

/** Those that rest on no claim, such as a wrong weekday in a title. */
const ON_DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FLAGGED]->(f) WHERE ${RENEWED_HERE} AND f.grounds = 0 RETURN DISTINCT f.id AS found }
RETURN id, found`;

/** Those that an older version stored without their `content`, and what it consists of. */
const WITHOUT_CONTENT = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND f.content IS NULL RETURN DISTINCT f }
WITH DISTINCT f
CALL (f) {
  MATCH (f)-[e:SIDE|RESTS_ON]->(c) WHERE ${isCurrent('c')}
  RETURN collect([e.position, c.id, coalesce(e.among, [])]) AS grounds
}
RETURN f.key AS key, f.message AS message, grounds`;

const SET_CONTENT = (label: string) => `UNWIND $rows AS row
MATCH (f:${label}) WHERE f.key = row.key
SET f.content = row.content`;

const CLAIMS_OF = (label: string, edge: string) => `UNWIND $rows AS id
MATCH (f:${label}) WHERE f.key = id
CALL (f) { MATCH (f)-[:${edge}]->(n) WHERE ${isCurrent('n')} RETURN DISTINCT n.id AS claim }
RETURN DISTINCT claim`;

const ATTRIBUTIONS_ON = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF|COVERS]-(said) WHERE ${isCurrent('said')} RETURN said.id AS found }
RETURN DISTINCT found`;

const END = (label: string) => `UNWIND $rows AS id
MATCH (f:${label}) WHERE f.key = id
SET f.superseded = $at, f.key = f.id + $past`;

/** A finding on a record, by their ids. */
interface Finding {
  readonly id: string;
  readonly found: string;
}

/**
 * Lets the rules look at these claims again: ends what they do not find any more, and stores what they find anew.
 * Returns the claims for which something has changed.
 */
export async function renewClaimFindings(run: Run, claims: readonly string[], stamp: Stamp): Promise<string[]> {
  const before = await readFindings(run, ON_CLAIMS, claims);
  await addContents(run, claims);
  await endOutdatedFindings(run, { claims, addressed: claims, entities: [], attributions: [] }, stamp);
  const found = await look(run, claims, stamp);
  const missing = (await readFindings(run, ON_CLAIMS, claims)).filter((one) => !found.has(one.found));
  // What rests on other claims too is found only by looking at all of them.
  const others = await claimsOf(
    run,
    missing.map((one) => one.found),
  );
  const foundThen = others.length > 0 ? await look(run, others, stamp) : found;
  await end(
    run,
    missing.flatMap((one) => (foundThen.has(one.found) ? [] : one.found)),
    stamp,
  );
  return changedBetween(before, await readFindings(run, ON_CLAIMS, claims));
}

/** The same for what the rules find in documents alone. */
export async function renewDocumentFindings(run: Run, documents: readonly string[], stamp: Stamp): Promise<string[]> {
  const before = await readFindings(run, ON_DOCUMENTS, documents);
  const records = [...(await readCurrentRecords(run, documents, stamp.at)).values()];
  const bundle = bundleOf(records);
  bundle.derivations.push(...(await readDerivations(run, documents, stamp.at)));
  const found = new Set(
    await storeFindings(run, { added: await shown(run, new BundleIndex(bundle)), renewed: [] }, stamp),
  );
  const missing = before.flatMap((one) => (found.has(one.found) ? [] : one.found));
  await end(run, missing, stamp);
  return changedBetween(before, await readFindings(run, ON_DOCUMENTS, documents));
}

/** By its content a stored finding is compared with what the rules find now. */
async function addContents(run: Run, claims: readonly string[]): Promise<void> {
  const rows = (await batched(run, WITHOUT_CONTENT, claims)).map(({ key, message, grounds }) => {
    const named = [...(grounds as [number, string, string[]][])]
      .sort(([one], [other]) => one - other)
      .map(([, claim, among]) => [claim, ...among]);
    return { key, content: JSON.stringify(message === null ? named : [message, ...named]) };
  });
  for (const label of ['Flag', 'Contradiction']) await batched(run, SET_CONTENT(label), rows);
}

/** What the rules find on claims, by the ids of the findings: also the contradictions that stored relations state. */
async function look(run: Run, claims: readonly string[], stamp: Stamp): Promise<Set<string>> {
  const attributions = (await batched(run, ATTRIBUTIONS_ON, claims)).map((row) => row.found as string);
  const records = await readCurrentRecords(run, [...claims, ...attributions], stamp.at);
  const bundle = bundleOf([...records.values()]);
  bundle.relations.push(...(await readRelations(run, claims, stamp.at)));
  const added = await shown(run, new BundleIndex(bundle));
  const found = await storeFindings(run, { added, renewed: claims }, stamp);
  const byRule = (await readOppositions(run, claims, stamp.at)).filter(({ by }) => by === RULES.functional);
  return new Set([...found, ...byRule.map((one) => relationContradiction(one).id)]);
}

async function shown(run: Run, index: BundleIndex): Promise<BundleIndex> {
  return withShownIds(index, await readMergedIds(run, index.namedIds));
}

async function readFindings(run: Run, text: string, ids: readonly string[]): Promise<Finding[]> {
  return (await batched(run, text, ids)) as unknown as Finding[];
}

async function claimsOf(run: Run, findings: readonly string[]): Promise<string[]> {
  const rows = [
    ...(await batched(run, CLAIMS_OF('Flag', 'RESTS_ON'), findings)),
    ...(await batched(run, CLAIMS_OF('Contradiction', 'SIDE'), findings)),
  ];
  return [...new Set(rows.map(({ claim }) => claim as string))];
}

async function end(run: Run, findings: readonly string[], { at }: Stamp): Promise<void> {
  const ids = [...new Set(findings)];
  for (const label of ['Flag', 'Contradiction']) await batched(run, END(label), ids, { at, past: ` ${at}` });
}

/** The records whose findings are not the same. */
function changedBetween(before: readonly Finding[], after: readonly Finding[]): string[] {
  const listOf = (findings: readonly Finding[]) =>
    new Map(
      [...grouped(findings, ({ id }) => id)].map(([id, all]) => [
        id,
        all
          .map((one) => one.found)
          .sort()
          .join(),
      ]),
    );
  const [then, now] = [listOf(before), listOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id));
}
