import type { Collection } from '../../bundle/bundle.ts';
import type { RecordStream } from '../../bundle/record-stream.ts';
import { compact } from './compact-record.ts';

/** Writes all records as one JSON document, one record per line. Streams. */
export async function* exportBundle(records: RecordStream): AsyncGenerator<string> {
  let open: Collection | null = null;
  yield '{';
  for await (const exported of records()) {
    const { collection } = exported;
    const before: string =
      open === collection ? ',\n' : `${open === null ? '' : '\n],'}\n${JSON.stringify(collection)}: [\n`;
    yield before + JSON.stringify(compact(exported));
    open = collection;
  }
  yield open === null ? '}\n' : '\n]\n}\n';
}
