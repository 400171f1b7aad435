import type { Asked, ComputedField, Moment } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { saidTimeOf, scopeOf } from '../cypher/scope.ts';
import { openStatement } from '../cypher/statement-head.ts';
import type { Row } from '../engine/engine.ts';
import { badInput } from '../errors.ts';
import { eachOnce, GatedClauses } from './gated-clauses.ts';
import type { Tracing } from './tracer.ts';
import type { Withdrawn } from './withdrawal.ts';
import { type Losses, lossesWith } from './withdrawal-losses.ts';

/**
 * How far each is followed: claims that rest on others, documents that were taken from others, who cites what goes, and
 * the claims that stand in a circle of citations with a claim that loses something.
 */
const STEPS = { claims: 4, copies: 5, citers: 3, circles: 4 };

/** Attributions that may go at once. */
const MOST_TAKEN = 20_000;

/** Attributions that may belong to the claims that are compared; the rest makes the answer a part. */
const MOST_COMPARED = 10_000;

/** Attributions that go, and claims that lose some, up to which circles and hearsay are followed; the rest makes the answer a part. */
const MOST_FOLLOWED = 1_000;

/** Claims that may be compared. */
const MOST_CLAIMS = 2_000;

/** `Query.impactOfWithdrawing`: one statement finds the claims that can lose something, one fetches the subgraph around them. */
export const impactOfWithdrawing: ComputedField = {
  kind: 'computed',
  rows: () => 1,
  compute: async (asked) => {
    const source = asked.args.source as string;
    const { row, moment } = await findTouched(asked, source);
    const isDocument = row.kind === 'Document';
    if (row.kind === null) return { value: null, recorded: moment.recorded };
    if (!isDocument && !row.isActor) {
      throw badInput('source', `${source} is neither an actor nor a document: it cannot withdraw anything`, asked.node);
    }
    const { claims, isPart } = comparableClaims(row.touched as Array<[string, number]>);
    const losses = await lossesOf(asked, claims, moment, isDocument ? { document: source } : { actor: source });
    const claimsOf = (kind: keyof Omit<Losses, 'isCut'>) =>
      losses
        .flatMap((one) => one[kind])
        .sort()
        .map((id) => new NodeRef(id));
    const value = {
      source: new NodeRef(source),
      losesEveryRoot: claimsOf('losesEveryRoot'),
      losesOnRecord: claimsOf('losesOnRecord'),
      fallsToOneNewsroom: claimsOf('fallsToOneNewsroom'),
      truncated: isPart || row.cut === true || losses.some(({ isCut }) => isCut),
    };
    return { value, recorded: moment.recorded };
  },
};

/** What claims lose, in as many parts as they are traced in: none of them depends on another. */
async function lossesOf(
  { model, viewer, read }: Asked,
  claims: readonly string[],
  { recorded, said }: Moment,
  withdrawn: Withdrawn,
): Promise<Losses[]> {
  const losses: Losses[] = [];
  await model.tracer.trace(read, [{ recorded, ids: claims }], viewer, async ({ tracing, ids }) => {
    losses.push(lossesWith((tracing as Tracing).viewAt(said), ids, withdrawn));
    await read.turn();
  });
  return losses;
}

async function findTouched(asked: Asked, source: string): Promise<{ row: Row; moment: Moment }> {
  const { compilation, scope, lines } = openStatement(asked);
  const { writer, model } = compilation;
  const clauses = new GatedClauses(model, asked.viewer);
  clauses.lines.push(...lines, `WITH ${scope.now} AS at, ${writer.parameter(source)} AS source`);
  writeTouched(clauses);
  const parameters = { ...writer.parameters, most: MOST_TAKEN };
  const [row] = await asked.read({ text: clauses.lines.join('\n'), parameters });
  const said = saidTimeOf(scopeOf(asked.args, scope, writer, asked.node).scope);
  const recorded = (row as Row).recorded as number;
  return { row: row as Row, moment: { recorded, said } };
}

