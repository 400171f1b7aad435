import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import { reachableFrom } from '../collections/reachable.ts';
import type { Run } from '../engine/engine.ts';
import type { Ground } from '../rules/contradictions.ts';
import { DATE_ERRORS, type FoundFlag } from '../rules/flags.ts';
import { topOwner } from '../rules/newsrooms.ts';
import { AFFIRMING, COUNTED } from '../rules/stances.ts';
import { areSuspicious, type ClaimingDocument, type DateError, suspectedCopies } from '../rules/suspected-copies.ts';
import { batched } from '../store/batched.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';

/**
 * The most attributions with a wrong date that are compared, oldest first, and the most steps that origins are
 * followed.
 */
const MOST_DOCUMENTS = 100;
const MOST_STEPS = 20;

const ERRORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.type = 'Claim'
CALL (n) { MATCH (n)-[:FLAGGED]->(flag) WHERE flag.superseded > $at AND flag.kind IN $errors RETURN flag }
CALL (flag) { MATCH (flag)-[ground:RESTS_ON]->(claim) WHERE ${isCurrent('claim')} RETURN ground, claim }
RETURN flag.id AS id, flag.kind AS kind, n.id AS about, claim.id AS grounded, ground.affirms AS affirms,
  ground.speakers AS speakers, ground.document AS document, ground.among AS some, ground.position AS position
ORDER BY id, position`;

const STATING_DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:OF]-(said)
  WHERE said.superseded > $at AND said.stance IN $affirming AND said.within IS NOT NULL
  RETURN said ORDER BY said.recorded, said.id LIMIT ${MOST_DOCUMENTS}
}
CALL (said) {
  MATCH (said)-[:APPEARS_IN]->(document) WHERE ${isCurrent('document')}
  MATCH (document)-[:PUBLISHED_BY|AUTHORED_BY]->(creator) WHERE creator.id = said.speaker AND ${isCurrent('creator')}
  RETURN DISTINCT document.id AS document
}
RETURN n.id AS claim, said.id AS said, said.speaker AS speaker, document`;

const ORIGINS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CITES|DERIVED_FROM]->(origin) WHERE e.basis IN $counted AND ${isCurrent('origin')} AND coalesce(e.superseded, ${NEVER}) > $at
  RETURN origin.id AS origin
  UNION ALL
  MATCH (n)-[:APPEARS_IN]->(place) WHERE ${isCurrent('place')}
  RETURN place.id AS origin
}
RETURN id AS later, origin`;

const PUBLISHERS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY|FAMILY]->(owner) WHERE ${isCurrent('owner')} RETURN owner.id AS owner }
RETURN id AS later, owner AS origin`;

const CITED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(citer) WHERE ${isCurrent('citer')}
  MATCH (citer)-[e:CITES]->(cited) WHERE e.basis IN $counted AND ${isCurrent('cited')}
  MATCH (cited)-[:APPEARS_IN]->(place) WHERE ${isCurrent('place')}
  RETURN DISTINCT place.id AS place
}
RETURN id, place`;

const SUSPECTED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FLAGGED]->(flag) WHERE flag.superseded > $at AND flag.kind = 'SUSPECTED_COPY' RETURN flag }
CALL (flag) { MATCH (flag)-[ground:RESTS_ON]->(claim) WHERE ground.position = 0 AND ${isCurrent('claim')} RETURN claim }
RETURN DISTINCT flag.id AS id, flag.documents AS documents, claim.id AS claim`;

const ANY_SUSPECTED = `MATCH (flag:Flag) WHERE flag.kind = 'SUSPECTED_COPY' AND flag.superseded > $at
RETURN flag.id AS id LIMIT 1`;

const ALL_SUSPECTED = `MATCH (flag:Flag) WHERE flag.kind = 'SUSPECTED_COPY' AND flag.superseded > $at
CALL (flag) { MATCH (flag)-[ground:RESTS_ON]->(claim) WHERE ground.position = 0 AND ${isCurrent('claim')} RETURN claim }
RETURN flag.id AS id, flag.documents AS documents, claim.id AS claim`;

const SUPERSEDE = `UNWIND $rows AS id
MATCH (n:Flag) WHERE n.key = id
SET n.superseded = $at`;

interface Suspicion {
  readonly id: string;
  readonly documents: readonly string[] | null;
  readonly claim: string;
}

/**
 * Finds documents that share a wrong date without naming a common source. If a new citation or derivation explains what
 * looked like a copy, the older flag ends. `claims` are those that may share an error with others.
 */
