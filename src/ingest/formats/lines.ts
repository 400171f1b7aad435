import type { Source } from './format.ts';

/** A line without its end, numbered from 1; `problem` instead of its bytes where it cannot be held. */
export interface Line {
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly problem: string | null;
}

/** The longest line that is read, in bytes. */
const LONGEST = 16 * 1024 * 1024;

const FEED = 0x0a;

/** The lines of a source that are not blank, one in memory at a time. */
export async function* readLines(source: Source): AsyncGenerator<Line> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (bytes: Uint8Array) => {
    length += bytes.length;
    if (length > LONGEST) parts = [];
    else if (bytes.length > 0) parts.push(bytes);
  };
  const finish = (): Line => {
    const bytes = Buffer.concat(parts);
    const problem = length > LONGEST ? 'is longer than 16 MB' : null;
    parts = [];
    length = 0;
    return { line: line++, bytes, problem };
  };
  for await (const chunk of source.open()) {
    let start = 0;
    for (let end = chunk.indexOf(FEED); end >= 0; end = chunk.indexOf(FEED, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      const whole = finish();
      if (!isBlank(whole)) yield whole;
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (!isBlank(last)) yield last;
}

function isBlank({ bytes, problem }: Line): boolean {
  return problem === null && bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
