/** A time with as many places as mean something. */
export function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

export function ratio(value: number): string {
  return value.toFixed(2);
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** A table of Markdown: text to the left, numbers to the right; `others` is the rule below all columns but the first. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], others = '---:'): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : others)));
  return [line(head), rule, ...rows.map(line)].join('\n');
}
