import type { Engine } from '../engine/engine.ts';
import { currentRecordTime } from '../store/read-all-records.ts';
import { Failure, usage } from './failure.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The record time of an option, in milliseconds since 1970; by default the last record time of the graph. A time in the
 * future is refused, because the graph as of then could still change.
 */
export async function recordTime(engine: Engine, option: string, text: string | undefined): Promise<number> {
  const time = text === undefined ? null : Date.parse(text);
  if (time !== null && (!MOMENT.test(text ?? '') || Number.isNaN(time))) {
    throw usage(`${option} ${text} is not a moment such as 2025-12-01T12:00:00Z.`);
  }
  const present = await currentRecordTime(engine);
  if (time !== null && time > Math.max(present, Date.now())) {
    throw new Failure(`${option} ${text} is in the future.`);
  }
  return time ?? present;
}

export function isoOf(time: number): string {
  return new Date(time).toISOString();
}
