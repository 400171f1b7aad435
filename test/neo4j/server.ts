import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { ensureJars, jarsOf } from './jars.ts';
import { findJava } from './java.ts';
import { chosenVersion, type Neo4jVersion } from './versions.ts';

const USER = 'neo4j';
const START_MS = 120_000;
const STOP_MS = 10_000;

/** A Neo4j that answers. `stop` may be called more than once; a server that others run (`pid` 0) it leaves alone. */
export interface Neo4jServer {
  uri: string;
  user: string;
  password: string;
  pid: number;
  stop(): Promise<void>;
}

/** How to start one. */
export interface Neo4jOptions {
  /** By default the one that CLAIMGRAPH_TEST_NEO4J_VERSION chooses. */
  version?: Neo4jVersion;
  /** As in `-Xmx`; `1g` by default. The limits on transactions' memory expect at least that. */
  heap?: string;
  /** As in `server.memory.pagecache.size`; `256m` by default. */
  pageCache?: string;
  /** The most memory of one transaction, and of all together; `256m` and `512m` by default. */
  transactionMemory?: { one: string; all: string };
  /** A home folder to use again, with the data left in it; by default a new one that is removed at the end. */
  home?: string;
  /** The port to listen on, where it has to be that of an earlier start; a free one by default. */
  port?: number;
  /**
   * For tests, which ask a thousand statements a few times each and empty and fill a store all the time: keeps plans
   * however the data and the lengths of parameters change.
   */
  forTests?: boolean;
  /** Receives a line about each step that takes long. */
  log?: (line: string) => void;
}

/** Null when `startNeo4j` can work here, else one sentence saying what is missing. */
export function neo4jAvailable(version = chosenVersion()): string | null {
  if (process.env.CLAIMGRAPH_TEST_NEO4J_URI) return null;
  if (process.platform === 'win32') return 'the Neo4j for tests needs a POSIX system.';
  const java = findJava(version.java);
  if ('missing' in java) return java.missing;
  if (existsSync(jarsOf(version))) return null;
  const maven = spawnSync('mvn', ['--version']);
  return maven.error || maven.status !== 0 ? 'Maven (mvn) is not on the PATH.' : null;
}

/**
 * A real Neo4j Community on a free loopback port, with auth on; its jars are fetched through Maven the first time. It
 * ends with `stop`, and also when this process ends in any way. With CLAIMGRAPH_TEST_NEO4J_URI (and _USER, _PASSWORD)
 * set it is that running server instead. Rejects with the end of Neo4j's own log when it does not come up.
 */
export async function startNeo4j(options: Neo4jOptions = {}): Promise<Neo4jServer> {
  const running = process.env.CLAIMGRAPH_TEST_NEO4J_URI;
  if (running) return external(running);
  const { version = chosenVersion() } = options;
  await ensureJars(version, options.log ?? (() => {}));
  const port = options.port ?? (await freePort());
  const home = options.home ? resolve(options.home) : await mkdtemp(join(tmpdir(), 'claimgraph-neo4j-'));
  const password = await writeHome(home, configuration(port, version, options));
  const java = runJava(version, home, options);
  const guard = guardAgainstOurEnd(java, options.home ? '' : home);
  const uri = `bolt://127.0.0.1:${port}`;
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= end(java).then(() => dismiss(guard));
    return stopping;
  };
  try {
    await answering(uri, password, java);
  } catch (error) {
    const message = `Neo4j ${version.release} did not start: ${messageOf(error)}\n${endOfLogs(home)}`;
    await stop();
    throw new Error(message);
  }
  return { uri, user: USER, password, pid: java.pid ?? 0, stop };
}

