import type { FieldNode } from 'graphql';
import type { Clock } from '../contract.ts';
import { type Arguments, isGiven } from '../cypher/arguments.ts';
import { asksFor } from '../cypher/computed-shape.ts';
import type { Asked, Computed, ComputedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { LARGEST_PAGE } from '../cypher/page.ts';
import { type Scope, saidTimeOf } from '../cypher/scope.ts';
import { openStatement } from '../cypher/statement-head.ts';
import type { Row } from '../engine/engine.ts';
import { badInput } from '../errors.ts';
import * as parts from './counts.ts';
import { monthName } from './months.ts';
import { countTracedMarks, type MarkCount } from './traced-marks.ts';

/** Outlets that are expected, for the cost. */
const EXPECTED = 20;

/** Counts of what there is, in all or about something. */
export const statistics: ComputedField = { kind: 'computed', rows: () => EXPECTED, compute };

type Pairs = readonly (readonly [string, number])[];

/** Numbers of claims and attributions by an outlet, or a month. */
type Counts<K> = readonly (readonly [K, number, number])[];

async function compute(asked: Asked): Promise<Computed> {
  for (const { args } of fieldsOf(asked)) firstOf(args, asked.node);
  const open = openStatement(asked);
  const { scope, compilation, lines } = open;
  const names = neededBy(asked, scope).map((name) => [name, PARTS[name]({ open, asked })] as const);
  const cells = [
    ...names.map(([name, variable]) => `${variable} AS ${name}`),
    `${scope.now} AS recorded`,
    `${scope.present} AS present`,
  ];
  const text = [...lines, `RETURN ${cells.join(', ')}`].join('\n');
  const [row] = await asked.read({ text, parameters: compilation.writer.parameters });
  const { recorded, present } = row as { recorded: number; present: number };
  const said = saidTimeOf(scope);
  const stored = (row?.marks ?? []) as readonly MarkCount[];
  const traced = await countTracedMarks(asked, (row?.traced ?? []) as readonly string[], { recorded, said });
  const marks = [...stored, ...traced];
  return { value: served(row as Row, marks, asked), recorded, present };
}

const PARTS = {
  claims: parts.claims,
  stances: parts.stances,
  actors: parts.actors,
  documents: parts.documents,
  events: parts.events,
  mentions: parts.mentions,
  marks: parts.marks,
  traced: parts.traced,
  predicates: parts.predicates,
  outlets: parts.outlets,
  monthsSAID: parts.saidMonths,
  monthsEVENT: parts.eventMonths,
  monthsRECORDED: parts.recordedMonths,
} as const;

type PartName = keyof typeof PARTS;

const NEEDS: Readonly<Record<string, PartName>> = {
  claims: 'claims',
  attributions: 'stances',
  byStance: 'stances',
  actors: 'actors',
  documents: 'documents',
  unreadDocuments: 'documents',
  events: 'events',
  unresolvedMentions: 'mentions',
  byPredicate: 'predicates',
  byOutlet: 'outlets',
};

const MARKED = ['byStanding', 'unnamedSourcesOnly', 'ownVoiceOnly'];

/** The parts that the selection asks for, in an order of their own, so that the text depends on no more. */
function neededBy(asked: Asked, { said }: Scope): PartName[] {
  const fields = fieldsOf(asked);
  const plain = fields.flatMap(({ name }) => NEEDS[name] ?? []);
  const marked = MARKED.some((name) => asksFor(asked.shape, name))
    ? [...(said ? ['traced' as const] : []), 'marks' as const]
    : [];
  const months = fields.filter(({ name }) => name === 'byMonth').map(({ args }) => monthsOf(args));
  const needed = new Set<PartName>([...plain, ...marked, ...months]);
  return (Object.keys(PARTS) as PartName[]).filter((name) => needed.has(name));
}

function fieldsOf({ shape }: Asked) {
  return shape.kind === 'object' ? shape.fields : [];
}

/** How many a list is to have; refuses what cannot be. */
function firstOf({ first }: Arguments, node: FieldNode): number {
  const size = (isGiven(first) ? first : EXPECTED) as number;
  if (size < 0 || size > LARGEST_PAGE) throw badInput('first', `${size} is not from 0 to ${LARGEST_PAGE}`, node);
  return size;
}

function monthsOf({ clock }: Arguments): `months${Clock}` {
  return `months${(clock ?? 'SAID') as Clock}`;
}

function served(row: Row, marks: readonly MarkCount[], { node }: Asked) {
  const stances = (row.stances ?? []) as Pairs;
  const documents = (row.documents ?? []) as readonly (readonly [boolean, number])[];
  return {
    claims: row.claims,
    attributions: total(stances),
    actors: row.actors,
    documents: total(documents),
    events: row.events,
    unreadDocuments: total(documents.filter(([read]) => !read)),
    unresolvedMentions: row.mentions,
    unnamedSourcesOnly: total(marks.filter(([, unnamed]) => unnamed).map(markTotal)),
    ownVoiceOnly: total(marks.filter(([, , own]) => own).map(markTotal)),
    byStanding: largestFirst(merged(marks.map(markTotal))).map(([standing, claims]) => ({ standing, claims })),
    byStance: largestFirst(stances).map(([stance, attributions]) => ({ stance, attributions })),
    byPredicate: (args: Arguments) =>
      largestFirst((row.predicates ?? []) as Pairs)
        .slice(0, firstOf(args, node))
        .map(([predicate, claims]) => ({ predicate, claims })),
    byOutlet: (args: Arguments) =>
      largestFirst((row.outlets ?? []) as Counts<string>)
        .slice(0, firstOf(args, node))
        .map(([id, claims, attributions]) => ({ outlet: new NodeRef(id), claims, attributions })),
    byMonth: (args: Arguments) => inOrder((row[monthsOf(args)] ?? []) as Counts<number | null>),
  };
}

function markTotal([standing, , , claims]: MarkCount): readonly [string, number] {
  return [standing, claims];
}

function total(counts: readonly (readonly [unknown, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

function merged(counts: Pairs): Pairs {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums];
}

/** By number, then by name. */
function largestFirst<T extends readonly [string, number, ...unknown[]]>(counts: readonly T[]): T[] {
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

/** Months from the first to the last, and after them what has none. */
function inOrder(counts: Counts<number | null>) {
  const sorted = [...counts].sort(
    ([one], [other]) => (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY),
  );
  return sorted.map(([month, claims, attributions]) => ({
    month: month === null ? null : monthName(month),
    claims,
    attributions,
  }));
}
