import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';

/** Whether an Authorization header carries the token; how long the answer takes gives nothing away. */
export function mayWrite(
  writing: Config['writing'],
  header: string | undefined,
): writing is NonNullable<typeof writing> {
  const sent = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  if (!writing || sent === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(writing.token));
}
