import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours, where a person reads along: on a terminal, unless NO_COLOR is set. */
export function styled(stream: NodeJS.WriteStream) {
  const isOn = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (style: Style, text: string): string => (isOn ? styleText(style, text) : text);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** For what is no result: notes and problems. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The one document of a command that was called with `--json`. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** "1 line", "12,000 lines". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural(noun)}`;
}

function plural(noun: string): string {
  return noun
    .split(' or ')
    .map((one) => `${one}s`)
    .join(' or ');
}

export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
