import type { Target } from './target.ts';

/** Codes of errors that the database's absence explains. */
const UNAVAILABLE = 'SERVICE_UNAVAILABLE';

/** How many answers there were of each kind, and whatever should not have been among them. */
export class Tally {
  readonly times: number[] = [];
  readonly codes = new Map<string, number>();
  readonly wrong: string[] = [];
  requests = 0;
  /** Requests that broke off while a fault was under way. */
  cut = 0;
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Takes down an answer to a question that had to be answered; `start` by `performance.now`. */
  answered(name: string, start: number, { status, codes }: { status: number; codes: readonly string[] }): void {
    this.requests += 1;
    const isCalm = this.#target.isCalmSince(start);
    if (isCalm && codes.length === 0) this.times.push(performance.now() - start);
    for (const code of codes) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (status === 0) this.#broken(name, isCalm);
    else if (codes.some((code) => isWrong(code)) || (status >= 500 && !codes.includes(UNAVAILABLE))) {
      this.wrong.push(`${name}: HTTP ${status}, ${codes.join(', ')}`);
    }
  }

  #broken(name: string, isCalm: boolean): void {
    if (isCalm && this.#target.isCalm) this.wrong.push(`${name}: the connection broke off, without a fault`);
    else this.cut += 1;
  }
}

/** No code, an answer in another form, or a fault of the server's own. */
function isWrong(code: string): boolean {
  return ['uncoded', 'no answer', 'INTERNAL_SERVER_ERROR'].includes(code);
}
