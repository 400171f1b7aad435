import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
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

/**
 * Standard output, or a file that is written under a temporary name and renamed when it is complete. A link stays, and
 * the file that it leads to is written; what is no file, such as a device or a pipe, is written as it is.
 */
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
  const { file, complete, abandon } = opened(path);
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
      complete();
      isOpen = false;
    });
  const discard = () => {
    if (!isOpen) return;
    isOpen = false;
    abandon();
  };
  const write = async (chunk: Buffer) => {
    buffered.push(chunk);
    bufferedBytes += chunk.length;
    if (bufferedBytes > BUFFER_SIZE) named(flush);
  };
  return { write, finish, discard };
}

interface Opened {
  readonly file: number;
  /** Ends the file when all is written. */
  readonly complete: () => void;
  /** Ends the file where it is not complete. */
  readonly abandon: () => void;
}

function opened(path: string): Opened {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === false ? existing(path) : replacing(targetOf(path));
  } catch (error) {
    throw fileFailure(path, 'written', error);
  }
}

function existing(path: string): Opened {
  const file = openSync(path, 'w');
  const close = () => closeSync(file);
  return { file, complete: close, abandon: close };
}

function replacing(path: string): Opened {
  const temporary = `${path}.${process.pid}.part`;
  const file = openSync(temporary, 'wx');
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const abandon = () => {
    close();
    rmSync(temporary, { force: true });
  };
  const complete = () => {
    fsyncSync(file);
    close();
    renameSync(temporary, path);
  };
  return { file, complete, abandon };
}

/** The file that a path leads to by links; it need not exist. */
function targetOf(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isSymbolicLink()) return path;
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path);
  return targetOf(resolve(dirname(path), readlinkSync(path)));
}
