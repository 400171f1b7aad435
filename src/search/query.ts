import { ACTOR_TYPES } from '../bundle/records.ts';
import type { SearchType } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { type ListedNode, listing, pageLines, pageRows } from '../cypher/computed-list.ts';
import { gate } from '../cypher/gate.ts';
import type { Asked, Computed, ComputedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { type Page, pageOf, pinnedBy } from '../cypher/page.ts';
import { timeVariables } from '../cypher/scope.ts';
import { type OpenStatement, openStatement } from '../cypher/statement-head.ts';
import { limitExceeded } from '../errors.ts';
import { TEXT_SEPARATOR } from '../text/fold.ts';
import { bestOf, type SearchText, scoreText, searchTextOf } from './score.ts';

const NAME = 'Query.search';

/** The most nodes of a kind that are scored. */
const MOST = 100_000;

const TYPES = {
  ...ACTOR_TYPES,
  PLACE: 'Place',
  THING: 'Thing',
  EVENT: 'Event',
  DOCUMENT: 'Document',
  CLAIM: 'Claim',
} as const satisfies Record<SearchType, string>;

/** Names, titles and texts that hold the words, the best first. */
export const search: ComputedField = {
  kind: 'computed',
  check: (args, node) => {
    pageOf(NAME, args, node);
  },
  rows: pageRows,
  compute,
};

async function compute(asked: Asked): Promise<Computed> {
  const { args, node, read } = asked;
  const page = pageOf(NAME, args, node);
  const search = searchTextOf(args.text as string);
  const [row] = await read(statementOf(asked, page, search));
  const { total, tooMuch, present } = row as { total: number; tooMuch: boolean; present: number };
  if (tooMuch) {
    const problem = `More than ${MOST} things of a kind fit this text. Add a word, or choose types.`;
    throw limitExceeded(problem, node);
  }
  const found = (row?.hits ?? []) as readonly Cells[];
  const language = args.language as string | null | undefined;
  const listed = found.map((cells) => hit(cells, search, language));
  return { value: listing(page, listed, total, present), recorded: present };
}

/** A node's id, its score, and its names or texts with their languages. */
type Cells = readonly [string, number, readonly string[], readonly (string | null)[]];

function hit(
  [id, score, texts, languages]: Cells,
  search: SearchText,
  language: string | null | undefined,
): ListedNode {
  const matched = bestOf(texts, languages, search, language);
  return { key: score, tie: id, node: { score, matched, node: new NodeRef(id) } };
}

function statementOf(asked: Asked, page: Page, search: SearchText) {
  const open = openStatement(asked, pinnedBy(page));
  const { compilation, scope, lines } = open;
  const { writer, model } = compilation;
  const times = timeVariables(scope).join(', ');
  const branches = labelsOf(asked.args).map((branch) => branchText(open, search, branch));
  lines.push(...branches.flatMap(({ text }) => text));
  const rows = branches.map(({ rows }) => rows);
  const tooMuch = rows.map((found) => `size(${found}) > ${MOST}`).join(' OR ');
  const [id, score, found] = writer.variables(3);
  lines.push(
    `WITH ${times}, ${rows.join(' + ')} AS ${found}, ${tooMuch} AS tooMuch`,
    `CALL (${times}, ${found}) {`,
    `UNWIND ${found} AS hit`,
    `WITH ${times}, hit[0] AS ${id}, hit[1] AS ${score}`,
    ...pageLines(compilation, page, { key: score, tie: id, direction: 'DESC' }, [times, id, score]),
    `MATCH (n:Node) WHERE n.id = ${id} AND ${gate(model, 'Node', 'n', scope).join(' AND ')}`,
    `WITH n, ${id}, ${score} ORDER BY ${score} DESC, ${id} ASC`,
    `RETURN collect([${id}, ${score}, coalesce(n.names, n.texts, [n.title]), coalesce(n.nameLanguages, n.languages, [n.language])]) AS page`,
    '}',
    `RETURN page AS hits, size(${found}) AS total, tooMuch, ${scope.present} AS present`,
  );
  return { text: lines.join('\n'), parameters: writer.parameters };
}

interface Branch {
  readonly label: 'Entity' | 'Document' | 'Claim';
  /** The types among those of the label; null where it has only one. */
  readonly types: readonly string[] | null;
}

/** The labels to look under: those that have any of the types. */
function labelsOf({ types }: Arguments): Branch[] {
  const wanted = ((types ?? Object.keys(TYPES)) as SearchType[]).map((type) => TYPES[type]);
  const entities = wanted.filter((type) => type !== 'Document' && type !== 'Claim');
  const labels = (['Document', 'Claim'] as const).filter((label) => wanted.includes(label));
  const others = labels.map((label): Branch => ({ label, types: null }));
  return entities.length > 0 || others.length === 0 ? [{ label: 'Entity', types: entities }, ...others] : others;
}

/** All nodes of a label that hold the words, with their scores, as a list. */
function branchText({ compilation, scope }: OpenStatement, search: SearchText, { label, types }: Branch) {
  const { writer, model } = compilation;
  const parameter = (value: unknown) => writer.parameter(value);
  const [node, part, score, rows] = writer.variables(4);
  const predicates = [
    `${node}.folded CONTAINS ${parameter(search.words[0])}`,
    ...(types ? [`${node}.type IN ${parameter(types)}`] : []),
    ...gate(model, label, node, scope),
  ];
  const fits = scoreText(part, search, parameter);
  const text = [
    `CALL (${timeVariables(scope).join(', ')}) {`,
    `MATCH (${node}:${label}) WHERE ${predicates.join(' AND ')}`,
    `WITH ${node} LIMIT ${MOST + 1}`,
    `UNWIND split(${node}.folded, ${parameter(TEXT_SEPARATOR)}) AS ${part}`,
    `WITH ${node}, ${part} WHERE ${fits.holds}`,
    `WITH ${node}.id AS ${node}Id, max(${fits.score}) AS ${score}`,
    `RETURN collect([${node}Id, ${score}]) AS ${rows}`,
    '}',
  ];
  return { text, rows };
}
