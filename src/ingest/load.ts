import type { Engine, Run, Statement } from '../engine/engine.ts';
import { NEVER } from '../time/edtf.ts';
import type { Bundle, Collection, FileOf } from './bundle.ts';
import { COLLECTIONS } from './bundle.ts';
import { check } from './check.ts';
import { newPart, readStored, type Stored } from './known.ts';
import { renewMarks } from './marks.ts';
import { BundleError } from './problem.ts';
import { nodeRecords } from './records.ts';
import { applyRules } from './rules.ts';
import { renewViews } from './views.ts';
import { writeRecords } from './write.ts';

export interface LoadOptions {
  /** Who writes, for the record. */
  readonly by: string;
  readonly reason?: string | undefined;
  /** The time of the write, in milliseconds since 1970; the present unless told. Record time never runs backwards. */
  readonly now?: number | undefined;
  /** Where records come from, for problems to say so. */
  readonly fileOf?: FileOf | undefined;
  /** Statements that run at the end of the same transaction, also where the graph held everything already. */
  readonly also?: readonly Statement[] | undefined;
}

/** What a load did; `written` is false, and `revision` null, where the graph held all of it already. */
export interface Loaded {
  readonly written: boolean;
  readonly revision: { readonly id: string; readonly sequence: number; readonly at: number } | null;
  /** How many records of each collection are new. */
  readonly counts: Readonly<Record<Collection, number>>;
  /** The ids of the new records that have one. */
  readonly ids: readonly string[];
}

const CLOCK = 'record';

const CREATE_CLOCK = 'MERGE (c:Clock {id: $id}) ON CREATE SET c.at = 0, c.sequence = 0';

/** Setting a property locks the node: other writers wait here until this transaction ends. */
const TAKE_CLOCK = 'MATCH (c:Clock) WHERE c.id = $id SET c.id = $id';

const READ_CLOCK = 'MATCH (c:Clock) WHERE c.id = $id RETURN c.at AS at, c.sequence AS sequence';

const ADVANCE = `MATCH (c:Clock) WHERE c.id = $id SET c.at = $at, c.sequence = $sequence
CREATE (r:Node:Revision) SET r = $revision`;

const CHANGED = `MATCH (r:Node) WHERE r.id = $id
MATCH (n:Node) WHERE n.id = $subject
CREATE (r)-[:CHANGED]->(n)`;

/** Makes the record clock, where there is none yet. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.write((run) => run({ text: CREATE_CLOCK, parameters: { id: CLOCK } }));
}

/**
 * Checks a bundle against the graph and stores what is new of it, in one transaction: all, or nothing. A record whose
 * id is there already is left as it is there. Throws a BundleError with all problems, or an EngineError.
 */
export async function load(engine: Engine, bundle: Bundle, options: LoadOptions): Promise<Loaded> {
  return engine.write(async (run) => {
    const clock = await takeClock(run);
    const stored = await readStored(run, bundle);
    const problems = check(bundle, stored, options.fileOf);
    if (problems.length > 0) throw new BundleError(problems);
    const added = newPart(bundle, stored);
    const what = { counts: countsOf(added), ids: idsOf(added) };
    if (Object.values(what.counts).every((count) => count === 0)) {
      for (const statement of options.also ?? []) await run(statement);
      return { written: false, revision: null, ...what };
    }
    const at = Math.max(options.now ?? Date.now(), clock.at + 1);
    await writeRecords(run, added, dates(bundle, stored), { at, by: options.by });
    await renewViews(run, added, at);
    await applyRules(run, added, { at, by: options.by });
    await renewMarks(run, added, at);
    const revision = await advance(run, clock.sequence + 1, at, options);
    await run({ text: CHANGED, parameters: { id: revision.id, subject: subjectOf(added) } });
    for (const statement of options.also ?? []) await run(statement);
    return { written: true, revision, ...what };
  });
}

async function takeClock(run: Run): Promise<{ at: number; sequence: number }> {
  await run({ text: TAKE_CLOCK, parameters: { id: CLOCK } });
  const [clock] = await run({ text: READ_CLOCK, parameters: { id: CLOCK } });
  if (!clock) throw new Error('The database has no record clock: prepare it with openStore first.');
  return { at: clock.at as number, sequence: clock.sequence as number };
}

async function advance(run: Run, sequence: number, at: number, { by, reason }: LoadOptions) {
  const id = `revision:${sequence}`;
  const life = { type: 'Revision', recorded: at, superseded: NEVER };
  const revision = { id, ...life, sequence, at, by, ...(reason !== undefined && { reason }), operation: 'RECORD' };
  await run({ text: ADVANCE, parameters: { id: CLOCK, at, sequence, revision } });
  return { id, sequence, at };
}

/** Dates of documents: of those in the graph as they are there, of the others as the bundle has them. */
function dates({ documents }: Bundle, { types, publishedAt }: Stored) {
  const own = new Map(documents.map((document) => [document.id, document.publishedAt]));
  return (id: string) => (types.has(id) ? publishedAt.get(id) : own.get(id));
}

/** What a write was about, for its revision: a document where one is new, else a claim, else whatever came first. */
function subjectOf(bundle: Bundle): string | undefined {
  const { documents, claims, relations, derivations } = bundle;
  const first = documents[0] ?? claims[0] ?? nodeRecords(bundle)[0];
  return first?.id ?? relations[0]?.from ?? derivations[0]?.document;
}

function countsOf(bundle: Bundle): Record<Collection, number> {
  const counts = COLLECTIONS.map((collection) => [collection, bundle[collection].length]);
  return Object.fromEntries(counts) as Record<Collection, number>;
}

function idsOf(bundle: Bundle): string[] {
  return COLLECTIONS.flatMap((collection) =>
    bundle[collection].flatMap((record) => ('id' in record ? [record.id] : [])),
  );
}
