import { createHash } from 'node:crypto';
import { type Bundle, COLLECTIONS } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { checkForm } from '../bundle/check-form.ts';
import { completeBundle } from '../bundle/combine.ts';
import { MOST_PROBLEMS, type Problem } from '../bundle/problem.ts';
import { isCounted } from '../bundle/warnings/facts.ts';
import type { Warning } from '../bundle/warnings/warning.ts';
import type { LeftOut, Piece, Reader, Source } from '../formats/reader.ts';
import { idConflicts, keysOf, LEFT_OUT } from './id-conflicts.ts';
import { IdTable } from './id-table.ts';
import { Paging } from './paging.ts';
import { PiecesById } from './pieces-by-id.ts';
import { Spool } from './spool.ts';

/** A source with its reader. */
export interface Input {
  readonly source: Source;
  readonly reader: Reader;
  /** What the records depend on besides the bytes: the name of the format and the settings of its reader. */
  readonly format: string;
}

/** A problem with the line of its file, or the item of a document that is not read line by line. */
export interface PlacedProblem extends Omit<Problem, 'path'> {
  readonly line: number;
}

/** A warning with its place. */
export interface PlacedWarning extends Omit<Warning, 'path'> {
  readonly line: number;
}

/** A problem or a warning with its file and line, without its path, which leads through a bundle that users never see. */
export function placedAt<Found extends Problem | Warning>(
  { file, line }: { file: string; line: number },
  found: Found,
): Omit<Found, 'path'> & { readonly line: number } {
  const { path, ...rest } = found;
  return { ...rest, file, line };
}

/** A left-out value with its file and line. */
export interface PlacedLeftOut extends LeftOut {
  readonly file: string;
  readonly line: number;
}

/** Is called with what a survey finds. */
export interface Listener {
  readonly onProblem: (problem: PlacedProblem) => void;
  readonly onLeftOut: (leftOut: PlacedLeftOut) => void;
  /** Whether so much is wrong that nobody needs to know the rest: then reading stops. */
  readonly hasEnough: () => boolean;
  /** Called with the number of bytes of all inputs that were read so far. */
  readonly onBytes: (bytes: number) => void;
}

/** An input that was read once: its well-formed pieces are in the spool, and its ids are in the table. */
export interface Survey {
  readonly spool: Spool;
  /** Ids, relations, derivations and identifiers of the input, with the piece that has them, or `LEFT_OUT`. */
  readonly table: IdTable;
  /** The pieces with attributions on a claim. */
  readonly claimPieces: PiecesById;
  /** The pieces with derivations of a document, and with those by which it shares a text. */
  readonly derivingPieces: PiecesById;
  /** The number of lines or items of the input, including those with problems. */
  readonly pieces: number;
  /** A digest of all bytes and formats: the same for the same input. */
  readonly fingerprint: string;
  /** Deletes the temporary files. */
  readonly close: () => void;
}

/** The most problems that are reported before reading stops, where anything wrong means that nothing is stored. */
export const MOST_REPORTED = 10_000;

/** Reads inputs to their end, or until the signal or enough problems. Throws any error of their sources. */
export async function survey(inputs: readonly Input[], listener: Listener, signal?: AbortSignal): Promise<Survey> {
  const digest = createHash('sha256');
  const paging = new Paging();
  const spool = new Spool(paging);
  const state = { spool, table: new IdTable(paging), ...piecesById(paging) };
  const close = () => {
    spool.close();
    paging.close();
  };
  let pieces = 0;
  let bytes = 0;
  try {
    for (const { source, reader, format } of inputs) {
      let line = 0;
      const content = createHash('sha256');
      const tapped = tap(source, (chunk) => {
        content.update(chunk);
        bytes += chunk.length;
        listener.onBytes(bytes);
      });
      for await (const piece of reader(tapped)) {
        if (signal?.aborted || listener.hasEnough()) break;
        // The pieces of one line come one after the other.
        if (piece.line !== line) pieces += 1;
        line = piece.line;
        addPiece(piece, source.name, state, listener);
      }
      digest.update(`${format} ${content.digest('hex')}\n`);
      if (listener.hasEnough()) break;
    }
  } catch (error) {
    close();
    throw error;
  }
  return { ...state, pieces, fingerprint: digest.digest('hex'), close };
}

