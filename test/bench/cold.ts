import { NAMES, type Places, threeLevels } from './contenders.ts';
import { timed } from './measure.ts';
import { NEW_SHAPES } from './questions.ts';

/** How long the first and the second answer to shapes took that had not been asked for, in milliseconds. */
export interface Cold {
  readonly name: string;
  readonly first: number[];
  readonly second: number[];
}

/** The servers over HTTP, and the hand-written statement through the driver. */
const ASKED: readonly string[] = [NAMES.ours, NAMES.driver, NAMES.field, NAMES.library, NAMES.embedded];

/** Asks every contender for shapes that are new to it; the first of them only warms up the planners. */
export async function coldRuns(places: Places, ids: readonly string[]): Promise<Cold[]> {
  const all = new Map<string, Cold>(ASKED.map((name) => [name, { name, first: [], second: [] }]));
  for (const [index, shape] of NEW_SHAPES.entries()) {
    const id = ids[index % ids.length] as string;
    for (const { name, ask } of threeLevels(places, shape).filter((contender) => ASKED.includes(contender.name))) {
      const first = await timed(() => ask(id));
      const second = await timed(() => ask(id));
      if (index === 0) continue;
      all.get(name)?.first.push(first);
      all.get(name)?.second.push(second);
    }
  }
  return [...all.values()];
}
