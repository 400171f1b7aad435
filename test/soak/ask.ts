/** What came over HTTP; `status` is 0 where nothing came. */
export interface Answered {
  readonly status: number;
  readonly codes: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the question.
  readonly data: any;
}

/** The longest that a client waits, in milliseconds: the time limit of the server, and some more. */
const PATIENCE = 40_000;

/** Sends an operation by POST. */
export async function ask(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  token?: string,
): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ query, variables });
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal });
    return { status: answer.status, ...read(await answer.text()) };
  } catch {
    return { status: 0, codes: [], data: null };
  }
}

/** The data of a body and the codes of its errors; "no answer" where it is not in GraphQL's form. */
export function read(text: string): { readonly codes: readonly string[]; readonly data: unknown } {
  try {
    const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
    if (data === undefined && errors.length === 0) return { codes: ['no answer'], data: null };
    return { codes: [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'uncoded'))], data };
  } catch {
    return { codes: ['no answer'], data: null };
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
