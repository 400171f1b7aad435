import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { fileFailure } from './failure.ts';
import { writeData } from './terminal.ts';

/** Where a command writes its result. */
export interface Output {
  write(text: string): Promise<void>;
  /** Finishes the file, and gives its size and hash. */
  finish(): { readonly bytes: number; readonly sha256: string };
  /** Deletes a file that is not finished. */
  discard(): void;
}

/** Standard output, or a file that is written under a temporary name and renamed when it is complete. */
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
  return { write: writeData, finish: nothing, discard: nothing };
}

/** The number of bytes that are buffered before they are written. */
const BUFFER_SIZE = 1_048_576;

function fileAt(path: string): Sink {
  const temporary = `${path}.${process.pid}.part`;
  const file = opened(temporary, path);
  let isOpen = true;
  let buffered: Buffer[] = [];
  let bufferedBytes = 0;
  const flush = () => {
    for (let chunk = Buffer.concat(buffered); chunk.length > 0; ) chunk = chunk.subarray(writeSync(file, chunk));
    buffered = [];
    bufferedBytes = 0;
  };
  const named = (work: () => void) => {
    try {
      work();
    } catch (error) {
      throw fileFailure(path, 'written', error);
    }
  };
  const finish = () =>
    named(() => {
      flush();
      fsyncSync(file);
      closeSync(file);
      isOpen = false;
      renameSync(temporary, path);
    });
  const discard = () => {
    if (!isOpen) return;
    closeSync(file);
    rmSync(temporary, { force: true });
    isOpen = false;
  };
  const write = async (chunk: Buffer) => {
    buffered.push(chunk);
    bufferedBytes += chunk.length;
    if (bufferedBytes > BUFFER_SIZE) named(flush);
  };
  return { write, finish, discard };
}

function opened(temporary: string, path: string): number {
  try {
    return openSync(temporary, 'wx');
  } catch (error) {
    throw fileFailure(path, 'written', error);
  }
}
