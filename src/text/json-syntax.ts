/** Where a text is not valid JSON; lines and columns count from 1. */
export interface SyntaxProblem {
  readonly line: number;
  readonly column: number;
}

const BLANKS = /[ \t\n\r]*/y;

const TOKEN =
  /([{}[\]:,])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/uy;

/** What JSON.parse does not say on every version of Node: the place of the first token that cannot stand there. */
export function syntaxProblem(text: string): SyntaxProblem {
  const lines = text.slice(0, offsetOfProblem(text)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

type Kind = 'punctuation' | 'string' | 'other' | 'none';

interface Token {
  readonly kind: Kind;
  readonly text: string;
}

/** Thrown through the descent, never beyond this file. */
class Stop extends Error {}

function offsetOfProblem(text: string): number {
  let start = 0;
  let end = 0;
  const next = (): Token => {
    start = endOf(BLANKS, text, end)?.end ?? end;
    const found = endOf(TOKEN, text, start);
    if (!found) return { kind: 'none', text: '' };
    end = found.end;
    const [token, punctuation, string] = found.match;
    return { kind: punctuation ? 'punctuation' : string ? 'string' : 'other', text: token };
  };
  try {
    value(next(), next);
    next();
  } catch {
    // The descent has stopped, be it at a wrong token or because the text is nested too deeply to follow.
  }
  return start;
}

function endOf(expression: RegExp, text: string, start: number) {
  expression.lastIndex = start;
  const match = expression.exec(text);
  return match && { match, end: expression.lastIndex };
}

function value(token: Token, next: () => Token): void {
  if (token.text === '{') members(next);
  else if (token.text === '[') elements(next);
  else if (token.kind === 'punctuation' || token.kind === 'none') throw new Stop();
}

function members(next: () => Token): void {
  let token = next();
  if (token.text === '}') return;
  for (;;) {
    if (token.kind !== 'string') throw new Stop();
    if (next().text !== ':') throw new Stop();
    value(next(), next);
    const after = next().text;
    if (after === '}') return;
    if (after !== ',') throw new Stop();
    token = next();
  }
}

function elements(next: () => Token): void {
  let token = next();
  if (token.text === ']') return;
  for (;;) {
    value(token, next);
    const after = next().text;
    if (after === ']') return;
    if (after !== ',') throw new Stop();
    token = next();
  }
}
