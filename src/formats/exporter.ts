import type { RecordStream } from '../bundle/record-stream.ts';

/** As of when the records were read. */
export interface ExportContext {
  /** Record time that was read, ISO 8601. */
  readonly recorded: string;
  /** Said time, EDTF, or null. */
  readonly said: string | null;
}

/** Writes records as text, in chunks. Rewindable: formats that need a look-up may open the records more than once. */
export type Exporter = (records: RecordStream, context: ExportContext) => AsyncIterable<string>;
