import { InvalidArgumentError } from 'commander';

/** Reads the value of an option that is a whole number from 1 on. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 9999999.');
}

/** A text of the command line. Node.js puts a replacement character in place of what is not UTF-8. */
export function readable(text: string): string {
  if (!text.includes('\ufffd')) return text;
  throw new InvalidArgumentError('It is not text in UTF-8.');
}
