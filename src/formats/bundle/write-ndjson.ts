import type { RecordStream } from '../../bundle/record-stream.ts';
import { compact } from './compact-record.ts';

/**
 * Writes all records, one per line. Each line is a bundle of one record, `{"claims":[{…}]}`, so it can be read alone.
 * Streams.
 */
export async function* exportNdjson(records: RecordStream): AsyncGenerator<string> {
  for await (const exported of records()) {
    yield `${JSON.stringify({ [exported.collection]: [compact(exported)] })}\n`;
  }
}
