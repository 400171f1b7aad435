import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import { reachableFrom } from '../collections/reachable.ts';
import type { Run } from '../engine/engine.ts';
import type { Ground } from '../rules/contradictions.ts';
import { DATE_ERRORS, type FoundFlag } from '../rules/flags.ts';
import { AFFIRMING, COUNTED } from '../rules/stances.ts';
import {
  type ClaimingDocument,
  type DateError,
  type ErringDocument,
  suspectedCopies,
} from '../rules/suspected-copies.ts';
import { batched } from '../store/batched.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { readClosure } from './closure.ts';
import { readFamilies } from './publisher-families.ts';

/** The most attributions with a wrong date that are compared, oldest first. */
const MOST_DOCUMENTS = 100;

const ERRORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.type = 'Claim'
CALL (n) { MATCH (n)-[:FLAGGED]->(flag) WHERE flag.superseded > $at AND flag.kind IN $errors RETURN flag }
CALL (flag) { MATCH (flag)-[ground:RESTS_ON]->(claim) WHERE ${isCurrent('claim')} RETURN ground, claim }
RETURN flag.id AS id, flag.kind AS kind, n.id AS about, claim.id AS grounded,
  ground.document AS document, ground.among AS some, ground.position AS position
ORDER BY id, position`;

const STATING_DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:OF]-(said)
  WHERE said.superseded > $at AND said.stance IN $affirming AND said.side = 'AFFIRMS' AND said.within IS NOT NULL
  RETURN said ORDER BY said.recorded, said.id LIMIT ${MOST_DOCUMENTS}
}
CALL (said) {
  MATCH (said)-[:APPEARS_IN]->(document) WHERE ${isCurrent('document')}
  MATCH (document)-[:PUBLISHED_BY|AUTHORED_BY]->(creator) WHERE creator.id = said.speaker AND ${isCurrent('creator')}
  RETURN DISTINCT document.id AS document
}
RETURN n.id AS claim, said.id AS said, said.speaker AS speaker, document`;

/** What nodes go back to; of two documents that share a text, each goes back to the other. */
const ORIGINS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CITES|DERIVED_FROM]->(origin) WHERE e.basis IN $counted AND ${isCurrent('origin')} AND coalesce(e.superseded, ${NEVER}) > $at
  RETURN origin.id AS origin
  UNION ALL
  MATCH (n)<-[e:DERIVED_FROM]-(origin) WHERE e.kind = 'SAME_TEXT' AND e.basis IN $counted AND ${isCurrent('origin')} AND e.superseded > $at
  RETURN origin.id AS origin
  UNION ALL
  MATCH (n)-[:APPEARS_IN]->(place) WHERE ${isCurrent('place')}
  RETURN place.id AS origin
}
RETURN id AS later, origin`;

const PLACES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.within IS NOT NULL
RETURN id, n.within AS place`;

const CITED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(citer) WHERE ${isCurrent('citer')}
  MATCH (citer)-[e:CITES]->(cited) WHERE e.basis IN $counted AND ${isCurrent('cited')}
  MATCH (cited)-[:APPEARS_IN]->(place) WHERE ${isCurrent('place')}
  RETURN DISTINCT place.id AS place
}
RETURN id, place`;

/** The suspicions that there are, and those that this write has ended, with the claims that they rest on. */
const suspicions = (flag: string) => `${flag}
CALL (flag) { MATCH (flag)-[:RESTS_ON]->(claim) WHERE ${isCurrent('claim')} RETURN DISTINCT claim.id AS claim }
RETURN flag.key AS id, flag.superseded > $at AS isThere, flag.documents AS documents, claim`;

const SUSPECTED = suspicions(`UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FLAGGED]->(flag) WHERE flag.superseded >= $at AND flag.kind = 'SUSPECTED_COPY' AND flag.documents IS NOT NULL RETURN flag }
WITH DISTINCT flag`);

const ALL_SUSPECTED = suspicions(
  `MATCH (flag:Flag) WHERE flag.kind = 'SUSPECTED_COPY' AND flag.documents IS NOT NULL AND flag.superseded >= $at`,
);

const ANY_SUSPECTED = `MATCH (flag:Flag) WHERE flag.kind = 'SUSPECTED_COPY' AND flag.documents IS NOT NULL AND flag.superseded >= $at
RETURN flag.id AS id LIMIT 1`;

const WRONG_CLAIMS_IN = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(said) WHERE said.superseded > $at
  MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')}
  RETURN DISTINCT claim
}
CALL (claim) { MATCH (claim)-[:FLAGGED]->(flag) WHERE flag.superseded > $at AND flag.kind IN $errors RETURN count(flag) AS flags }
WITH claim, flags WHERE flags > 0
RETURN DISTINCT claim.id AS claim`;

const END = `UNWIND $rows AS id
MATCH (n:Flag) WHERE n.key = id
SET n.superseded = $at, n.key = n.id + $past`;

interface Suspicion {
  readonly id: string;
  readonly isThere: boolean;
  readonly documents: readonly string[] | null;
  readonly claim: string;
}

