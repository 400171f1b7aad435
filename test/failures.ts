import { EngineError, type Statement } from '../src/engine/engine.ts';

/**
 * Takes the longer, the more numbers it multiplies with each other. The embedded engine cannot be stopped, so it is to
 * be given no more than takes it seconds.
 */
export function multiplying(numbers: number): Statement {
  const text = `UNWIND range(1, ${numbers}) AS x UNWIND range(1, ${numbers}) AS y WITH x * y AS z RETURN max(z % 7) AS top`;
  return { text, parameters: {} };
}

/** How work failed. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof EngineError ? error.failure : `not an EngineError: ${error}`;
  }
}
