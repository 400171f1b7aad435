/** How long one turn of the event loop may be spent on large answers, in milliseconds: others are served between turns. */
const SLICE = 10;

let turnStarted: number | null = null;

/** Whether enough of this turn of the event loop was spent on large answers. */
function isSpent(): boolean {
  if (turnStarted === null) {
    turnStarted = performance.now();
    setImmediate(() => {
      turnStarted = null;
    });
  }
  return performance.now() - turnStarted > SLICE;
}

/** Waits for the next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Goes on at once, or in a later turn where this one is spent. */
export async function inSlices(): Promise<void> {
  while (isSpent()) await nextTurn();
}

const waiting: Array<() => void> = [];
let isGiving = false;

/** Values as promises that are fulfilled over as many turns of the event loop as their readers take. */
export function sliced<Value>(values: readonly Value[]): Promise<Value>[] {
  const promises = values.map((value) => new Promise<Value>((resolve) => waiting.push(() => resolve(value))));
  if (!isGiving) void give();
  return promises;
}

/** Fulfils one after the other; a reader has done its work before the next one gets its value. */
async function give(): Promise<void> {
  isGiving = true;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isSpent()) await inSlices();
    next();
    await null;
  }
  isGiving = false;
}
