import { BundleIndex } from '../bundle/bundle-index.ts';
import type { Problem } from '../bundle/problem.ts';
import type { NodeType } from '../bundle/records.ts';
import { REFERENCE_KINDS } from '../bundle/references.ts';
import { type Existing, validate } from '../bundle/validate.ts';
import type { Run } from '../engine/engine.ts';
import { readClock } from '../store/clock.ts';
import { readExisting } from '../store/existing-records.ts';
import { bundleOfPieces } from './batch-bundle.ts';
import { DependencyClosures } from './dependency-closure.ts';
import { LEFT_OUT, leftOutAttributionKey, type PlacedProblem, placedAt, type Survey, TYPES } from './survey.ts';

export interface AuditOptions {
  /** Reads the graph; null to check the input by itself. */
  readonly read: Run | null;
  /** Records that are held against the graph at a time. */
  readonly batch: number;
  readonly onProblem: (problem: PlacedProblem) => void;
  /** Pieces that were checked so far. */
  readonly onPieces: (pieces: number) => void;
  readonly signal?: AbortSignal | undefined;
}

const NOTHING = { types: new Map<string, string>(), digests: new Map(), identifiers: new Map() } satisfies Existing;

/**
 * Tells all that is wrong between the records of an input, and between them and the graph, and writes nothing. What
 * only follows from a piece that has a problem already is not told. Returns the number of the record sequence as of which
 * none of the records is in the graph, unless somebody writes meanwhile; null where some are.
 */
export async function audit(survey: Survey, options: AuditOptions): Promise<number | null> {
  const closures = new DependencyClosures(survey);
  const clock = options.read && (await readClock(options.read));
  let isNew = clock !== null;
  for (;;) {
    const batch = options.signal?.aborted ? null : await closures.next(options.batch);
    if (!batch) return isNew && clock ? clock.sequence : null;
    const { bundle, pieceOf } = bundleOfPieces(batch.pieces);
    const index = new BundleIndex(bundle);
    const existing = clock && options.read ? await readExisting(options.read, index, { clock }) : NOTHING;
    isNew &&= !index.ids.some((id) => existing.digests.has(id));
    const types = typesInInput(survey, index, existing.types);
    const problems = validate(index, { ...existing, types }, (collection, index) =>
      String(pieceOf(collection, index).number),
    );
    const pieces = new Map(batch.pieces.map((piece) => [String(piece.number), piece]));
    for (const problem of problems.sort((one, other) => Number(one.file) - Number(other.file))) {
      const piece = pieces.get(problem.file ?? '');
      if (piece && !isConsequence(problem, survey)) {
        options.onProblem(placedAt(piece, problem));
      }
    }
    options.onPieces(batch.batched);
  }
}

/** Types in the graph, and of all that the input has outside of this bundle. */
function typesInInput({ table }: Survey, index: BundleIndex, stored: ReadonlyMap<string, string>): Map<string, string> {
  const types = new Map(stored);
  for (const { id, kind } of index.references) {
    const entry = index.types.has(id) || stored.has(id) ? null : table.find(id);
    if (!entry) continue;
    if (entry.piece !== LEFT_OUT) types.set(id, TYPES[entry.type] ?? '');
    else types.set(id, assumedType(REFERENCE_KINDS[kind], types.get(id)));
  }
  return types;
}

/** What a record without a good form would have been: whatever those who refer to it take it for. */
function assumedType(allowed: readonly NodeType[], taken: string | undefined): string {
  return allowed.find((type) => type === taken) ?? (allowed.length === 1 ? allowed[0] : taken) ?? allowed[0] ?? '';
}

function isConsequence({ code, record }: Problem, { table }: Survey): boolean {
  return code === 'UNATTRIBUTED_CLAIM' && record !== null && table.find(leftOutAttributionKey(record)) !== null;
}
