import { InvalidArgumentError } from 'commander';

/** Reads the value of an option that is a whole number from 1 on. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 9999999.');
}
