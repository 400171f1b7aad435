import { COUNTED_BASES, eachOnce, type GatedClauses } from './gated-clauses.ts';

/** How far citations (each step two at once) and citers of unnamed sources are followed. */
const STEPS = { citations: 3, citers: 2 };

/** How many newer versions of a document are followed, one after another. */
const MOST_VERSIONS = 3;

/**
 * What was said of the claims, what that cites, and who else cites the unnamed sources among it. What was retracted or
 * only suggested is fetched as well: whoever goes back to it has lost their trail.
 */
export function writeAttributions(clauses: GatedClauses): void {
  clauses.call(
    ['claims'],
    'UNWIND claims AS c',
    `MATCH (c)<-[:OF]-(a) WHERE ${clauses.everRecorded('a')} AND a.basis ${COUNTED_BASES}`,
    'WITH a LIMIT $more',
    'RETURN collect(a) AS own',
  );
  const cited = (from: string) => [
    `UNWIND ${from} AS a`,
    `MATCH (a)-[:CITES*1..2]->(found) WHERE ${clauses.everRecorded('found')}`,
    `${eachOnce('found')} LIMIT $more`,
  ];
  const citing = (from: string) => [
    `UNWIND ${from} AS a`,
    "MATCH (a)-[:BY]->(u) WHERE u.type = 'UnnamedSource'",
    `MATCH (a)<-[:CITES]-(found) WHERE found.basis ${COUNTED_BASES} AND ${clauses.everRecorded('found')}`,
    `${eachOnce('found')} LIMIT $more`,
  ];
  clauses.together(['own', 'denying'], 'direct');
  clauses.together(clauses.levels('direct', 'cited', STEPS.citations, [], cited), 'back');
  const citers = clauses.levels('back', 'citing', STEPS.citers, [], citing);
  clauses.together(citers.slice(1), 'around');
  clauses.together(['back', ...clauses.levels('around', 'further', 1, [], cited)], 'heard');
}

/** Who took back what was said: retractions of the same claims, and corrections in newer versions of the documents. */
export function writeTakenBack(clauses: GatedClauses): void {
  clauses.call(
    ['heard'],
    'UNWIND heard AS a',
    'MATCH (a)-[:OF]->(told)',
    eachOnce('told'),
    `MATCH (told)-[:SAME_AS*0..2]-(c) WHERE ${clauses.node('Claim', 'c')}`,
    'RETURN collect(DISTINCT c) AS equals',
  );
  clauses.call(
    ['equals', 'claims'],
    'UNWIND [c IN equals WHERE NOT c IN claims] AS c',
    `MATCH (c)<-[:OF]-(r) WHERE r.stance = 'RETRACTS' AND ${clauses.counted('r')}`,
    'RETURN collect(r) AS retracting',
  );
  clauses.call(['heard'], 'UNWIND heard AS a', 'MATCH (a)-[:APPEARS_IN]->(d)', 'RETURN collect(DISTINCT d) AS pages0');
  clauses.call(
    ['pages0'],
    'UNWIND pages0 AS d',
    `MATCH way = (d)<-[:DERIVED_FROM*1..${MOST_VERSIONS}]-(found)
 WHERE all(e IN relationships(way) WHERE e.kind = 'UPDATE')`,
    'RETURN collect(DISTINCT found) AS newer',
  );
  clauses.call(
    ['newer'],
    'UNWIND newer AS d',
    `MATCH (d)<-[:APPEARS_IN]-(k) WHERE k.stance = 'CORRECTS' AND ${clauses.counted('k')}`,
    'RETURN collect(k) AS correcting',
  );
  clauses.together(['heard', 'retracting', 'correcting'], 'said');
}

/** What is read of each of them, and how their claims are joined. */
export function writeReadings(clauses: GatedClauses): void {
  const cell = (property: string) => clauses.bound('a', property);
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    'MATCH (a)-[:OF]->(c)',
    `MATCH (a)-[:BY]->(who) WHERE ${clauses.node('Actor', 'who')} OR NOT (${clauses.node('Attribution', 'a')})`,
    `RETURN collect([a.id, c.id, who.id, a.stance, ${cell('saidEarliest')}, ${cell('saidLatest')}, a.saidAt, a.saidAsc, a.sourcesMin, a.sourcesMax, a.basis, ${clauses.node('Attribution', 'a')}]) AS attributions,
 collect(DISTINCT who) AS speakers, collect(DISTINCT c) AS spoken`,
  );
  clauses.call(
    ['said'],
    'UNWIND [a IN said WHERE a.superseded <= at] AS a',
    `MATCH (a)<-[:REPLACES]-(n) WHERE ${clauses.everRecorded('n')}`,
    'RETURN collect(a.id) AS replaced',
  );
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    `MATCH (a)-[e:CITES]->(f) WHERE ${clauses.edge('CITES', 'e')} AND ${clauses.everRecorded('f')}`,
    `RETURN collect([a.id, f.id, e.joint, ${clauses.node('Attribution', 'a')}]) AS citations`,
  );
  clauses.call(
    ['spoken', 'claims', 'denied', 'equals'],
    'UNWIND claims + denied + spoken + equals AS c',
    eachOnce('c'),
    `MATCH (c)-[r:SAME_AS|REFINES|ENTAILS|CONTRADICTS|CONTRARY_TO]-(d)
 WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'd')}`,
    'RETURN collect(CASE WHEN endNode(r) = c THEN [d.id, type(r), c.id] ELSE [c.id, type(r), d.id] END) AS relations',
  );
  clauses.call(
    ['spoken', 'correcting'],
    'UNWIND CASE WHEN size(correcting) > 0 THEN spoken ELSE [] END AS c',
    'MATCH (c)-[:SUBJECT]->(s) WHERE c.predicate IS NOT NULL',
    'RETURN collect([c.id, s.id, c.predicate]) AS topics',
  );
}
