import { createHash } from 'node:crypto';
import type { Bundle } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { digestOf } from '../bundle/digest.ts';
import { BundleError } from '../bundle/problem.ts';
import { findWarnings } from '../bundle/warnings/find-warnings.ts';
import type { Run } from '../engine/engine.ts';
import { lockClock } from '../store/clock.ts';
import { readExisting } from '../store/existing-records.ts';
import { readMergedIds } from '../store/merged-ids.ts';
import { factsInGraph } from '../store/read-facts.ts';
import { type BundleInput, prefixed, problemsBetweenRecords } from './bundle-input.ts';
import { loadWithin } from './load.ts';
import { refusal } from './refusal.ts';
import type { Author, ChangeResult } from './result.ts';

const BY_KEY = `MATCH (r:Revision) WHERE r.idempotencyKey = $key
RETURN r.id AS id, r.at AS at, r.digest AS digest`;

const LATEST = `UNWIND $ids AS id
MATCH (n:Node) WHERE n.id = id
MATCH (r:Revision) WHERE r.at = n.recorded
RETURN r.id AS id, r.at AS at ORDER BY at DESC LIMIT 1`;

/**
 * Stores a bundle under the name that the client gave the request, and warns of what is probably not meant. The same
 * request again changes nothing and gives the first answer again. Throws a BundleError with all that is wrong.
 */
export async function record(
  run: Run,
  input: BundleInput,
  idempotencyKey: string,
  author: Author,
): Promise<ChangeResult> {
  const index = new BundleIndex(input.bundle);
  const result = await store(run, input, index, idempotencyKey, author);
  const warnings = await findWarnings(index, [factsInGraph(run)]);
  return { ...result, warnings: warnings.map((one) => ({ ...one, path: ['bundle', ...one.path] })) };
}

async function store(
  run: Run,
  input: BundleInput,
  index: BundleIndex,
  idempotencyKey: string,
  author: Author,
): Promise<ChangeResult> {
  const { bundle, problems } = input;
  if (problems.length > 0) {
    const between = problemsBetweenRecords(input, index, await readExisting(run, index));
    throw prefixed(['bundle'], new BundleError([...problems, ...between]));
  }
  // A second request with the same key waits here, and then finds the first one stored.
  const clock = await lockClock(run);
  const digest = digestOfBundle(bundle);
  const [before] = await run({ text: BY_KEY, parameters: { key: idempotencyKey } });
  if (before && before.digest !== digest) {
    throw refusal('CONFLICT', ['idempotencyKey'], 'a different bundle was sent with this key');
  }
  const changed = await shownIds(run, index.ids);
  if (before) return replay(before, changed, clock.at);
  const loaded = loadWithin(run, index, { ...author, idempotencyKey, digest });
  const { revision, ids: added } = await loaded.catch((error: unknown) => {
    throw prefixed(['bundle'], error);
  });
  if (revision) return { revision, changed: added, replayed: false, changedAt: revision.at };
  const [latest] = await run({ text: LATEST, parameters: { ids: changed.slice(0, 1000) } });
  if (!latest) throw refusal('INVALID', ['bundle'], 'the bundle is empty');
  return replay(latest, changed, clock.at);
}

/** The shown ids of records. */
async function shownIds(run: Run, ids: readonly string[]): Promise<string[]> {
  const merged = await readMergedIds(run, ids);
  return [...new Set(ids.map((id) => merged.get(id) ?? id))];
}

function replay(revision: Readonly<Record<string, unknown>>, changed: readonly string[], at: number): ChangeResult {
  const { id, at: then } = revision as { id: string; at: number };
  return { revision: { id, at: then }, changed, replayed: true, changedAt: at };
}

function digestOfBundle(bundle: Bundle): string {
  const parts = Object.values(bundle).map((records) => records.map(digestOf));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
