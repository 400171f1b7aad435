import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { type Correction, correctedBy, type Retraction, retractedBy, type Said } from '../rules/takings-back.ts';
import { batched } from '../store/batched.ts';
import { edgeRow, isCurrent } from '../store/rows.ts';
import { writeEdges } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';
import { readOlderVersions, readVersions } from './document-versions.ts';
import { readFamilies } from './publisher-families.ts';
import { readSameClaims } from './same-claims.ts';

const cells = (said: string, claim: string) =>
  `${said}.id AS id, ${claim}.id AS claim, ${said}.speaker AS speaker, ${said}.within AS document, ${said}.saidAsc AS saidAt`;

const ofClaims = (condition: string) => `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(said) WHERE ${isCurrent('said')} AND said.basis IN $counted AND ${condition} RETURN said }
CALL (said) {
  MATCH (said)-[:BY]->(actor) WHERE ${isCurrent('actor')} RETURN actor LIMIT 1
}
CALL (actor) { MATCH (actor)-[:SHIELDED_BY]->(shield) WHERE ${isCurrent('shield')} RETURN collect(shield.id) AS shields }
RETURN ${cells('said', 'n')}, said.stance AS stance, actor.kind AS kind, shields`;

/** The attributions on claims that take something back. */
const LATER = ofClaims("said.stance IN ['RETRACTS', 'CORRECTS']");
const ON_CLAIMS = ofClaims("said.stance <> 'RETRACTS'");

const CORRECTIONS_IN = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')} AND said.stance = 'CORRECTS' RETURN said }
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
RETURN DISTINCT claim.id AS claim`;

const IN_DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')} AND said.stance <> 'RETRACTS' AND said.basis IN $counted
  RETURN said
}
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
RETURN ${cells('said', 'claim')}`;

const OPPOSED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CONTRADICTS|CONTRARY_TO]-(m) WHERE e.basis IN $counted AND ${isCurrent('e')} AND ${isCurrent('m')}
  RETURN DISTINCT m.id AS opposed
}
RETURN id, opposed`;

const KINDS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.predicate IS NOT NULL
CALL (n) { MATCH (n)-[:SUBJECT]->(subject) WHERE ${isCurrent('subject')} RETURN subject }
RETURN id, subject.id + ' ' + n.predicate AS kind`;

const TAKEN_BACK = `UNWIND $rows AS id
MATCH (later:Node) WHERE later.key = id
CALL (later) {
  MATCH (later)-[back:TAKES_BACK]->(said) WHERE ${isCurrent('back')} AND ${isCurrent('said')} RETURN said
}
RETURN id AS later, said.id AS said`;

const END = `UNWIND $rows AS row
MATCH (later:Node) WHERE later.key = row.later
CALL (later, row) { MATCH (later)-[back:TAKES_BACK]->(said) WHERE said.key = row.said AND ${isCurrent('back')} RETURN back }
SET back.superseded = $at`;

type Later = Said & { readonly stance: string; readonly kind: string | null };

/**
 * Renews the edges that lead from a retraction, or from a correction in a newer version of a document, to what it takes
 * back. `claims` are those whose attributions may have changed.
 */
export async function renewTakingsBack(
  run: Run,
  { attributions, derivations }: Bundle,
  claims: readonly string[],
  at: number,
): Promise<void> {
  const updated = derivations.filter(({ kind }) => kind === 'UPDATE').flatMap(({ document, from }) => [document, from]);
  const places = [...new Set([...updated, ...attributions.flatMap(({ document }) => document ?? [])])];
  const versionsOf = await readVersions(run, places);
  const versions = new Set(places.map(versionsOf).flatMap((all) => (all.size > 1 ? [...all] : [])));
  const corrected = await batched(run, CORRECTIONS_IN, [...versions]);
  const all = [...new Set([...claims, ...corrected.map(({ claim }) => claim as string)])];
  const later = (await batched(run, LATER, all, { counted: COUNTED })) as unknown as Later[];
  if (later.length === 0) return;
  const sameAs = await readSameClaims(
    run,
    later.map(({ claim }) => claim),
  );
  const pairs = [...(await retracted(run, later, sameAs)), ...(await correctedOnes(run, later, sameAs))];
  await storePairs(run, later, pairs, at);
}

type Pair = readonly [later: string, said: string];
type ClaimsOf = (claim: string) => ReadonlySet<string>;

async function retracted(run: Run, later: readonly Later[], sameAs: ClaimsOf): Promise<Pair[]> {
  const retractions = later.filter(({ stance }) => stance === 'RETRACTS');
  const claims = new Set(retractions.flatMap(({ claim }) => [...sameAs(claim)]));
  const said = (await batched(run, ON_CLAIMS, [...claims], { counted: COUNTED })) as unknown as Said[];
  const documents = [...retractions, ...said].flatMap(({ document }) => document ?? []);
  const families = await readFamilies(run, [...documents, ...retractions.map(({ speaker }) => speaker)]);
  const onClaim = grouped(said, ({ claim }) => claim);
  return retractions.flatMap((one) => {
    const retraction: Retraction = { ...one, isOutlet: one.kind === 'OUTLET' || one.kind === 'AGENCY' };
    const near = [...sameAs(one.claim)].flatMap((claim) => onClaim.get(claim) ?? []);
    return retractedBy(retraction, near, families).map(({ id }): Pair => [one.id, id]);
  });
}

async function correctedOnes(run: Run, later: readonly Later[], sameAs: ClaimsOf): Promise<Pair[]> {
  const corrections = later.filter(({ stance, document }) => stance === 'CORRECTS' && document !== null);
  const olderThan = await readOlderVersions(run, [...new Set(corrections.map(({ document }) => document as string))]);
  const older = new Set(corrections.flatMap(({ document }) => [...olderThan(document as string)]));
  if (older.size === 0) return [];
  const said = (await batched(run, IN_DOCUMENTS, [...older], { counted: COUNTED })) as unknown as Said[];
  const claims = [...new Set([...said, ...corrections].map(({ claim }) => claim))];
  const kinds = new Map((await batched(run, KINDS, claims)).map(({ id, kind }) => [id as string, kind as string]));
  const opposed = grouped(await batched(run, OPPOSED, claims, { counted: COUNTED }), ({ id }) => id as string);
  return corrections.flatMap((one) => {
    const correction: Correction = {
      ...one,
      olderVersions: olderThan(one.document as string),
      near: new Set([...sameAs(one.claim), ...(opposed.get(one.claim) ?? []).map((row) => row.opposed as string)]),
    };
    return correctedBy(correction, said, (claim) => kinds.get(claim)).map(({ id }): Pair => [one.id, id]);
  });
}

async function storePairs(run: Run, later: readonly Later[], pairs: readonly Pair[], at: number): Promise<void> {
  const ids = [...new Set(later.map(({ id }) => id))];
  const stored = (await batched(run, TAKEN_BACK, ids)).map((row): Pair => [row.later as string, row.said as string]);
  const name = ([one, said]: Pair) => `${one} ${said}`;
  const [known, wanted] = [new Set(stored.map(name)), new Map(pairs.map((pair) => [name(pair), pair]))];
  const outdated = stored.filter((pair) => !wanted.has(name(pair))).map(([one, said]) => ({ later: one, said }));
  await batched(run, END, outdated, { at });
  const added = [...wanted].filter(([key]) => !known.has(key));
  await writeEdges(
    run,
    added.map(([, [one, said]]) => edgeRow('TAKES_BACK', one, said, { recorded: at, superseded: NEVER })),
  );
}
