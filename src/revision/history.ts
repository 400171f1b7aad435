import type { FieldNode } from 'graphql';
import { RELATION_KINDS } from '../claim/mapping.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { pageRows, readListing } from '../cypher/computed-list.ts';
import { gate, wasEverRecorded } from '../cypher/gate.ts';
import type { Asked, Computed, ComputedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { pageOf } from '../cypher/page.ts';
import { timeVariables } from '../cypher/scope.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';

const NAME = 'Query.history';

/** Edges that come and go by themselves: a change of one is a change of what it ties. */
const TIES = [...RELATION_KINDS, 'DERIVED_FROM', 'JUDGED'].join('|');

/** The changes of one record, and of all that are shown as it, by the times at which its versions and what ties them to others began and ended. */
export const history: ComputedField = { kind: 'computed', check, rows: pageRows, compute };

function check(args: Arguments, node: FieldNode): void {
  pageOf(NAME, args, node);
}

function compute(asked: Asked): Promise<Computed> {
  const id = asked.args.id as string;
  return readListing(
    asked,
    NAME,
    (statement) => ({
      lines: times(statement, id),
      kept: [...timeVariables(statement.scope), 'key', 'id', 'tie'],
      key: 'key',
      tie: 'tie',
      cells: ['id'],
    }),
    ([revision]) => new NodeRef(revision as string),
  );
}

/** Every time at which something about the record changed, as `key`, once. */
function times({ compilation, scope }: OpenStatement, id: string): string[] {
  const { writer } = compilation;
  const { now } = scope;
  const ends = (variable: string) =>
    `CASE WHEN ${variable}.superseded <= ${now} THEN [${variable}.superseded] ELSE [] END`;
  return [
    `CALL (${timeVariables(scope).join(', ')}) {`,
    `MATCH (n:Node) WHERE n.id = ${writer.parameter(id)} AND ${wasEverRecorded('n', scope)} RETURN n`,
    'UNION ALL',
    `MATCH (m:Merged) WHERE m.into = ${writer.parameter(id)} AND ${wasEverRecorded('m', scope)} AND m.superseded > ${now}`,
    `MATCH (n:Node) WHERE n.id = m.id AND ${wasEverRecorded('n', scope)} RETURN n`,
    '}',
    `CALL (n, ${timeVariables(scope).join(', ')}) {`,
    `WITH n UNWIND [n.recorded] + ${ends('n')} AS key RETURN key`,
    'UNION ALL',
    `MATCH (n)-[e:${TIES}]-(other) WHERE e.basis <> 'RULE' AND ${wasEverRecorded('e', scope)}`,
    `UNWIND [e.recorded] + ${ends('e')} AS key RETURN key`,
    'UNION ALL',
    `MATCH (n)<-[:CHANGED]-(r:Revision) WHERE ${wasEverRecorded('r', scope)} RETURN r.at AS key`,
    '}',
    `WITH DISTINCT ${[...timeVariables(scope), 'key'].join(', ')}`,
    `MATCH (r:Revision) WHERE r.at = key AND ${gate(compilation.model, 'Revision', 'r', scope).join(' AND ')}`,
    `WITH ${timeVariables(scope).join(', ')}, key, r.id AS id, '' AS tie`,
  ];
}
