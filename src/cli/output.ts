import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failure } from './failure.ts';

/** Where a command writes its result. */
export interface Output {
  write(text: string): Promise<void>;
  /** Puts a file in its place. */
  finish(): { readonly bytes: number; readonly sha256: string };
  /** Takes away what was written of a file that was not finished. */
  discard(): void;
}

/** Standard output, or a file that is written beside and put in its place when it is whole. */
export function openOutput(path: string | undefined): Output {
  const sink = path === undefined ? standardOutput() : fileAt(path);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (text) => {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      await sink.write(chunk);
    },
    finish: () => {
      sink.finish();
      return { bytes, sha256: hash.digest('hex') };
    },
    discard: sink.discard,
  };
}

interface Sink {
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly finish: () => void;
  readonly discard: () => void;
}

function standardOutput(): Sink {
  const nothing = () => undefined;
  const write = async (chunk: Buffer) => {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  };
  return { write, finish: nothing, discard: nothing };
}

/** Bytes that are gathered before they are written. */
const GATHERED = 1_048_576;

function fileAt(path: string): Sink {
  const beside = `${path}.${process.pid}.part`;
  const file = opened(beside, path);
  let isOpen = true;
  let gathered: Buffer[] = [];
  let waiting = 0;
  const flush = () => {
    for (let chunk = Buffer.concat(gathered); chunk.length > 0; ) chunk = chunk.subarray(writeSync(file, chunk));
    gathered = [];
    waiting = 0;
  };
  const finish = () => {
    flush();
    fsyncSync(file);
    closeSync(file);
    isOpen = false;
    renameSync(beside, path);
  };
  const discard = () => {
    if (!isOpen) return;
    closeSync(file);
    rmSync(beside, { force: true });
    isOpen = false;
  };
  const write = async (chunk: Buffer) => {
    gathered.push(chunk);
    waiting += chunk.length;
    if (waiting > GATHERED) flush();
  };
  return { write, finish, discard };
}

function opened(beside: string, path: string): number {
  try {
    return openSync(beside, 'wx');
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${(error as Error).message}.`);
  }
}
