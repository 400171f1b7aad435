import { gate } from '../cypher/gate.ts';
import type { Asked } from '../cypher/mapping.ts';
import { matchPattern } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import { timeVariables } from '../cypher/scope.ts';
import { type OpenStatement, openStatement } from '../cypher/statement-head.ts';
import type { Statement } from '../engine/engine.ts';
import type { ConnectingClaim, PathSearch } from './shortest-paths.ts';

/** The most claims around the entities of one level: more are not walked. */
export const MOST_CLAIMS = 20_000;

const PARTS = 'SUBJECT|OBJECT|PARTICIPANT';
const OF_ENTITY = pattern(`(entity)<-[:${PARTS}]-(claim:Claim)`);
const ENDS = pattern(`(claim)-[part:${PARTS}]->(end:Entity)`);

/** What lies around the two ends of a path, level by level. */
export interface Neighbourhood {
  /** Those of the two ends that are there, by id, and whether they are entities. */
  readonly ends: ReadonlyMap<string, boolean>;
  readonly claims: readonly ConnectingClaim[];
  /** The longest paths of which all claims are there; longer ones may lack some. */
  readonly complete: number;
  readonly recorded: number;
  readonly present: number;
}

/** Walks outward from both ends, claim by claim, half of the hops from each; reads the levels that were walked. */
export async function readNeighbourhood(asked: Asked, search: PathSearch): Promise<Neighbourhood> {
  const { statement, levels } = statementOf(asked, search);
  const [row] = await asked.read(statement);
  const sides = levels.map((names) => names.map((name) => (row?.[name] ?? null) as readonly Read[] | null));
  const walked = row?.enough === true ? 1 : search.maxHops;
  return {
    ends: new Map((row?.known ?? []) as Array<[string, boolean]>),
    claims: sides.flat().flatMap((level) => (level ?? []).map(connectingClaim)),
    complete: sides.reduce((sum, side) => sum + Math.min(walked, completeIn(side)), 0),
    recorded: row?.recorded as number,
    present: row?.present as number,
  };
}

/** A claim's id, with the id, the edge and the role of everybody in it. */
type Read = readonly [string, readonly (readonly [string, string, string | null])[]];

function connectingClaim([claim, ends]: Read): ConnectingClaim {
  return { claim, ends: ends.map(([entity, edge, role]) => ({ entity, role: role ?? edge.toLowerCase() })) };
}

function completeIn(side: readonly (readonly Read[] | null)[]): number {
  const missing = side.indexOf(null);
  return missing < 0 ? side.length : missing;
}

function statementOf(asked: Asked, { from, to, maxHops, first }: PathSearch) {
  const open = openStatement(asked);
  const { compilation, scope, lines } = open;
  const { writer } = compilation;
  const ends = { from: writer.parameter(from), to: writer.parameter(to) };
  lines.push(...knownLines(open, ends));
  const starts = maxHops > 1 ? [ends.from, ends.to] : [ends.from];
  const levels = starts.map((start) => [level(open, start, [], null)]);
  const enough =
    maxHops > 2 ? enoughText(open, ends, levels.flat() as [string, string], writer.parameter(first)) : null;
  for (let hop = 3; hop <= maxHops; hop++) {
    const side = hop % 2 === 1 ? 0 : 1;
    const before = levels[side] as string[];
    before.push(level(open, starts[side] as string, before, enough));
  }
  const { present, now } = scope;
  const cells = levels
    .flat()
    .map((name) => `CASE WHEN size(${name}) > ${MOST_CLAIMS} THEN null ELSE ${name} END AS ${name}`);
  const rest = [`known`, `${enough ?? 'false'} AS enough`, `${present} AS present`, `${now} AS recorded`];
  const text = [...lines, `RETURN ${[...cells, ...rest].join(', ')}`].join('\n');
  const statement: Statement = { text, parameters: writer.parameters };
  return { statement, levels };
}

function knownLines({ compilation, scope }: OpenStatement, { from, to }: { from: string; to: string }): string[] {
  const predicates = [`n.id IN [${from}, ${to}]`, ...gate(compilation.model, 'Node', 'n', scope)];
  return [
    `CALL (${timeVariables(scope).join(', ')}) {`,
    `MATCH (n:Node) WHERE ${predicates.join(' AND ')}`,
    'RETURN collect([n.id, n:Entity]) AS known',
    '}',
  ];
}

