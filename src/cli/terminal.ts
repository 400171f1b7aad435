import { once } from 'node:events';
import { styleText } from 'node:util';
import { storageFailure } from '../engine/storage-failure.ts';
import { visible, visibleJson, visibleLines } from '../text/visible.ts';

type Style = Parameters<typeof styleText>[0];

/** A part of a line that a terminal shows in a style. */
export interface Painted {
  readonly style: Style;
  readonly text: string;
}

/** A line in parts. Whatever is in a part, it stays on its line. */
export type Line = string | readonly (string | Painted)[];

export function painted(style: Style, text: string): Painted {
  return { style, text };
}

/** Writes the lines of a result to standard output. */
export function print(...lines: readonly Line[]): void {
  write(process.stdout, lines);
}

/** Writes what is not a result, such as notes and problems, to standard error. */
export function note(...lines: readonly Line[]): void {
  write(process.stderr, lines);
}

/** Writes the message of an error to standard error. */
export function noteError(lines: readonly string[]): void {
  note(...lines.map((line) => [painted('red', line)]));
}

function write(stream: NodeJS.WriteStream, lines: readonly Line[]): void {
  for (const line of lines) {
    const parts = typeof line === 'string' ? [line] : line;
    stream.write(`${parts.map((part) => shown(stream, part)).join('')}\n`);
  }
}

/** A part with nothing in it that a terminal acts on but its style, only on a terminal and unless NO_COLOR is set. */
function shown(stream: NodeJS.WriteStream, part: string | Painted): string {
  if (typeof part === 'string') return visible(part);
  const isOn = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return isOn ? styleText(part.style, visible(part.text)) : visible(part.text);
}

/** Writes the one document of a command with `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${visibleJson(JSON.stringify(value, null, 2))}\n`);
}

/** Writes a line of the log, which is JSON, to standard error. */
export function writeLog(line: string): void {
  process.stderr.write(`${visibleJson(line)}\n`);
}

/** Where the parser of the command line writes its help and its errors, which have line ends of their own. */
export const COMMAND_LINE_OUTPUT = {
  writeOut: (text: string) => process.stdout.write(visibleLines(text)),
  writeErr: (text: string) => process.stderr.write(visibleLines(text)),
};

/** Writes data to standard output: byte for byte into a pipe or a file, visibly on a terminal. */
export async function writeData(chunk: Buffer): Promise<void> {
  const { stdout } = process;
  if (!stdout.write(stdout.isTTY ? visibleLines(chunk.toString()) : chunk)) await once(stdout, 'drain');
}

/** A line on standard error that the next one replaces, where that is a terminal. */
export const statusLine = {
  get isDrawn(): boolean {
    return process.stderr.isTTY === true;
  },
  show(line: string): void {
    if (this.isDrawn) process.stderr.write(`\r\x1b[K${visible(line)}`);
    else note(line);
  },
  clear(): void {
    if (this.isDrawn) process.stderr.write('\r\x1b[K');
  },
};

/** Ends the program when nobody reads its output any more, as `head` stops; any other fault of the output is told. */
export function endWithOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    noteError([`Standard output cannot be written: ${storageFailure(error) ?? error.message}.`]);
    process.exit(1);
  });
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
