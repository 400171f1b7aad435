import type { GateRules } from '../cypher/gate.ts';
import type { Viewer } from '../cypher/scope.ts';
import { COUNTED_BASES, eachOnce, GatedClauses, RECORD_TIME } from './gated-clauses.ts';

/** How far relations between claims, citations across claims and copies of copies are followed. */
const STEPS = { relations: 4, opposed: 2, same: 2, citations: 5, copies: 3 };

/**
 * The statement that fetches the subgraph around claims, one row for each record time that is asked for: the claims
 * joined to them, all that was said of these with what it goes back to, and the denials of their parts. Lists instead
 * of maps keep the rows short; `readSubgraph` knows their order. The far ends of edges carry no labels, which the types of
 * edges imply: an almost empty Neo4j would scan the label for each row, and keep that plan when the graph has grown.
 */
export function subgraphText(gates: GateRules, viewer: Viewer): string {
  const clauses = new GatedClauses(gates, viewer);
  clauses.lines.push('UNWIND $requests AS request', `WITH request[0] AS ${RECORD_TIME}, request[1] AS asked`);
  claims(clauses);
  count(clauses);
  denials(clauses);
  attributions(clauses);
  readings(clauses);
  documents(clauses);
  actors(clauses);
  const ids = (nodes: string) => `[n IN ${nodes} | n.id]`;
  clauses.lines.push(
    `WITH *, ${ids('claims')} AS fetched, ${ids(`further${STEPS.citations}`)} AS farthest`,
    `RETURN ${RECORD_TIME} AS recorded, counted, [${TABLES.join(', ')}] AS tables`,
  );
  return clauses.lines.join('\n');
}

/** What the statement returns, in this order. */
export const TABLES = [
  'relations',
  'parts',
  'covers',
  'attributions',
  'places',
  'citations',
  'copies',
  'publishers',
  'people',
  'shields',
  'owners',
  'judgements',
  'fetched',
  'farthest',
] as const;

function claims(clauses: GatedClauses): void {
  clauses.call(
    ['asked'],
    'UNWIND asked AS id',
    `MATCH (n:Node) WHERE n.id = id AND ${clauses.node('Node', 'n')}`,
    `CALL (n, at) { MATCH (n)-[:OF]->(c) WHERE ${clauses.node('Claim', 'c')} RETURN collect(c) AS made }`,
    'UNWIND CASE WHEN size(made) > 0 THEN made ELSE [n] END AS c',
    'RETURN collect(DISTINCT c) AS first',
  );
  const joined = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:SAME_AS|REFINES|ENTAILS]-(found)
 WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'found')} AND (type(r) = 'SAME_AS' OR endNode(r) = c)`,
  ];
  clauses.together(clauses.levels('first', 'joined', STEPS.relations, [], joined), 'nearby');
  const against = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:CONTRADICTS|CONTRARY_TO]-(found) WHERE ${clauses.edge('CONTRADICTS', 'r')} AND ${clauses.node('Claim', 'found')}`,
  ];
  const [, opposed] = clauses.levels('nearby', 'opposed', 1, [], against) as [string, string];
  clauses.together(['nearby', ...clauses.levels(opposed, 'beside', STEPS.opposed, [], joined)], 'connected');
}

/** Counts by what is stored, before anything is fetched; a count that is newer than the record time may be of more. */
function count(clauses: GatedClauses): void {
  clauses.call(
    ['connected'],
    'UNWIND connected AS c',
    'RETURN coalesce(sum(CASE WHEN c.viewAt > at THEN 0 ELSE coalesce(c.attributionCount, 0) END), 0) AS counted',
  );
  const few = (nodes: string) => `CASE WHEN counted > $most THEN [] ELSE ${nodes} END`;
  clauses.lines.push(`WITH *, ${few('nearby')} AS near, ${few('connected')} AS claims`);
}

