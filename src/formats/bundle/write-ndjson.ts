import type { RecordStream } from '../../bundle/record-stream.ts';
import { compact } from './compact.ts';

/**
 * The bundle in lines: each is a bundle of one record, `{"claims":[{…}]}`, so any line by itself can be read as a file.
 * Nothing is left out. Streams.
 */
export async function* exportNdjson(records: RecordStream): AsyncGenerator<string> {
  for await (const exported of records()) {
    yield `${JSON.stringify({ [exported.collection]: [compact(exported)] })}\n`;
  }
}
