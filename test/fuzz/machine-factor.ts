import { percentile } from '../bench/measure.ts';

/** How long the work below takes on two quiet cores, in milliseconds. */
const QUIET = 25;

/** However busy the machine is: a bound that is always kept says nothing. */
const MOST = 4;

function work(): void {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ id: `claim:c${(at * 7_919) % 20_000}`, at }));
  JSON.parse(JSON.stringify(rows.sort((one, other) => (one.id < other.id ? -1 : 1))));
}

/** How many times as long work takes here and now as on a quiet machine, rounded up; 1 to 4. */
export function machineFactor(): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(MOST, Math.max(1, Math.ceil(percentile(times, 50) / QUIET)));
}
