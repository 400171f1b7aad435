import type { FieldNode } from 'graphql';
import type { TimelineItem } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { type OpenStatement, openStatement } from '../cypher/computed.ts';
import { type Listed, listing, pageLines, pageRows, pinnedBy } from '../cypher/listing.ts';
import type { Asked, Computed, ComputedField, MappingOf } from '../cypher/mapping.ts';
import { type Page, pageOf } from '../cypher/page.ts';
import { Ref } from '../cypher/ref.ts';
import { carried } from '../cypher/scope.ts';
import { asksFor } from '../cypher/shape.ts';
import { claimFlags } from '../flag/mapping.ts';
import { NEVER } from '../time/edtf.ts';
import { instant } from '../time/values.ts';
import { eventClock } from './event.ts';
import { recordedClock } from './recorded.ts';
import { type ClockRows, type TimelineRow, within } from './rows.ts';
import { saidClock } from './said.ts';

const CLOCKS: Readonly<Record<string, ClockRows>> = {
  EVENT: eventClock,
  SAID: saidClock,
  RECORDED: recordedClock,
};

const NAME = 'Query.timeline';

/** What is odd about the claims behind a row is read of each of them. */
export const timelineItem: MappingOf<Pick<TimelineItem, 'flags'>> = { flags: claimFlags };

/** What happened, was said or was recorded about something, in the order of time. */
export const timeline: ComputedField = { kind: 'computed', check, rows: pageRows, isSingle: true, compute };

function check(args: Arguments, node: FieldNode): void {
  pageOf(NAME, args, node);
  within({ args, node }, ['whenEarliest', 'whenLatest']);
}

async function compute(asked: Asked): Promise<Computed> {
  const { args, node, shape, read } = asked;
  const page = pageOf(NAME, args, node);
  const clock = CLOCKS[args.clock as string] as ClockRows;
  const statement = openStatement(asked, pinnedBy(page));
  const rows = rowsText(statement, asked, clock, page);
  const total = asksFor(shape, 'totalCount') ? countText(statement, asked, clock) : 'null';
  const { present, now } = statement.scope;
  const text = [
    ...statement.lines,
    `RETURN ${rows} AS rows, ${total} AS total, ${present} AS present, ${now} AS recorded`,
  ].join('\n');
  const [row] = await read({ text, parameters: statement.compilation.writer.parameters });
  const found = (row?.rows ?? []) as readonly (readonly unknown[])[];
  const times = { present: row?.present as number, recorded: row?.recorded as number };
  const listed = found.map((cells) => listedItem(cells, clock));
  return { value: listing(page, listed, row?.total, times.present), ...times };
}

function rowsText(statement: OpenStatement, asked: Asked, clock: ClockRows, page: Page): string {
  const { compilation, scope, lines } = statement;
  const rows = clock.open(statement, asked);
  const name = compilation.writer.variable();
  lines.push(
    `CALL (${carried(scope).join(', ')}) {`,
    ...rows.lines,
    ...pageLines(compilation, page, { ...rows, direction: 'ASC' }, rows.kept),
    ...(rows.then ?? []),
    `RETURN collect([${[rows.key, rows.tie, ...rows.cells].join(', ')}]) AS ${name}`,
    '}',
  );
  return name;
}

function countText(statement: OpenStatement, asked: Asked, clock: ClockRows): string {
  const { compilation, scope, lines } = statement;
  const rows = clock.open(statement, asked);
  const name = compilation.writer.variable();
  lines.push(`CALL (${carried(scope).join(', ')}) {`, ...rows.lines, `RETURN count(*) AS ${name}`, '}');
  return name;
}

function listedItem([key, tie, ...cells]: readonly unknown[], clock: ClockRows): Listed {
  return { key: key as number, tie: tie as string, node: item(clock.read(cells)) };
}

function item({ when, earliest, latest, subject, claims }: TimelineRow) {
  const behind = claims.map((id) => new Ref(id));
  return {
    when,
    earliest: bound(earliest),
    latest: bound(latest),
    subject: new Ref(subject),
    claims: behind,
    flags: behind,
  };
}

/** A bound in time as it is served: null where that end is open. */
function bound(at: number | null): Date | null {
  return at === null || Math.abs(at) === NEVER ? null : instant(at);
}
