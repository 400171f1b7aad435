import { boundOf, type GateRules, gate } from '../cypher/gate.ts';
import { type Scope, timeVariables } from '../cypher/scope.ts';
import type { Writer } from '../cypher/writer.ts';

/** What joins a claim to others, whose attributions can change its marks, and to denials of others that cover it. */
const JOINED = 'SAME_AS|REFINES|ENTAILS|CONTRADICTS|CONTRARY_TO|PART_OF|COVERS';

/**
 * Clauses after which a variable says whether what is stored of a row's trace holds as of the said time of the scope as
 * well: its claim is joined to no other, all that was said of it was said by then, nothing of it cites what was said of
 * another claim or is cited there, where it may have been taken back since, and no newer version of a document can correct
 * it. Everything else has to be traced.
 */
export function settledMarks(
  gates: GateRules,
  writer: Writer,
  self: string,
  type: string,
  scope: Scope,
): { lines: string[]; settled: string } {
  const [claim, said, other, settled] = writer.variables(4);
  const { until, undated } = scope.said ?? { until: 'null', undated: false };
  const bound = boundOf(said, undated ? 'saidEarliest' : 'saidLatest', scope);
  const later = [...gate(gates, 'Attribution', said, { ...scope, said: null }), `${bound} > ${until}`];
  const times = timeVariables(scope).join(', ');
  const claimOf = type === 'Claim' ? `WITH ${self} AS ${claim}, ${times}` : `MATCH (${self})-[:OF]->(${claim})`;
  const lines = [
    `CALL (${self}, ${times}) {`,
    `CALL (${self}, ${times}) {`,
    claimOf,
    `MATCH (${claim})<-[:OF]-(${said}) WHERE ${later.join(' AND ')}`,
    `RETURN ${said}.id AS ${other} LIMIT 1`,
    'UNION ALL',
    claimOf,
    `MATCH (${claim})-[:${JOINED}]-(joined)`,
    `RETURN joined.id AS ${other} LIMIT 1`,
    'UNION ALL',
    claimOf,
    `MATCH (${claim})<-[:OF]-(own)-[:CITES]-(cited)-[:OF]->(elsewhere) WHERE elsewhere.id <> ${claim}.id`,
    `RETURN elsewhere.id AS ${other} LIMIT 1`,
    'UNION ALL',
    claimOf,
    `MATCH (${claim})<-[:OF]-(own)-[:APPEARS_IN]->(page)<-[version:DERIVED_FROM]-(newer) WHERE version.kind = 'UPDATE'`,
    `RETURN newer.id AS ${other} LIMIT 1`,
    '}',
    `RETURN count(${other}) = 0 AS ${settled}`,
    '}',
  ];
  return { lines, settled };
}
