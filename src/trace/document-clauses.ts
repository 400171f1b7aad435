import { eachOnce, type GatedClauses } from './gated-clauses.ts';

/** How many derivations of a document are followed, one after another. */
const MOST_COPIES = 5;

/** The documents in which it was said, and those that they are taken from. */
export function writeDocuments(clauses: GatedClauses): void {
  clauses.call(
    ['said'],
    'UNWIND said AS a',
    'MATCH (a)-[:APPEARS_IN]->(d)',
    `RETURN collect([a.id, d.id, ${clauses.node('Attribution', 'a')}]) AS places, collect(DISTINCT d) AS origin0`,
  );
  const back = (from: string) => [
    `UNWIND ${from} AS d`,
    `MATCH (d)-[e:DERIVED_FROM]-(found)
 WHERE startNode(e) = d OR e.kind = 'SAME_TEXT'`,
  ];
  clauses.together(clauses.levels('origin0', 'origin', MOST_COPIES, [], back), 'behind');
  clauses.call(
    ['behind', 'newer'],
    'UNWIND behind + newer AS d',
    eachOnce('d'),
    `MATCH (d)-[e:DERIVED_FROM]->(f) WHERE ${clauses.edge('DERIVED_FROM', 'e')} AND ${clauses.node('Document', 'f')}`,
    'RETURN collect([d.id, e.kind, f.id]) AS copies',
  );
  clauses.call(
    ['behind'],
    'UNWIND behind AS d',
    `MATCH (d)-[:PUBLISHED_BY]->(o) WHERE ${clauses.node('Organization', 'o')}`,
    'RETURN collect([d.id, o.id]) AS publishers, collect(DISTINCT o) AS publishing',
  );
  clauses.call(
    ['behind'],
    'UNWIND behind AS d',
    'MATCH (d)-[:AUTHORED_BY]->(o)',
    'RETURN collect([d.id, o.id]) AS writers',
  );
  clauses.lines.push(
    `WITH *, [d IN behind WHERE ${clauses.node('Document', 'd')} | [d.id, d.read, d.title, d.publishedAt, d.publishedAsc]] AS pages`,
  );
}

/** Who speaks, publishes and shields, and who owns whom. */
export function writeActors(clauses: GatedClauses): void {
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
    `${eachOnce('o')} WHERE ${clauses.node('Actor', 'o')}`,
    'RETURN collect([o.id, o.type, o.kind, o.name, o.countMin, o.countMax]) AS people',
  );
  clauses.call(
    ['speakers'],
    'UNWIND speakers AS u',
    `MATCH (u)-[j:JUDGED]-(v) WHERE j.verdict = 'DIFFERENT' AND ${clauses.edge('JUDGED', 'j')} AND ${clauses.node('Actor', 'v')}`,
    'RETURN collect([u.id, v.id]) AS judgements',
  );
}