async function external(uri: string): Promise<Neo4jServer> {
  const user = process.env.CLAIMGRAPH_TEST_NEO4J_USER ?? USER;
  const password = process.env.CLAIMGRAPH_TEST_NEO4J_PASSWORD ?? '';
  return { uri, user, password, pid: 0, stop: async () => {} };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

function configuration(port: number, { cypher }: Neo4jVersion, options: Neo4jOptions): string {
  const { pageCache, transactionMemory, forTests } = options;
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache ?? '256m'}
db.memory.transaction.max=${transactionMemory?.one ?? '256m'}
dbms.memory.transaction.total.max=${transactionMemory?.all ?? '512m'}
db.tx_log.preallocate=false
${cypher === '5' ? '' : `db.query.default_language=CYPHER_${cypher}`}
# Without this, shutting down waits ten seconds for threads that have nothing to do.
internal.server.bolt.thread_pool_shutdown_wait_time=0s
${forTests ? KEEP_PLANS : ''}
`;
}

const KEEP_PLANS = `dbms.cypher.min_replan_interval=1d
server.memory.query_cache.per_db_cache_num_entries=5000
# Else a statement is planned anew for lists and strings of one, up to ten, up to a hundred and so on.
internal.cypher.use_parameter_size=false`;

/** Lays out the home folder and returns the password, which a home used again has kept. */
async function writeHome(home: string, config: string): Promise<string> {
  const secret = join(home, 'password');
  const password = existsSync(secret) ? readFileSync(secret, 'utf8') : randomBytes(12).toString('hex');
  for (const folder of ['conf', 'logs', 'data/dbms']) await mkdir(join(home, folder), { recursive: true });
  await writeFile(secret, password, { mode: 0o600 });
  await writeFile(join(home, 'conf/neo4j.conf'), config);
  await writeFile(join(home, 'data/dbms/auth.ini'), initialPassword(password), { mode: 0o600 });
  return password;
}

/** What `neo4j-admin dbms set-initial-password` writes, without starting a second JVM for it. */
function initialPassword(password: string): string {
  const salt = randomBytes(32);
  let hash = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < 1024; round++) hash = createHash('sha256').update(hash).digest();
  return `${USER}:SHA-256,${hash.toString('hex')},${salt.toString('hex')},1024:\n`;
}

/** With all tiers of the JVM's compiler: one tier alone gained nothing over a whole suite. */
function runJava(version: Neo4jVersion, home: string, { heap = '1g' }: Neo4jOptions): ChildProcess {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang'];
  const flags = opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const folders = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  const main = ['-cp', join(jarsOf(version), '*'), version.main, ...folders];
  const console = openSync(join(home, 'logs/console.log'), 'w');
  const found = findJava(version.java);
  if ('missing' in found) throw new Error(found.missing);
  const java = spawn(found.program, [`-Xmx${heap}`, ...flags, ...main], {
    detached: true,
    stdio: ['ignore', console, console],
  });
  java.on('error', () => {});
  closeSync(console);
  return java;
}

/**
 * A shell whose standard input ends when this process does, however that comes: it then kills Neo4j, unless it has
 * read that Neo4j has ended (its pid may be another's by then), and removes the folder.
 */
function guardAgainstOurEnd(java: ChildProcess, folder: string): ChildProcess {
  const clearUp = 'read -r ended || { kill -9 "$1"; sleep 1; }; cat; [ -z "$2" ] || rm -rf "$2"';
  const guard = spawn('sh', ['-c', clearUp, 'guard', String(java.pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  guard.stdin?.on('error', () => {});
  java.once('exit', () => guard.stdin?.write('ended\n'));
  return guard;
}

/** Lets the guard do its part now. */
async function dismiss(guard: ChildProcess): Promise<void> {
  if (hasEnded(guard)) return;
  guard.ref();
  const ended = new Promise((done) => guard.once('exit', done));
  guard.stdin?.end();
  await ended;
}

/** Returns once a query is answered: the first one takes two seconds, which no test should have to expect. */
async function answering(uri: string, password: string, java: ChildProcess): Promise<void> {
  const settings = { connectionTimeout: 2_000, maxTransactionRetryTime: 0 };
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, password), settings);
  let latest: unknown;
  const late = delay(START_MS, false, { ref: false });
  try {
    while (!hasEnded(java)) {
      const answer = driver.executeQuery('RETURN 1').then(() => true);
      const answered = await Promise.race([answer, late]).catch((error: unknown) => {
        latest = error;
        return delay(100);
      });
      if (answered) return;
      if (answered === false) throw new Error(`no answer within ${START_MS / 1_000} s (${messageOf(latest)}).`);
    }
    throw new Error(java.pid ? 'its process ended.' : 'java cannot be run.');
  } finally {
    await driver.close();
  }
}

async function end(java: ChildProcess): Promise<void> {
  if (hasEnded(java)) return;
  const ended = new Promise((done) => java.once('exit', done));
  java.kill('SIGTERM');
  const timer = setTimeout(() => java.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function endOfLogs(home: string): string {
  const files = ['console.log', 'neo4j.log', 'debug.log'].map((name) => join(home, 'logs', name)).filter(existsSync);
  const end = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  return files.map((file) => `--- ${file}\n${end(file)}`).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
