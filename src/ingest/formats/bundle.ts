import { COLLECTIONS } from '../bundle.ts';
import { syntaxProblem } from '../json.ts';
import type { BundleParts, Piece, Source } from './format.ts';
import { readLines } from './lines.ts';

/** One bundle in one JSON document, read whole: a piece for each record, numbered from 1 in the order of the bundle. */
export async function* readJsonBundle(source: Source): AsyncGenerator<Piece> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  const { value, problem } = parse(Buffer.concat(chunks));
  if (problem !== null) {
    yield piece(1, {}, [problem]);
    return;
  }
  const { $schema: _, ...bundle } = value;
  const lists = COLLECTIONS.filter((collection) => Array.isArray(bundle[collection]));
  const rest = Object.fromEntries(Object.entries(bundle).filter(([key]) => !lists.some((list) => list === key)));
  let item = 0;
  for (const collection of lists) {
    for (const record of bundle[collection] as unknown[]) yield piece(++item, { [collection]: [record] });
  }
  if (Object.keys(rest).length > 0) yield piece(item + 1, rest);
}

/** A part of a bundle in every line, such as `{"claims":[{…}]}`: each line by itself has the form of a bundle. */
export async function* readNdjson(source: Source): AsyncGenerator<Piece> {
  for await (const { line, bytes, problem } of readLines(source)) {
    if (problem !== null) {
      yield piece(line, {}, [problem]);
      continue;
    }
    const parsed = parse(bytes);
    const { $schema: _, ...records } = parsed.value;
    yield parsed.problem === null ? piece(line, records) : piece(line, {}, [parsed.problem]);
  }
}

function piece(line: number, records: object, problems: readonly string[] = []): Piece {
  return { line, records: records as BundleParts, problems, leftOut: [] };
}

interface Parsed {
  readonly value: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

function parse(bytes: Uint8Array): Parsed {
  const fails = (problem: string): Parsed => ({ value: {}, problem });
  const text = decode(bytes);
  if (text === null) return fails('is not in UTF-8');
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { value: value as Parsed['value'], problem: null } : fails('is no bundle: it must be an object');
  } catch {
    const { line, column } = syntaxProblem(text);
    return fails(`is no JSON at ${line === 1 ? '' : `line ${line}, `}column ${column}`);
  }
}

/** The text without the mark that some editors put before it; null where the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
