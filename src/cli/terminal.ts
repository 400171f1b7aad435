import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** A function that adds styles to text, only on a terminal and unless NO_COLOR is set. */
export function styled(stream: NodeJS.WriteStream) {
  const isOn = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (style: Style, text: string): string => (isOn ? styleText(style, text) : text);
}

/** Writes a result to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes what is not a result, such as notes and problems, to standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes the one document of a command with `--json`. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** A number with its noun: "1 line", "12,000 lines". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural(noun)}`;
}

function plural(noun: string): string {
  return noun
    .split(' or ')
    .map((one) => `${one}s`)
    .join(' or ');
}

/** A list in words: "a, b and c". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
