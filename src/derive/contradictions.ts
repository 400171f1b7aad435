import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import {
  type FoundContradiction,
  type Opposition,
  RULES,
  relationContradiction,
  stanceContradiction,
} from '../rules/contradictions.ts';
import { disagreement, isFunctional } from '../rules/functional-predicates.ts';
import { selfContradictions } from '../rules/self-contradictions.ts';
import { COUNTED } from '../rules/stances.ts';
import { contradictionRows } from '../store/finding-rows.ts';
import { edgeRow, type Stamp } from '../store/rows.ts';
import { writeEdges, writeRows } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';
import { changedFindings } from './changed-findings.ts';
import { readClaimsIn, readVersions } from './document-versions.ts';
import {
  type PositionQuery,
  readCreators,
  readOppositions,
  readPositions,
  readSiblings,
  twoSided,
} from './rule-queries.ts';

/** New records, and the claims whose sides they can have changed. */
export interface ChangedSides {
  readonly added: BundleIndex;
  readonly claims: readonly string[];
}

/** What the rules found, and the claims on which they looked for everybody who contradicts themselves. */
export interface SearchedContradictions {
  readonly found: readonly FoundContradiction[];
  readonly searched: readonly string[];
}

/**
 * Finds the contradictions of new records, once the sides of all attributions are renewed, and stores them in the same
 * transaction. Returns everything found, including contradictions that are stored already. Those stay: whether both sides
 * are visible depends on the times that a reader asks for.
 */
export async function findContradictions(
  run: Run,
  { added, claims }: ChangedSides,
  stamp: Stamp,
): Promise<SearchedContradictions> {
  const { bundle, addressedClaims } = added;
  const derived = await relateByRule(run, bundle.claims, stamp);
  const related = [...bundle.relations.filter(opposes).map((one) => withDefaults(one, stamp.by)), ...derived];
  const changed = [...new Set([...addressedClaims, ...claims])];
  const stances = (await twoSided(run, changed, stamp.at)).map((claim) => stanceContradiction(claim, stamp.by));
  const searched = await claimsInNewVersions(run, bundle);
  const own = await findSelfContradictions(run, bundle.attributions, related, searched, stamp.at);
  const found = [...stances, ...byClaims(related).map(relationContradiction), ...own];
  await storeContradictions(run, found, stamp);
  return { found, searched };
}

/** Whether a relation opposes two claims; what a rule or a model suggests does not. */
function opposes({ kind, basis }: Bundle['relations'][number]): boolean {
  return (kind === 'CONTRADICTS' || kind === 'CONTRARY_TO') && COUNTED.some((one) => one === basis);
}

function withDefaults({ from, to, kind, basis, reason }: Bundle['relations'][number], by: string): Opposition {
  return { from, to, kind: kind as Opposition['kind'], basis, by, reason: reason ?? null };
}