/**
 * Finds documents that share wrong dates without naming a common source. If a new citation or derivation explains what
 * looked like a copy, the older flag ends. `claims` are those that may share an error with others.
 */
export async function findCopies(
  run: Run,
  added: Bundle,
  claims: readonly string[],
  { at }: Stamp,
): Promise<FoundFlag[]> {
  const before = await touchedSuspicions(run, added, at);
  const first = await erringDocuments(run, [...claims, ...before.map(({ claim }) => claim)], at);
  const pairs = [...suspectedCopies(first), ...before].map(({ documents }) => documents ?? []);
  if (pairs.length === 0) return [];
  // Each pair is looked at with all errors that its documents share.
  const documents = new Set(pairs.flat());
  const wrong = await batched(run, WRONG_CLAIMS_IN, [...documents], { at, errors: DATE_ERRORS });
  const erring = await erringDocuments(
    run,
    wrong.map(({ claim }) => claim as string),
    at,
  );
  const found = suspectedCopies(erring.filter(({ stating }) => documents.has(stating.document)));
  const kept = new Set(found.map(({ id }) => id));
  const outdated = before.flatMap(({ id, isThere }) => (isThere && !kept.has(id) ? [id] : []));
  await batched(run, END, [...new Set(outdated)], { at, past: ` ${at}` });
  return found;
}

/** The suspicions that new records may change: of documents with new attributions; all, if there are new derivations. */
async function touchedSuspicions(run: Run, { attributions, derivations }: Bundle, at: number): Promise<Suspicion[]> {
  if (derivations.length > 0) return (await run({ text: ALL_SUSPECTED, parameters: { at } })) as never;
  const places = new Set(attributions.flatMap(({ document }) => document ?? []));
  if (places.size === 0 || (await run({ text: ANY_SUSPECTED, parameters: { at } })).length === 0) return [];
  const read = async (some: Iterable<string>) =>
    (await batched(run, SUSPECTED, [...new Set(some)], { at })) as unknown as Suspicion[];
  // Both documents of a pair carry the flag.
  return read((await read(places)).flatMap((flag) => flag.documents ?? []));
}

/** The documents that state wrong dates in their own name, with the flags that are about what stands in them. */
async function erringDocuments(run: Run, claims: readonly string[], at: number): Promise<ErringDocument[]> {
  const errors = await readErrors(run, claims, at);
  const stating = await readStatingDocuments(run, [...new Set(errors.map(({ claim }) => claim))], at);
  const named = errors.flatMap(({ grounds }) => grounds.flatMap(({ among = [] }) => among));
  const places = new Map(
    (await batched(run, PLACES, [...new Set(named)])).map(({ id, place }) => [id as string, place as string]),
  );
  const isAbout = ({ claim, grounds }: DateError, document: string) =>
    grounds
      .filter((ground) => ground.claim === claim)
      .every(
        ({ document: place = document, among }) =>
          place === document && (among?.some((id) => places.get(id) === document) ?? true),
      );
  return errors.flatMap((error) =>
    (stating.get(error.claim) ?? [])
      .filter(({ document }) => isAbout(error, document))
      .map((one) => ({ stating: one, error })),
  );
}

/** The errors on claims. That it came out too early is said of each document; others share what one flag says. */
async function readErrors(run: Run, claims: readonly string[], at: number): Promise<DateError[]> {
  const rows = await batched(run, ERRORS, [...new Set(claims)], { at, errors: DATE_ERRORS });
  return [...grouped(rows, ({ id }) => id as string)].map(([id, rowsOfOne]) => {
    const { kind, about } = rowsOfOne[0] as { readonly kind: DateError['kind']; readonly about: string };
    const isOfDocument = rowsOfOne.some(({ document }) => document !== null);
    const grounds = rowsOfOne.map(
      ({ grounded: ground, document, some }) =>
        ({ claim: ground, ...(document !== null && { document }), ...(some !== null && { among: some }) }) as Ground,
    );
    return { kind, claim: about, fact: isOfDocument ? `${about} ${kind}` : id, grounds };
  });
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
  const origins = await readClosure(
    run,
    ORIGINS,
    [...documents, ...kept.map(({ said }) => said as string)],
    parameters,
  );
  const families = await readFamilies(run, documents);
  const cited = grouped(
    await batched(run, CITED, documents, parameters),
    ({ id }) => id as string,
    ({ place }) => place as string,
  );
  return new Map(
    shared.map(([claim, rowsOfOne]) => [
      claim,
      [...grouped(rowsOfOne, ({ document }) => document as string)].map(([document, own]) => ({
        ...{ document, claim },
        speakers: [...new Set(own.map(({ speaker }) => speaker as string))].sort(),
        topOwner: families.ofDocument(document),
        origins: reachableFrom([document, ...own.map(({ said }) => said as string)], (id) => origins.get(id) ?? []),
        cites: new Set(cited.get(document)),
      })),
    ]),
  );
}