export async function findCopies(
  run: Run,
  added: Bundle,
  claims: readonly string[],
  { at }: Stamp,
): Promise<FoundFlag[]> {
  const explained = await explainableFlags(run, added, at);
  const errors = await readErrors(run, [...claims, ...explained.map(({ claim }) => claim)], at);
  const statingDocuments = await readStatingDocuments(run, [...new Set(errors.map(({ claim }) => claim))], at);
  const outdated = explained.filter(({ documents, claim }) => {
    const [one, other] = (documents ?? []).map((id) =>
      statingDocuments.get(claim)?.find(({ document }) => document === id),
    );
    return one !== undefined && other !== undefined && !areSuspicious(one, other);
  });
  await batched(run, SUPERSEDE, [...new Set(outdated.map(({ id }) => id))], { at });
  return errors.flatMap((error) => suspectedCopies(error, statingDocuments.get(error.claim) ?? []));
}

/** The flags that new records may explain: those on documents with new citations; all, if there are new derivations. */
async function explainableFlags(run: Run, { attributions, derivations }: Bundle, at: number): Promise<Suspicion[]> {
  if (derivations.length > 0) return (await run({ text: ALL_SUSPECTED, parameters: { at } })) as never;
  const citing = attributions.filter(({ cites }) => cites.length > 0).flatMap(({ document }) => document ?? []);
  if (citing.length === 0 || (await run({ text: ANY_SUSPECTED, parameters: { at } })).length === 0) return [];
  const read = async (some: readonly string[]) =>
    (await batched(run, SUSPECTED, [...new Set(some)], { at })) as unknown as Suspicion[];
  // Both documents of a pair carry the flag.
  return read((await read(citing)).flatMap((flag) => flag.documents ?? []));
}

async function readErrors(run: Run, claims: readonly string[], at: number): Promise<DateError[]> {
  const rows = await batched(run, ERRORS, [...new Set(claims)], { at, errors: DATE_ERRORS });
  return [...grouped(rows, ({ id }) => id as string).values()].map((rowsOfOne) => ({
    ...({ ...rowsOfOne[0], claim: rowsOfOne[0]?.about } as unknown as DateError),
    grounds: rowsOfOne.map(
      ({ grounded: ground, affirms, speakers, document, some }) =>
        ({ claim: ground, affirms, speakers, document, among: some }) as unknown as Ground,
    ),
  }));
}

/** The documents that affirm a claim in their own name, by claim; only for claims with several of them. */
async function readStatingDocuments(
  run: Run,
  claims: readonly string[],
  at: number,
): Promise<Map<string, ClaimingDocument[]>> {
  const rows = await batched(run, STATING_DOCUMENTS, claims, { at, affirming: AFFIRMING });
  const shared = [...grouped(rows, ({ claim }) => claim as string)].filter(
    ([, rowsOfOne]) => new Set(rowsOfOne.map(({ document }) => document)).size > 1,
  );
  const kept = shared.flatMap(([, rowsOfOne]) => rowsOfOne);
  const documents = [...new Set(kept.map(({ document }) => document as string))];
  const parameters = { at, counted: COUNTED };
  const origins = await closure(run, ORIGINS, [...documents, ...kept.map(({ said }) => said as string)], parameters);
  const owners = await closure(run, PUBLISHERS, documents, {});
  const cited = await batched(run, CITED, documents, parameters);
  return new Map(
    shared.map(([claim, rowsOfOne]) => [
      claim,
      [...grouped(rowsOfOne, ({ document }) => document as string)].map(([document, own]) => ({
        document,
        speakers: [...new Set(own.map(({ speaker }) => speaker as string))].sort(),
        topOwner: topOf(document, owners),
        origins: reachableFrom([document, ...own.map(({ said }) => said as string)], (id) => origins.get(id) ?? []),
        cites: new Set(cited.flatMap(({ id, place }) => (id === document ? (place as string) : []))),
      })),
    ]),
  );
}

/**
 * The edges that can be reached from some nodes, up to 20 steps, by id; the statement returns their ends as `later` and
 * `origin`.
 */
async function closure(
  run: Run,
  text: string,
  start: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const edges = new Map<string, string[]>();
  let level = [...new Set(start)];
  for (let step = 0; step < MOST_STEPS && level.length > 0; step++) {
    for (const id of level) edges.set(id, []);
    for (const { later, origin } of await batched(run, text, level, parameters)) {
      edges.get(later as string)?.push(origin as string);
    }
    level = [...new Set(level.flatMap((id) => edges.get(id) ?? []))].filter((id) => !edges.has(id));
  }
  return edges;
}

/** The top owner of a document's publisher, or null. An owner that owns itself is the top. */
function topOf(document: string, owners: ReadonlyMap<string, readonly string[]>): string | null {
  const [publisher] = owners.get(document) ?? [];
  return publisher === undefined ? null : topOwner(publisher, (id) => owners.get(id)?.[0]);
}