/** Finds new claims that cannot be right together with others, and stores their relations. Returns these relations. */
async function relateByRule(run: Run, claims: Bundle['claims'], { at }: Stamp): Promise<Opposition[]> {
  const added = new Set(claims.map(({ id }) => id));
  const kinds = claims.flatMap(({ subject, predicate }) =>
    subject !== undefined && predicate !== undefined && isFunctional(predicate) ? [{ subject, predicate }] : [],
  );
  const groups = [...grouped(kinds, ({ subject, predicate }) => `${predicate} ${subject}`).values()];
  const siblings = await readSiblings(
    run,
    groups.flatMap(([first]) => first ?? []),
    at,
  );
  const found = [...grouped(siblings, ({ subject, predicate }) => `${predicate} ${subject}`).values()].flatMap(
    (group) =>
      group.flatMap((one) =>
        group.flatMap((other): Opposition[] => {
          const reason = one.id < other.id && (added.has(one.id) || added.has(other.id)) && disagreement(one, other);
          if (!reason) return [];
          return [{ from: one.id, to: other.id, kind: 'CONTRARY_TO', basis: 'RULE', by: RULES.functional, reason }];
        }),
      ),
  );
  const existing = await readOppositions(run, [...new Set(found.map(({ from }) => from))], at);
  const opposed = new Set(existing.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const derived = found.filter(({ from, to }) => !opposed.has(`${from} ${to}`));
  await writeEdges(
    run,
    derived.map(({ from, to, kind, ...rest }) =>
      edgeRow(kind, from, to, { ...rest, at, recorded: at, superseded: NEVER }),
    ),
  );
  return derived;
}

/** The claims of documents that turn out to be versions of one: what contradicted itself between them is a correction. */
async function claimsInNewVersions(run: Run, { derivations }: Bundle): Promise<string[]> {
  const updated = derivations.filter(({ kind }) => kind === 'UPDATE').flatMap(({ document, from }) => [document, from]);
  const versionsOf = await readVersions(run, [...new Set(updated)]);
  return readClaimsIn(run, [...new Set(updated.flatMap((document) => [...versionsOf(document)]))]);
}

/** The speakers and documents that contradict themselves by new attributions, by new relations, or on `whole` claims. */
async function findSelfContradictions(
  run: Run,
  attributions: Bundle['attributions'],
  related: readonly Opposition[],
  whole: readonly string[],
  at: number,
): Promise<FoundContradiction[]> {
  const queries = queriesOf(attributions, [...related.flatMap(({ from, to }) => [from, to]), ...whole]);
  const oppositions = await readOppositions(run, [...queries.keys()], at);
  const search = async (positionQueries: readonly PositionQuery[]) => {
    const positions = await readPositions(run, positionQueries, at);
    const documents = [...new Set(positions.flatMap(({ document }) => document ?? []))];
    const [creatorsOf, versionsOf] = [await readCreators(run, documents), await readVersions(run, documents)];
    const areVersions = (one: string, other: string) => versionsOf(one).has(other);
    return selfContradictions(positions, oppositions, { creatorsOf, areVersions });
  };
  const wanted = withOpposed(queries, oppositions);
  const found = await search(wanted);
  const within = [...new Set(found.flatMap(({ sides }) => sides.flatMap(({ document }) => document ?? [])))];
  if (within.length === 0) return found;
  // What a document says of itself names all of its attributions, not only those of the speakers that were asked for.
  return search(wanted.map((query) => ({ ...query, documents: [...new Set([...query.documents, ...within])] })));
}

/** Whose positions to read, by claim: those of new speakers and documents, or everybody's if the claim is among `all`. */
function queriesOf(attributions: Bundle['attributions'], all: readonly string[]): Map<string, PositionQuery> {
  const addressing = attributions.flatMap(({ claim, covers, actor, document }) =>
    [claim, ...covers].map((id) => ({ id, actor, document })),
  );
  const byClaim = grouped(addressing, ({ id }) => id);
  const whole = new Set(all);
  const query = (claim: string): PositionQuery => {
    const own = byClaim.get(claim) ?? [];
    return {
      claim,
      speakers: [...new Set(own.map(({ actor }) => actor))],
      documents: [...new Set(own.flatMap(({ document }) => document ?? []))],
      all: whole.has(claim),
    };
  };
  return new Map([...new Set([...byClaim.keys(), ...whole])].map((claim) => [claim, query(claim)]));
}

/** The same queries, and for the opposed claims queries with the same speakers and documents. */
function withOpposed(queries: ReadonlyMap<string, PositionQuery>, oppositions: readonly Opposition[]): PositionQuery[] {
  const pairs = oppositions.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]);
  const opposing = grouped(
    pairs.filter(([one]) => queries.has(one)),
    ([, other]) => other,
    ([one]) => queries.get(one) as PositionQuery,
  );
  return [...new Set([...queries.keys(), ...opposing.keys()])].map((claim) => {
    const own = queries.get(claim);
    const all = [...(own ? [own] : []), ...(opposing.get(claim) ?? [])];
    return {
      claim,
      speakers: [...new Set(all.flatMap(({ speakers }) => speakers))],
      documents: [...new Set(all.flatMap(({ documents }) => documents))],
      all: all.some((query) => query.all),
    };
  });
}

/** Relations sorted by their claims, so that of two equal ones the same is always first. */
function byClaims(related: readonly Opposition[]): Opposition[] {
  const name = ({ from, to }: Opposition) => `${from} ${to}`;
  return [...related].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

/** Stores the contradictions that are not stored yet; those that rest on other attributions now take the place of the old. */
export async function storeContradictions(run: Run, found: readonly FoundContradiction[], stamp: Stamp): Promise<void> {
  const changed = await changedFindings(run, 'Contradiction', found, stamp);
  await writeRows(run, contradictionRows(changed, stamp));
}
