import { type Bundle, COLLECTIONS, type FileOf } from './bundle.ts';
import type { Problem } from './problem.ts';
import type { RecordLocation } from './records.ts';

/** Something about a record of a bundle, before it has a name and a path. */
export interface Fault<Code extends string> extends RecordLocation {
  readonly code: Code;
  readonly field: string | null;
  readonly message: string;
}

/** A problem, or a warning in the same form. */
export type Placed<Code extends string> = Omit<Problem, 'code'> & { readonly code: Code };

/** Faults in bundle order, with their files, records and paths. */
export function placedFaults<Code extends string>(
  bundle: Bundle,
  faults: Fault<Code>[],
  fileOf: FileOf,
): Placed<Code>[] {
  const rank = ({ collection }: Fault<Code>) => COLLECTIONS.indexOf(collection);
  return faults
    .sort((one, other) => rank(one) - rank(other) || one.index - other.index)
    .map(({ code, collection, index: at, field, message }) => {
      const record = bundle[collection][at];
      const name = record && 'id' in record ? record.id : `${collection}.${at}`;
      const path = [collection, String(at), ...(field?.split('.') ?? [])];
      return { code, file: fileOf(collection, at), record: name, field, path, message };
    });
}
