/** What keeps a file from being written or opened, by the name and the number of the system's error. */
const REASONS: readonly (readonly [code: string, number: number, reason: string])[] = [
  ['ENOSPC', 28, 'no space is left on its disk'],
  ['EDQUOT', 122, 'no space is left on its disk (the quota is used up)'],
  ['EFBIG', 27, 'it would be larger than this process or its disk allows'],
  ['EROFS', 30, 'its disk can only be read'],
  ['EIO', 5, 'its disk has a fault'],
  ['EMFILE', 24, 'this process has too many files open (ulimit -n allows more)'],
  ['ENFILE', 23, 'this machine has too many files open'],
  ['EACCES', 13, 'permission is denied'],
  ['EPERM', 1, 'permission is denied'],
  ['ENOENT', 2, 'it, or the folder it is in, does not exist'],
  ['ENOTDIR', 20, 'a part of its path is a file, not a folder'],
  ['EISDIR', 21, 'it is a folder'],
  ['EEXIST', 17, 'something else of its name is there'],
  ['ELOOP', 40, 'its links lead in a circle'],
  ['ENAMETOOLONG', 36, 'its name is too long'],
  ['EPIPE', 32, 'nobody reads it any more'],
];

/** The reason, in words, why a file could not be written or opened; null if the error says something else. */
export function storageFailure(error: unknown): string | null {
  const { code, message = '' } = (error ?? {}) as { readonly code?: string; readonly message?: string };
  const [, stated] = /\(os error (\d+)\)/.exec(message) ?? [];
  const found = REASONS.find(([name, number]) => code === name || stated === String(number));
  return found?.[2] ?? null;
}

/** What was thrown, in its own words. */
export function thrownMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
