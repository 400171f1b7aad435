import type { FieldNode } from 'graphql';
import { RELATION_KINDS } from '../claim/mapping.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { type OpenStatement, openStatement } from '../cypher/computed.ts';
import { gate, hasBeen } from '../cypher/gate.ts';
import { listing, pageLines, pageRows, pinnedBy } from '../cypher/listing.ts';
import type { Asked, Computed, ComputedField } from '../cypher/mapping.ts';
import { type Page, pageOf } from '../cypher/page.ts';
import { Ref } from '../cypher/ref.ts';
import { carried } from '../cypher/scope.ts';
import { asksFor } from '../cypher/shape.ts';

const NAME = 'Query.history';

/** Edges that come and go by themselves: a change of one is a change of what it ties. */
const TIES = [...RELATION_KINDS, 'DERIVED_FROM', 'JUDGED'].join('|');

/** The changes of one record, and of all that are shown as it, by the times at which its versions and what ties them to others began and ended. */
export const history: ComputedField = { kind: 'computed', check, rows: pageRows, isSingle: true, compute };

function check(args: Arguments, node: FieldNode): void {
  pageOf(NAME, args, node);
}

async function compute(asked: Asked): Promise<Computed> {
  const { args, node, shape, read } = asked;
  const page = pageOf(NAME, args, node);
  const statement = openStatement(asked, pinnedBy(page));
  const rows = rowsText(statement, args.id as string, page);
  const total = asksFor(shape, 'totalCount') ? countText(statement, args.id as string) : 'null';
  const { present, now } = statement.scope;
  const text = [
    ...statement.lines,
    `RETURN ${rows} AS rows, ${total} AS total, ${present} AS present, ${now} AS recorded`,
  ].join('\n');
  const [row] = await read({ text, parameters: statement.compilation.writer.parameters });
  const times = { present: row?.present as number, recorded: row?.recorded as number };
  const listed = ((row?.rows ?? []) as Array<[number, string]>).map(([key, id]) => ({
    key,
    tie: '',
    node: new Ref(id),
  }));
  return { value: listing(page, listed, row?.total, times.present), ...times };
}

/** Every time at which something about the record changed, as `key`, once. */
function times({ compilation, scope }: OpenStatement, id: string): string[] {
  const { writer } = compilation;
  const { now } = scope;
  const ends = (variable: string) =>
    `CASE WHEN ${variable}.superseded <= ${now} THEN [${variable}.superseded] ELSE [] END`;
  return [
    `CALL (${carried(scope).join(', ')}) {`,
    `MATCH (n:Node) WHERE n.id = ${writer.parameter(id)} AND ${hasBeen('n', scope)} RETURN n`,
    'UNION ALL',
    `MATCH (m:Merged) WHERE m.into = ${writer.parameter(id)} AND ${hasBeen('m', scope)} AND m.superseded > ${now}`,
    `MATCH (n:Node) WHERE n.id = m.id AND ${hasBeen('n', scope)} RETURN n`,
    '}',
    `CALL (n, ${carried(scope).join(', ')}) {`,
    `WITH n UNWIND [n.recorded] + ${ends('n')} AS key RETURN key`,
    'UNION ALL',
    `MATCH (n)-[e:${TIES}]-(other) WHERE e.basis <> 'RULE' AND ${hasBeen('e', scope)}`,
    `UNWIND [e.recorded] + ${ends('e')} AS key RETURN key`,
    'UNION ALL',
    `MATCH (n)<-[:CHANGED]-(r:Revision) WHERE ${hasBeen('r', scope)} RETURN r.at AS key`,
    '}',
    `WITH DISTINCT ${[...carried(scope), 'key'].join(', ')}`,
    `MATCH (r:Revision) WHERE r.at = key AND ${gate(compilation.model, 'Revision', 'r', scope).join(' AND ')}`,
    `WITH ${carried(scope).join(', ')}, key, r.id AS id, '' AS tie`,
  ];
}

function rowsText(statement: OpenStatement, id: string, page: Page): string {
  const { compilation, scope, lines } = statement;
  const name = compilation.writer.variable();
  const kept = [...carried(scope), 'key', 'id', 'tie'];
  lines.push(
    `CALL (${carried(scope).join(', ')}) {`,
    ...times(statement, id),
    ...pageLines(compilation, page, { key: 'key', tie: 'tie', direction: 'ASC' }, kept),
    `RETURN collect([key, id]) AS ${name}`,
    '}',
  );
  return name;
}

function countText(statement: OpenStatement, id: string): string {
  const { compilation, scope, lines } = statement;
  const name = compilation.writer.variable();
  lines.push(`CALL (${carried(scope).join(', ')}) {`, ...times(statement, id), `RETURN count(*) AS ${name}`, '}');
  return name;
}
