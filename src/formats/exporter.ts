import type { RecordStream } from '../bundle/record-stream.ts';

/** The times as of which the records were read. */
export interface ExportContext {
  /** The record time, in ISO 8601. */
  readonly recorded: string;
  /** The said time, in EDTF, or null. */
  readonly said: string | null;
}

/** Writes records as text, in chunks. Formats that need a lookup may open the records more than once. */
export type Exporter = (records: RecordStream, context: ExportContext) => AsyncIterable<string>;