/** As many claims as can be compared, by their ids. */
function comparableClaims(touched: ReadonlyArray<readonly [string, number]>): { claims: string[]; isPart: boolean } {
  const sorted = [...touched].sort(([one], [other]) => (one < other ? -1 : 1));
  let total = 0;
  const fitting = sorted.filter(([, count], index) => {
    total += count;
    return index === 0 || (index < MOST_CLAIMS && total <= MOST_COMPARED);
  });
  return { claims: fitting.map(([id]) => id), isPart: fitting.length < sorted.length };
}

/** What somebody takes away, and all that may fall with it. */
function writeTouched(clauses: GatedClauses): void {
  writeDocuments(clauses);
  writeTaken(clauses);
  writeHearsay(clauses);
  writeLosing(clauses);
}

/** The actor or document that withdraws, and the documents of its owner's organizations. */
function writeDocuments(clauses: GatedClauses): void {
  clauses.call(
    ['source'],
    `MATCH (n:Node) WHERE n.id = source AND ${clauses.node('Node', 'n')}`,
    'RETURN collect(n) AS first, collect(n.type) AS kinds, collect(n:Actor) AS acting',
  );
  clauses.call(
    ['first'],
    'UNWIND first AS x',
    `MATCH way = (x)-[:FAMILY*1..4]->(above) WHERE ${clauses.nodes('Organization', 'way')}`,
    eachOnce('above'),
    `MATCH way = (above)<-[:FAMILY*1..4]-(found) WHERE ${clauses.nodes('Organization', 'way')}`,
    'RETURN collect(DISTINCT found) AS family',
  );
  clauses.call(
    ['first', 'family'],
    'UNWIND first + family AS o',
    eachOnce('o'),
    `CALL (o, at) {
 MATCH (o)<-[:PUBLISHED_BY]-(d) WHERE ${clauses.node('Document', 'd')} RETURN d
 UNION ALL
 WITH o WHERE o.type = 'Document' RETURN o AS d
}`,
    'RETURN collect(DISTINCT d) AS pages',
  );
}

/** The attributions that can go at once: its own, those in its documents and in what was taken from them, and those of sources that it shields. */
function writeTaken(clauses: GatedClauses): void {
  const said = (variable: string) => clauses.counted(variable);
  const copies = (from: string) => [
    `UNWIND ${from} AS d`,
    `MATCH (d)-[e:DERIVED_FROM]-(found)
 WHERE (endNode(e) = d OR e.kind = 'SAME_TEXT') AND ${clauses.edge('DERIVED_FROM', 'e')} AND ${clauses.node('Document', 'found')}`,
  ];
  clauses.together(clauses.levels('pages', 'copied', STEPS.copies, [], copies), 'documents');
  clauses.call(
    ['first', 'documents'],
    'UNWIND first + documents AS x',
    eachOnce('x'),
    `CALL (x, at) {
 MATCH (x)<-[:BY]-(found) WHERE ${said('found')} RETURN found
 UNION ALL
 MATCH (x)<-[:APPEARS_IN]-(found) WHERE ${said('found')} RETURN found
 UNION ALL
 MATCH (x)<-[:SHIELDED_BY]-(u) WHERE ${clauses.node('UnnamedSource', 'u')}
 MATCH (u)<-[:BY]-(found) WHERE ${said('found')} RETURN found
}`,
    `${eachOnce('found')} LIMIT $most`,
    'RETURN collect(found) AS taken',
  );
}

/** Lets go of all lists but one: Neo4j counts them all with every row that it sorts. */
function keepOnly(clauses: GatedClauses, isLarge: string, list: string): void {
  clauses.lines.push(`WITH at, kinds, acting, ${isLarge}, ${list}`);
}

/** All of a list, or nothing where it is too long to follow what hangs on it. */
function few(list: string, name: string): string {
  return `WITH *, CASE WHEN size(${list}) > ${MOST_FOLLOWED} THEN [] ELSE ${list} END AS ${name}`;
}