function denials(clauses: GatedClauses): void {
  clauses.call(
    ['near'],
    'UNWIND near AS c',
    `MATCH way = (c)<-[:PART_OF*1..8]-(found) WHERE ${clauses.nodes('Claim', 'way')}`,
    'RETURN collect(DISTINCT found) AS parted',
  );
  const same = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:SAME_AS]-(found) WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'found')}`,
  ];
  clauses.together(clauses.levels('parted', 'alike', STEPS.same, [], same), 'within');
  clauses.call(
    ['near', 'within'],
    'UNWIND near + within AS c',
    `MATCH (c)<-[:OF|COVERS]-(found) WHERE found.stance = 'DENIES' AND ${clauses.node('Attribution', 'found')}`,
    `${eachOnce('found')} LIMIT $more`,
    'RETURN collect(found) AS denying',
  );
  clauses.call(
    ['denying'],
    'UNWIND denying AS a',
    `MATCH (a)-[e:OF|COVERS]->(c) WHERE (type(e) = 'OF' OR e.basis ${COUNTED_BASES}) AND ${clauses.node('Claim', 'c')}`,
    'RETURN collect([a.id, c.id]) AS covers, collect(DISTINCT c) AS covered',
  );
  clauses.together(['claims', ...clauses.levels('covered', 'same', STEPS.same, [], same)], 'reached');
  clauses.call(
    ['reached', 'within'],
    'UNWIND reached + within AS c',
    eachOnce('c'),
    `CALL (c, at) {
 MATCH (c)<-[:PART_OF]-(part) WHERE ${clauses.node('Claim', 'part')} RETURN c.id AS whole, part.id AS part
 UNION ALL
 MATCH (c)-[:PART_OF]->(w) WHERE ${clauses.node('Claim', 'w')}
 MATCH (w)<-[:PART_OF]-(part) WHERE ${clauses.node('Claim', 'part')} RETURN w.id AS whole, part.id AS part
}`,
    'RETURN collect([whole, part]) AS parts',
  );
}

function attributions(clauses: GatedClauses): void {
  clauses.call(
    ['claims'],
    'UNWIND claims AS c',
    `MATCH (c)<-[:OF]-(a) WHERE ${clauses.node('Attribution', 'a')}`,
    'WITH a LIMIT $more',
    'RETURN collect(a) AS own',
  );
  const further = (from: string) => [
    `UNWIND ${from} AS a`,
    `CALL (a, at) {
 MATCH (a)-[e:CITES]->(f) WHERE ${clauses.edge('CITES', 'e')} AND ${clauses.node('Attribution', 'f')} RETURN f
 UNION ALL
 MATCH (a)-[:BY]->(u) WHERE u.type = 'UnnamedSource' AND ${clauses.node('UnnamedSource', 'u')}
 MATCH (a)<-[e:CITES]-(f) WHERE ${clauses.edge('CITES', 'e')} AND ${clauses.node('Attribution', 'f')} RETURN f
}`,
    `MATCH (f)-[:OF]->(c) WHERE NOT c IN claims AND ${clauses.node('Claim', 'c')}`,
    `${eachOnce('f', 'found')} LIMIT $more`,
  ];
  const elsewhere = clauses.levels('own', 'further', STEPS.citations, ['claims'], further);
  clauses.together([...elsewhere, 'denying'], 'said');
}

/** What is read of each of them, and how their claims are joined. */
function readings(clauses: GatedClauses): void {
  const cell = (property: string) => clauses.bound('a', property);
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    `MATCH (a)-[:OF]->(c) WHERE ${clauses.node('Claim', 'c')}`,
    `MATCH (a)-[:BY]->(who) WHERE ${clauses.node('Actor', 'who')}`,
    `RETURN collect([a.id, c.id, who.id, a.stance, ${cell('saidEarliest')}, ${cell('saidLatest')}, a.saidAt, a.saidAsc, a.sourcesMin, a.sourcesMax]) AS attributions,
 collect(DISTINCT who) AS speakers, collect(DISTINCT c) AS spoken`,
  );
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    `MATCH (a)-[e:CITES]->(f) WHERE ${clauses.edge('CITES', 'e')} AND ${clauses.node('Attribution', 'f')}`,
    'RETURN collect([a.id, f.id, e.joint]) AS citations',
  );
  clauses.call(
    ['spoken', 'reached'],
    'UNWIND reached + spoken AS c',
    eachOnce('c'),
    `MATCH (c)-[r:SAME_AS|REFINES|ENTAILS|CONTRADICTS|CONTRARY_TO]-(d)
 WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'd')}`,
    'RETURN collect(CASE WHEN endNode(r) = c THEN [d.id, type(r), c.id] ELSE [c.id, type(r), d.id] END) AS relations',
  );
}

function documents(clauses: GatedClauses): void {
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    `MATCH (a)-[:APPEARS_IN]->(d) WHERE ${clauses.node('Document', 'd')}`,
    'RETURN collect([a.id, d.id, d.read]) AS places, collect(DISTINCT d) AS origin0',
  );
  const [levels, copies] = [['origin0'], [] as string[]];
  for (let step = 1; step <= STEPS.copies; step++) {
    const from = levels.at(-1) as string;
    clauses.call(
      [from],
      `UNWIND ${from} AS d`,
      `MATCH (d)-[e:DERIVED_FROM]->(f)
 WHERE ${clauses.copied('e')} AND ${clauses.node('Document', 'f')}`,
      `RETURN collect([d.id, f.id, f.read]) AS copies${step}, collect(DISTINCT f) AS origin${step}`,
    );
    levels.push(`origin${step}`);
    copies.push(`copies${step}`);
  }
  clauses.call(
    levels,
    `UNWIND ${levels.join(' + ')} AS d`,
    eachOnce('d'),
    `MATCH (d)-[:PUBLISHED_BY]->(o) WHERE ${clauses.node('Organization', 'o')}`,
    'RETURN collect([d.id, o.id]) AS publishers, collect(DISTINCT o) AS publishing',
  );
  clauses.lines.push(`WITH *, ${copies.join(' + ')} AS copies`);
}

function actors(clauses: GatedClauses): void {
  clauses.call(
    ['speakers'],
    'UNWIND speakers AS u',
    `MATCH (u)-[:SHIELDED_BY]->(o) WHERE ${clauses.node('Organization', 'o')}`,
    'RETURN collect([u.id, o.id]) AS shields, collect(DISTINCT o) AS shielding',
  );
  clauses.call(
    ['speakers', 'publishing', 'shielding'],
    'UNWIND speakers + publishing + shielding AS o',
    `MATCH way = (o)-[:FAMILY*1..4]->(above) WHERE ${clauses.nodes('Organization', 'way')}`,
    'RETURN collect(DISTINCT above) AS owning',
  );
  clauses.call(
    ['owning'],
    'UNWIND owning AS above',
    `MATCH way = (above)<-[:FAMILY*1..4]-(o) WHERE ${clauses.nodes('Organization', 'way')}`,
    eachOnce('o'),
    `MATCH (o)-[:FAMILY]->(above) WHERE ${clauses.node('Organization', 'above')}`,
    'RETURN collect([o.id, above.id]) AS owners',
  );
  clauses.call(
    ['speakers', 'publishing', 'owning'],
    'UNWIND speakers + publishing + owning AS o',
    eachOnce('o'),
    'RETURN collect([o.id, o.type, o.kind, o.name, o.countMin, o.countMax]) AS people',
  );
  clauses.call(
    ['speakers'],
    'UNWIND speakers AS u',
    `MATCH (u)-[j:JUDGED]-(v) WHERE j.verdict = 'DIFFERENT' AND ${clauses.edge('JUDGED', 'j')} AND ${clauses.node('Actor', 'v')}`,
    'RETURN collect([u.id, v.id]) AS judgements',
  );
}
