import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';

const DOCUMENT = '.graphql';
const VARIABLES = '.variables.json';

/** A saved question: a GraphQL document of one operation with the variables to begin with, `{}` if it has none. */
export type Question = {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The saved questions of a folder, by file name. Each is a `<name>.graphql` that begins with its title as a comment
 * (`# Who said it first?`), with an optional `<name>.variables.json` beside it.
 *
 * @throws Error that names the file, if one cannot be read as such.
 */
export function readQuestions(folder: URL): Question[] {
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
  const files = readdirSync(base).sort();
  const names = files.filter((file) => file.endsWith(DOCUMENT)).map((file) => file.slice(0, -DOCUMENT.length));
  for (const file of files.filter((file) => file.endsWith(VARIABLES))) {
    const name = file.slice(0, -VARIABLES.length);
    if (!names.includes(name)) throw new Error(`${file}: no ${name}${DOCUMENT} beside it`);
  }
  return names.map((name) => ({
    name,
    ...readDocument(base, name + DOCUMENT),
    variables: files.includes(name + VARIABLES) ? readVariables(base, name + VARIABLES) : {},
  }));
}

function readDocument(folder: URL, file: string): Pick<Question, 'title' | 'query'> {
  const query = readFileSync(new URL(file, folder), 'utf8');
  const title = /^#[ \t]*(\S.*)/.exec(query)?.[1]?.trim();
  if (!title) throw new Error(`${file}: must begin with its title as a comment, such as "# Who said it first?"`);
  naming(file, () => parse(query));
  return { title, query };
}

function readVariables(folder: URL, file: string): Question['variables'] {
  const variables: unknown = naming(file, () => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) {
    throw new Error(`${file}: must hold a JSON object, one entry for each variable`);
  }
  return variables as Question['variables'];
}

function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