/**
 * Attributions that go when those fall that they go back to, and the words of unnamed sources that are known only through
 * any of them.
 */
function writeHearsay(clauses: GatedClauses): void {
  const citers = (from: string) => [
    `UNWIND ${from} AS a`,
    `MATCH (a)<-[:CITES]-(found) WHERE ${clauses.counted('found')}`,
    `${eachOnce('found')} LIMIT $most`,
  ];
  clauses.lines.push(few('taken', 'fewTaken'));
  clauses.together(['taken', ...clauses.levels('fewTaken', 'citing', STEPS.citers, [], citers)], 'going');
  clauses.call(
    ['going'],
    'UNWIND going AS a',
    "MATCH (a)-[:CITES*1..2]->(found)-[:BY]->(u) WHERE u.type = 'UnnamedSource'",
    `${eachOnce('found')} LIMIT $most`,
    'RETURN collect(found) AS hearsay',
  );
}

/** Claims once each, in the order of ids, as many as can be compared and one more. */
const FIRST_CLAIMS = `${eachOnce('found')} ORDER BY found.id LIMIT ${MOST_CLAIMS + 1}`;

/**
 * The claims that can lose an origin: of what goes at once, of unnamed sources that are known through it, and those that
 * stand in a circle with these; then all that rest on these. What a circle goes back to from its documents is of the same
 * claim, so each of its steps to another claim is a citation, of words that go back to others in their turn.
 */
function writeLosing(clauses: GatedClauses): void {
  clauses.together(['taken', 'hearsay'], 'falling');
  keepOnly(clauses, `size(taken) > ${MOST_FOLLOWED} AS isLarge`, 'falling');
  clauses.call(
    ['falling'],
    'UNWIND falling AS f',
    `MATCH (f)-[:OF]->(found) WHERE ${clauses.node('Claim', 'found')}`,
    'RETURN collect(DISTINCT found) AS withdrawing',
  );
  keepOnly(clauses, 'isLarge', 'withdrawing');
  const citedClaims = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[:SAME_AS*0..2]-(same)<-[:OF]-(a)-[:CITES]->(f)-[:OF]->(found)
 WHERE found <> same AND ${clauses.counted('a')} AND ${clauses.node('Claim', 'found')}`,
    eachOnce('f'),
    `CALL (f, at) {
 MATCH (f)-[:CITES]->(further) RETURN f AS on
 UNION ALL
 MATCH (f)-[:APPEARS_IN]->(d)-[:DERIVED_FROM]-(other) RETURN f AS on
}`,
    eachOnce('on'),
    'MATCH (on)-[:OF]->(found)',
    FIRST_CLAIMS,
  ];
  clauses.lines.push(few('withdrawing', 'fewWithdrawing'));
  clauses.together(
    ['withdrawing', ...clauses.levels('fewWithdrawing', 'circled', STEPS.circles, [], citedClaims)],
    'losing',
  );
  writeResting(clauses);
}

/** All claims that rest on these, and how many attributions each has. */
function writeResting(clauses: GatedClauses): void {
  const resting = (from: string) => [
    `UNWIND ${from} AS c`,
    `MATCH (c)-[r:SAME_AS|REFINES|ENTAILS]-(found)
 WHERE ${clauses.edge('SAME_AS', 'r')} AND ${clauses.node('Claim', 'found')} AND (type(r) = 'SAME_AS' OR startNode(r) = c)`,
    FIRST_CLAIMS,
  ];
  clauses.lines.push(few('losing', 'fewLosing'));
  clauses.together(['losing', ...clauses.levels('fewLosing', 'resting', STEPS.claims, [], resting)], 'claims');
  clauses.call(['claims'], 'UNWIND claims AS c', 'RETURN collect([c.id, c.attributionCount]) AS touched');
  clauses.lines.push(
    `RETURN at AS recorded, kinds[0] AS kind, acting[0] AS isActor, touched, isLarge OR size(losing) > ${MOST_FOLLOWED} OR size(claims) > ${MOST_CLAIMS} AS cut`,
  );
}