function tap(source: Source, see: (chunk: Uint8Array) => void): Source {
  async function* open() {
    for await (const chunk of source.open()) {
      see(chunk);
      yield chunk;
    }
  }
  return { name: source.name, open };
}

function piecesById(paging: Paging) {
  return { claimPieces: new PiecesById(paging), derivingPieces: new PiecesById(paging) };
}

type State = Pick<Survey, 'spool' | 'table' | 'claimPieces' | 'derivingPieces'>;

function addPiece(piece: Piece, file: string, state: State, listener: Listener): void {
  const { line } = piece;
  for (const leftOut of piece.leftOut) listener.onLeftOut({ ...leftOut, file, line });
  const stated = piece.problems.map((message): Problem => ({ ...WHOLE_PIECE, file, message }));
  const checked = stated.length > 0 ? { problems: stated } : checkForm(piece.records, file);
  const keys = 'bundle' in checked ? keysOf(new BundleIndex(checked.bundle)) : [];
  const problems = 'bundle' in checked ? idConflicts(keys, file, state) : checked.problems;
  for (const problem of problems.slice(0, MOST_PROBLEMS)) listener.onProblem(placedAt({ file, line }, problem));
  if (problems.length > 0 || !('bundle' in checked)) {
    rememberLeftOut(piece, state);
    return;
  }
  const { bundle } = checked;
  const filled = Object.entries(bundle).filter(([, records]) => records.length > 0);
  if (filled.length === 0) return;
  const number = state.spool.add({ file, line, records: Object.fromEntries(filled) });
  for (const { key, content, type } of keys) {
    const entry = state.table.find(key);
    if (!entry || entry.piece === LEFT_OUT) state.table.put(key, content, number, type);
  }
  for (const { claim } of bundle.attributions) state.claimPieces.add(claim, number);
  rememberForWarnings(bundle, number, state);
}

/** Remembers which claims are denied and which documents derive from others: what is warned of depends on it. */
function rememberForWarnings({ attributions, derivations }: Bundle, piece: number, state: State): void {
  const { table, derivingPieces } = state;
  for (const { claim } of attributions.filter((one) => one.stance === 'DENIES' && isCounted(one))) {
    if (!table.find(denialKey(claim))) table.put(denialKey(claim), '', piece);
  }
  for (const { document, from, kind } of derivations as readonly { document: string; from: string; kind: string }[]) {
    for (const id of kind === 'SAME_TEXT' ? [document, from] : [document]) derivingPieces.add(id, piece);
  }
}

const WHOLE_PIECE: Problem = { code: 'INVALID', file: null, record: null, field: null, path: [], message: '' };

/** Remembers the ids of a piece that is left out, so that references to them are not reported as unknown. */
function rememberLeftOut({ records }: Piece, { table }: State): void {
  const leftOut = completeBundle(records as Partial<Bundle>);
  for (const collection of COLLECTIONS) {
    const list: unknown = leftOut[collection];
    for (const record of Array.isArray(list) ? (list as unknown[]) : []) {
      const { id, claim } = (record ?? {}) as { id?: unknown; claim?: unknown };
      if (typeof id === 'string' && !table.find(id)) table.put(id, '', LEFT_OUT);
      if (typeof claim === 'string') table.put(leftOutAttributionKey(claim), '', LEFT_OUT);
    }
  }
}

/** The key in the table for a claim with an attribution in a piece that was left out. */
export function leftOutAttributionKey(claim: string): string {
  return `attribution on ${claim}`;
}

/** The key in the table for a claim that an attribution of the input denies. */
export function denialKey(claim: string): string {
  return `denial of ${claim}`;
}
