import { type Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { Problem } from '../bundle/problem.ts';
import type { Loaded } from '../change/load.ts';
import { type Listener, MOST_REPORTED, placedAt, type Survey } from './survey-input.ts';

/** The result of one run of an import. */
export interface ImportResult {
  /** `refused`: nothing was written because of problems. `stopped`: the same import can continue there. */
  readonly outcome: 'done' | 'refused' | 'stopped';
  /** The number of lines or items of the input. */
  readonly pieces: number;
  /** How many of them this run left out, because of problems in them or in what they depend on. */
  readonly skipped: number;
  readonly problems: number;
  /** Whether there were so many problems that the rest of the input was not looked at. */
  readonly isCut: boolean;
  /** The number of values that have no place in the graph. */
  readonly leftOut: number;
  /** The new records of this run by collection, and the number of records that the graph already had (`known`). */
  readonly counts: Readonly<Record<Collection, number>>;
  readonly known: number;
  /** The first and the last revision that were written; null if nothing was new. */
  readonly revisions: { readonly first: string; readonly last: string } | null;
  /** Where this run began and where it stopped; null for the beginning and the end of the input. */
  readonly began: InputPlace | null;
  readonly stopped: InputPlace | null;
}

/** A place in the input. */
export interface InputPlace {
  readonly file: string;
  readonly line: number;
}

type Counts = Record<Collection, number>;

interface Reporting {
  /** What happens if there is a problem: see `ImportOptions`. */
  readonly onProblem: 'nothing' | 'skip';
  readonly onFound?: Listener['onProblem'] | undefined;
  readonly onLeftOut?: Listener['onLeftOut'] | undefined;
}

/** Counts what an import finds and stores, and passes problems and left-out values on. */
export class ImportCounts {
  readonly listener: Omit<Listener, 'onBytes'>;
  readonly #counts = Object.fromEntries(COLLECTIONS.map((collection) => [collection, 0])) as Counts;
  #existing = 0;
  #problems = 0;
  #leftOut = 0;
  #skipped = 0;
  /** Problems of one piece come one after the other. */
  #lastPlace = '';
  #revisions: ImportResult['revisions'] = null;

  constructor({ onFound, onLeftOut, onProblem: consequence }: Reporting) {
    this.listener = {
      hasEnough: () => consequence === 'nothing' && this.#problems >= MOST_REPORTED,
      onProblem: (problem) => {
        this.#problems += 1;
        const place = `${problem.file}:${problem.line}`;
        if (place !== this.#lastPlace) this.#skipped += 1;
        this.#lastPlace = place;
        onFound?.(problem);
      },
      onLeftOut: (leftOut) => {
        this.#leftOut += 1;
        onLeftOut?.(leftOut);
      },
    };
  }

  get problems(): number {
    return this.#problems;
  }

  /** Adds problems between records; the `file` of each is the number of a piece. */
  addProblems(problems: readonly Problem[], { spool, table }: Survey): void {
    for (const problem of problems.toSorted((one, other) => Number(one.file) - Number(other.file))) {
      const piece = spool.read(Number(problem.file));
      const id = problem.message.split(' ', 1)[0] ?? '';
      const isLeftOut = problem.code === 'UNKNOWN_REFERENCE' && table.find(id) !== null;
      const message = isLeftOut ? `${id} is in the input, but was left out` : problem.message;
      this.listener.onProblem(placedAt(piece, { ...problem, message }));
    }
  }

  /** Adds what the load of a bundle stored. */
  addStored({ counts, revision }: Loaded, bundle: Bundle): void {
    for (const collection of COLLECTIONS) {
      this.#counts[collection] += counts[collection];
      this.#existing += bundle[collection].length - counts[collection];
    }
    if (revision) this.#revisions = { first: this.#revisions?.first ?? revision.id, last: revision.id };
  }

  /** The result of a run that began and stopped at these pieces. */
  result(outcome: ImportResult['outcome'], read: Survey, began = 0, position?: number): ImportResult {
    const placeAt = (piece: number | undefined) => {
      if (piece === undefined || piece === 0 || piece >= read.spool.length) return null;
      const { file, line } = read.spool.read(piece);
      return { file, line };
    };
    return {
      outcome,
      pieces: read.pieces,
      skipped: this.#skipped,
      problems: this.#problems,
      isCut: this.listener.hasEnough(),
      leftOut: this.#leftOut,
      counts: { ...this.#counts },
      known: this.#existing,
      revisions: this.#revisions,
      began: placeAt(began),
      stopped: placeAt(position),
    };
  }
}
