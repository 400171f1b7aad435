import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const HOST_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

/** A list of values with commas between them; white space does not count. */
function list(parse: (text: string) => string | null, expected: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const given = text.split(',').flatMap((item) => item.trim() || []);
      return given.map((item) => {
        const value = parse(item.toLowerCase());
        if (value === null) context.addIssue({ code: 'custom', message: `${JSON.stringify(item)} is not ${expected}` });
        return value ?? item;
      });
    });
}

const hosts = list(
  (text) => (HOST_NAME.test(text) || isIP(text) ? text : null),
  'a name without a port, such as graph.example.org',
);

const origins = list((text) => {
  if (!URL.canParse(text) || text.includes('*')) return null;
  const { protocol, host, pathname, search, hash, username } = new URL(text);
  if (host === '' || pathname.length > 1 || search || hash || username) return null;
  return `${protocol}//${host}`;
}, 'an origin, such as https://desk.example.org');

const Settings = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    CLAIMGRAPH_HOSTS: hosts,
    CLAIMGRAPH_ORIGINS: origins,
    CLAIMGRAPH_DATA: z.string().min(1).default('data'),
    CLAIMGRAPH_TIMEOUT: z.coerce.number().int().min(100).max(600_000).default(10_000),
    CLAIMGRAPH_WRITE_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    CLAIMGRAPH_WRITER: z.string().min(1).default('editor'),
    CLAIMGRAPH_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
    NEO4J_URI: z.url({ protocol: /^(neo4j|bolt)(\+s|\+ssc)?$/ }).optional(),
    NEO4J_USER: z.string().min(1).default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().min(1).default('neo4j'),
  })
  .refine((settings) => !settings.NEO4J_URI || settings.NEO4J_PASSWORD !== undefined, {
    path: ['NEO4J_PASSWORD'],
    message: 'is needed with NEO4J_URI',
  });

/** How the program is set up, from the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Names that the server goes by, beside those of the loopback and `host`. */
  readonly hosts: readonly string[];
  /** Whose pages may ask the server, beside its own: `https://desk.example.org`. */
  readonly origins: readonly string[];
  readonly log: string;
  /** The token that changes of the graph need, and the name under which the record has them; null where nobody may. */
  readonly writing: { readonly token: string; readonly by: string } | null;
  /** The longest a statement may take, in milliseconds. */
  readonly timeout: number;
  readonly database:
    | { readonly kind: 'embedded'; readonly path: string }
    | {
        readonly kind: 'neo4j';
        readonly uri: string;
        readonly user: string;
        readonly password: string;
        readonly database: string;
      };
}

/** Reads the settings; throws one Error that names every variable that is wrong. Empty ones count as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings cannot be used:\n  ${problems.join('\n  ')}`);
  }
  const settings = result.data;
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password = '', NEO4J_DATABASE: database } = settings;
  return {
    host: settings.HOST,
    port: settings.PORT,
    hosts: settings.CLAIMGRAPH_HOSTS,
    origins: settings.CLAIMGRAPH_ORIGINS,
    log: settings.CLAIMGRAPH_LOG,
    writing: settings.CLAIMGRAPH_WRITE_TOKEN
      ? { token: settings.CLAIMGRAPH_WRITE_TOKEN, by: settings.CLAIMGRAPH_WRITER }
      : null,
    timeout: settings.CLAIMGRAPH_TIMEOUT,
    database: uri
      ? { kind: 'neo4j', uri, user, password, database }
      : { kind: 'embedded', path: join(settings.CLAIMGRAPH_DATA, 'claimgraph.grafeo') },
  };
}
