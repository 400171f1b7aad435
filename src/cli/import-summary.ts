import { COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { ImportResult, InputPlace } from '../import/import-counts.ts';
import { CUT, type ProblemPlace } from './problems.ts';
import { counted, listed } from './terminal.ts';

/** A list such as "33 actors, 7 places and 52 claims", without empty collections; `none` if all are empty. */
export function newRecords(counts: Readonly<Record<Collection, number>>, none = 'no new record'): string {
  const kinds = COLLECTIONS.filter((collection) => counts[collection] > 0);
  return kinds.length === 0
    ? none
    : listed(kinds.map((collection) => counted(counts[collection], collection.replace(/s$/, ''))));
}

/** The result of an import in a few sentences. */
export function summaryOf(imported: ImportResult, warnings: number, noun: string, place: ProblemPlace): string[] {
  const { outcome, pieces, skipped, problems, isCut, leftOut, counts, known, revisions, began, stopped } = imported;
  const found = `${counted(problems, 'problem')} in ${counted(skipped, noun)}`;
  if (outcome === 'refused') {
    const refused = `Nothing was written: ${found}. With "--on-problem skip" the rest is imported.`;
    return isCut ? [CUT, refused] : [refused];
  }
  const span = revisions === null ? '' : ` (${revisions.first} to ${revisions.last})`;
  return [
    ...(began === null ? [] : [`Continued at ${place(began)}, where the last run stopped.`]),
    `Stored ${newRecords(counts)}${span}, from ${counted(pieces, noun)}.`,
    ...(known === 0 ? [] : [`Unchanged: ${counted(known, 'record')} that the database already had.`]),
    ...(skipped === 0 ? [] : [`Skipped: ${found}, listed above.`]),
    ...(warnings === 0 ? [] : [`With ${counted(warnings, 'warning')}, listed above.`]),
    ...(leftOut === 0 ? [] : [`Left out: ${counted(leftOut, 'value')} without a place in the graph, listed above.`]),
    ...(outcome === 'stopped' ? [stoppedAt(stopped, place)] : []),
  ];
}

function stoppedAt(stopped: InputPlace | null, place: ProblemPlace): string {
  return stopped === null
    ? 'Stopped before anything was written. Run the same command again to start over.'
    : `Stopped before ${place(stopped)}. Run the same command again to continue there.`;
}
