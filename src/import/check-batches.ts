import type { Collection } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import type { Problem } from '../bundle/problem.ts';
import type { NodeType } from '../bundle/records.ts';
import { REFERENCE_KINDS } from '../bundle/references.ts';
import { type Existing, validate } from '../bundle/validate.ts';
import { findWarnings } from '../bundle/warnings/find-warnings.ts';
import type { Warning } from '../bundle/warnings/warning.ts';
import type { Run } from '../engine/engine.ts';
import { readClock } from '../store/clock.ts';
import { readExisting } from '../store/existing-records.ts';
import { factsInGraph } from '../store/read-facts.ts';
import { bundleOfPieces, type PieceBundle } from './batch-bundle.ts';
import { type BatchPiece, DependencyClosures } from './dependency-closure.ts';
import { LEFT_OUT, TYPES } from './id-conflicts.ts';
import { factsInInput } from './input-facts.ts';
import {
  leftOutAttributionKey,
  type PlacedProblem,
  type PlacedWarning,
  placedAt,
  type Survey,
} from './survey-input.ts';

export interface AuditOptions {
  /** Reads the graph; null to check the input without it. */
  readonly read: Run | null;
  /** About how many records are compared with the graph at a time. */
  readonly batch: number;
  readonly onProblem: (problem: PlacedProblem) => void;
  /** Called with what is valid and probably not meant. Without it, nothing of the kind is looked for. */
  readonly onWarning?: (warning: PlacedWarning) => void;
  readonly hasEnough: () => boolean;
  /** Called with the number of pieces that were checked so far. */
  readonly onPieces: (pieces: number) => void;
  readonly signal?: AbortSignal | undefined;
}

const NO_RECORDS = { types: new Map<string, string>(), digests: new Map(), identifiers: new Map() } satisfies Existing;

/**
 * Reports all problems between the records of an input, and between them and the graph, and writes nothing. Leaves out
 * problems that only follow from those of another piece. Returns the record sequence number at which none of the
 * records is in the graph; null if some are.
 */
export async function audit(survey: Survey, options: AuditOptions): Promise<number | null> {
  const closures = new DependencyClosures(survey);
  const clock = options.read && (await readClock(options.read));
  let isNew = clock !== null;
  for (;;) {
    const batch = options.signal?.aborted || options.hasEnough() ? null : await closures.next(options.batch);
    if (!batch) return isNew && clock ? clock.sequence : null;
    const { bundle, pieceOf } = bundleOfPieces(batch.pieces);
    const index = new BundleIndex(bundle);
    const existing = clock && options.read ? await readExisting(options.read, index, { clock }) : NO_RECORDS;
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
    if (options.onWarning) await warnOf(index, pieceOf, survey, options.read, options.onWarning);
    options.onPieces(batch.batched);
  }
}

/** Reports what a batch says that is valid and probably not meant, as far as the input and the graph tell. */
export async function warnOf(
  index: BundleIndex,
  pieceOf: PieceBundle<BatchPiece>['pieceOf'],
  survey: Survey,
  read: Run | null,
  onWarning: (warning: PlacedWarning) => void,
): Promise<void> {
  const sources = [factsInInput(survey), ...(read ? [factsInGraph(read)] : [])];
  for (const warning of await findWarnings(index, sources)) onWarning(placedAt(pieceAt(warning, pieceOf), warning));
}

function pieceAt({ path: [collection, index] }: Warning, pieceOf: PieceBundle<BatchPiece>['pieceOf']): BatchPiece {
  return pieceOf(collection as Collection, Number(index));
}

/** The types of records in the graph, and of records in other parts of the input. */
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

/** The type to assume for a record that is not well-formed: one that the reference to it allows. */
function assumedType(allowed: readonly NodeType[], assumed: string | undefined): string {
  return allowed.find((type) => type === assumed) ?? (allowed.length === 1 ? allowed[0] : assumed) ?? allowed[0] ?? '';
}

function isConsequence({ code, record }: Problem, { table }: Survey): boolean {
  return code === 'UNATTRIBUTED_CLAIM' && record !== null && table.find(leftOutAttributionKey(record)) !== null;
}
