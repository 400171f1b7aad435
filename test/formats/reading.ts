import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Bundle, COLLECTIONS, type Collection } from '../../src/bundle/bundle.ts';
import { BundleIndex } from '../../src/bundle/bundle-index.ts';
import { validate } from '../../src/bundle/validate.ts';
import type { Piece, Reader, Source } from '../../src/formats/reader.ts';

/** A file of the folder `shared` next to the project; its tests are skipped if it is missing. */
export function shared(path: string): { path: string; isThere: boolean; name: string } {
  const file = fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
  const isThere = existsSync(file);
  return { path: file, isThere, name: isThere ? path : `${path}, skipped: ../shared is not there` };
}

/** A source of a text or of bytes, given in chunks of some size; it can be read again. */
export function sourceOf(content: string | Uint8Array, size = 65_536, name = 'file'): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *open() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
}

export function fileSource(path: string): Source {
  return sourceOf(readFileSync(path), 1000, path.replace(/^.*\//, ''));
}

export async function piecesOf(reader: Reader, source: Source): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of reader(source)) pieces.push(piece);
  return pieces;
}

/** Lines and problems of the pieces that gave no records. */
export function problemsOf(pieces: readonly Piece[]): [number, ...string[]][] {
  return pieces.filter(({ problems }) => problems.length > 0).map(({ line, problems }) => [line, ...problems]);
}

/**
 * The pieces as one bundle. Throws where one record has two contents, or the form is wrong: the tests that use it are of
 * files that have no such faults.
 */
export function together(pieces: readonly Piece[]): Bundle {
  const contents = new Map<string, string>();
  const bundle: Partial<Record<Collection, unknown[]>> = {};
  for (const { records } of pieces) {
    for (const collection of COLLECTIONS) {
      for (const record of records[collection] ?? []) {
        const content = JSON.stringify(record);
        const key = 'id' in record ? record.id : content;
        const known = contents.get(key);
        if (known !== undefined && known !== content) throw new Error(`two contents of ${key}: ${known} ${content}`);
        contents.set(key, content);
        if (known === undefined) bundle[collection] = [...(bundle[collection] ?? []), record];
      }
    }
  }
  return Bundle.parse(bundle);
}

/** What `check` finds between the records, as code and message. */
export function findings(bundle: Bundle): string[] {
  const nothing = { types: new Map(), identifiers: new Map() };
  return validate(new BundleIndex(bundle), nothing).map(({ code, message }) => `${code}: ${message}`);
}