/**
 * The claims around one end, or around the entities that the levels before have reached for the first time, each with
 * all that has a part in it. A level that was too much, or that is not needed, leads no further.
 */
function level(open: OpenStatement, start: string, before: readonly string[], enough: string | null): string {
  const { compilation, scope, lines } = open;
  const { writer, model } = compilation;
  const [id, entity, name, ways] = writer.variables(4);
  const times = timeVariables(scope);
  const roles: Record<string, string> = { entity };
  const inner: string[] = [...frontier(open, start, before, enough, id)];
  inner.push(
    `MATCH (${entity}:Node) WHERE ${[`${entity}.id = ${id}`, ...gate(model, 'Entity', entity, scope)].join(' AND ')}`,
  );
  matchPattern(compilation, { lines: inner, roles }, OF_ENTITY, {}, scope);
  const claim = roles.claim as string;
  // Not DISTINCT: the embedded engine would copy, with every row, the lists of the levels before.
  inner.push(`WITH ${[...times, claim].join(', ')}, count(*) AS ${ways} LIMIT ${MOST_CLAIMS + 1}`);
  const ends = endsOf(open, inner, claim);
  lines.push(
    `CALL (${[...new Set([...times, ...before, ...(enough ? [enough] : [])])].join(', ')}) {`,
    ...inner,
    `RETURN collect([${claim}.id, ${ends}]) AS ${name}`,
    '}',
  );
  return name;
}

function endsOf({ compilation, scope }: OpenStatement, lines: string[], claim: string): string {
  const roles: Record<string, string> = { claim };
  const inner: string[] = [];
  matchPattern(compilation, { lines: inner, roles }, ENDS, {}, scope);
  const ends = compilation.writer.variable();
  const cells = `[${roles.end}.id, type(${roles.part}), ${roles.part}.role]`;
  lines.push(
    `CALL (${[claim, ...timeVariables(scope)].join(', ')}) {`,
    ...inner,
    `RETURN collect(${cells}) AS ${ends}`,
    '}',
  );
  return ends;
}

/** The ids that a level starts from. */
function frontier(
  { compilation, scope }: OpenStatement,
  start: string,
  before: readonly string[],
  enough: string | null,
  id: string,
): string[] {
  const times = timeVariables(scope);
  if (before.length === 0) return [`WITH ${times.join(', ')}, ${start} AS ${id}`];
  const { writer } = compilation;
  const [row, end, depth] = writer.variables(3);
  const rows = before.map((name, index) => `[r IN ${name} | [r[1], ${index + 1}]]`).join(' + ');
  const tooMuch = before.map((name) => `size(${name}) > ${MOST_CLAIMS}`).join(' OR ');
  return [
    `WITH ${times.join(', ')}, CASE WHEN ${enough} OR ${tooMuch} THEN [] ELSE ${rows} END AS ${row}s`,
    `UNWIND ${row}s AS ${row}`,
    `UNWIND ${row}[0] AS ${end}`,
    `WITH ${times.join(', ')}, ${end}[0] AS ${id}, min(${row}[1]) AS ${depth}`,
    `WHERE ${depth} = ${before.length} AND ${id} <> ${start}`,
  ];
}

/** Whether the paths of one hop, and those over somebody whom both ends reach, are as many as were asked for. */
function enoughText(
  { compilation, lines }: OpenStatement,
  ends: { from: string; to: string },
  [forward, backward]: readonly [string, string],
  first: string,
): string {
  const { writer } = compilation;
  const [side, end, id, one, other, between, enough] = Array.from({ length: 7 }, () => writer.variable());
  lines.push(
    `CALL (${forward}, ${backward}) {`,
    `UNWIND [r IN ${forward} | [r[1], 1]] + [r IN ${backward} | [r[1], 2]] AS ${side}`,
    `UNWIND ${side}[0] AS ${end}`,
    `WITH ${end}[0] AS ${id}, min(${side}[1]) AS ${one}, max(${side}[1]) AS ${other}`,
    `WHERE ${one} < ${other} AND ${id} <> ${ends.from} AND ${id} <> ${ends.to}`,
    `RETURN count(*) AS ${between}`,
    '}',
  );
  const direct = `size([r IN ${forward} WHERE any(e IN r[1] WHERE e[0] = ${ends.to})])`;
  lines.push(
    `WITH *, ${direct} + ${between} >= ${first} AND size(${forward}) <= ${MOST_CLAIMS} AND size(${backward}) <= ${MOST_CLAIMS} AS ${enough}`,
  );
  return enough as string;
}
