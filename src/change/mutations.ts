import { BundleError, MOST_PROBLEMS, type Problem } from '../bundle/problem.ts';
import { HALF_MESSAGE, hasHalf, Text } from '../bundle/value-schemas.ts';
import type { Basis, ClaimRelationKind, CorrectInput, Verdict } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import type { Asked, Computed, ComputedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import type { Run } from '../engine/engine.ts';
import { accept } from './accept.ts';
import { parseBundleInput, prefixed, readBundleInput, withPathPrefix } from './bundle-input.ts';
import { correct } from './correct.ts';
import { judge } from './judge.ts';
import { record } from './record-bundle.ts';
import { problem } from './refusal.ts';
import { relate } from './relate.ts';
import { resolveMention } from './resolve-mention.ts';
import type { Author, ChangeResult } from './result.ts';
import { retract } from './retract.ts';

/**
 * Makes a change with the arguments of its field, in a transaction. Throws a BundleError whose paths start at the
 * arguments.
 */
type MakeChange = (run: Run, args: Arguments, author: Author) => Promise<ChangeResult>;

/** The expected number of records that a change returns, for the cost of the operation. */
const EXPECTED = 100;

const MOST_TEXT = 2_000;

/** The root fields of Mutation. Each runs in its own transaction and stores everything or nothing. */
export const mutations: Readonly<Record<string, ComputedField>> = {
  record: mutation((run, { bundle, idempotencyKey }, author) => {
    const key = requiredText('idempotencyKey', idempotencyKey);
    return record(run, readBundleInput(bundle), key, author);
  }),
  correct: mutation((run, { input }, author) => {
    const { id, replacement, reason } = input as CorrectInput;
    const bundle = withPathPrefix(['input', 'replacement'], () => parseBundleInput(replacement));
    const why = requiredText('input.reason', reason);
    return correct(run, { id, replacement: bundle }, { ...author, reason: why }).catch(at('input'));
  }),
  retract: mutation((run, { id, reason }, author) =>
    retract(run, id as string, { ...author, reason: requiredText('reason', reason) }),
  ),
  accept: mutation((run, { id, reason }, author) =>
    accept(run, id as string, { ...author, reason: requiredText('reason', reason) }),
  ),
  relate: mutation((run, args, author) => {
    const { from, to, kind, basis } = args as { from: string; to: string; kind: ClaimRelationKind; basis: Basis };
    const reason = reasonOf(args);
    return relate(run, { from, to, kind, basis, ...(reason !== undefined && { reason }) }, { ...author, reason });
  }),
  judge: mutation((run, args, author) => {
    const { left, right, verdict } = args as { left: string; right: string; verdict: Verdict };
    return judge(run, { left, right, verdict }, { ...author, reason: reasonOf(args) });
  }),
  resolveMention: mutation((run, args, author) => {
    const { id, entity = null } = args as { id: string; entity?: string | null };
    return resolveMention(run, { id, entity }, { ...author, reason: reasonOf(args) });
  }),
};

function mutation(makeChange: MakeChange): ComputedField {
  const compute = async ({ args, writer }: Asked): Promise<Computed> => {
    if (!writer) return refused([problem('FORBIDDEN', [], FORBIDDEN)]);
    const halves = halfTexts(args);
    if (halves.length > 0) return refused(halves);
    try {
      const { by } = writer;
      return answered(await writer.write((run) => makeChange(run, args, { by })));
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      return refused(error.problems);
    }
  };
  return { kind: 'computed', rows: () => EXPECTED, hasTimes: true, compute };
}

/** The ids and other texts among the arguments that no database can hold; bundles are checked by themselves. */
function halfTexts({ input, ...args }: Arguments): Problem[] {
  const { id } = (input ?? {}) as { readonly id?: string };
  const texts: (readonly [path: string[], value: unknown])[] = Object.entries(args).map(([name, one]) => [[name], one]);
  return [...texts, [['input', 'id'], id] as const].flatMap(([path, value]) =>
    typeof value === 'string' && hasHalf(value) ? [problem('INVALID', path, HALF_MESSAGE)] : [],
  );
}

const FORBIDDEN = 'Changes need the token of this server, sent as "Authorization: Bearer …".';

function answered({ revision, changed, replayed, changedAt, warnings = [] }: ChangeResult): Computed {
  const recorded = Math.max(revision.at, changedAt);
  const value = {
    revision: new NodeRef(revision.id, recorded),
    changed: changed.map((id) => new NodeRef(id, changedAt)),
    problems: [],
    warnings: warnings.slice(0, MOST_PROBLEMS),
    replayed,
  };
  return { value, recorded };
}

function refused(problems: readonly Problem[]): Computed {
  const reported = problems.slice(0, MOST_PROBLEMS).map(({ code, path, message }) => ({ code, path, message }));
  return { value: { revision: null, changed: [], problems: reported, warnings: [], replayed: false }, recorded: 0 };
}

function at(place: string) {
  return (error: unknown): never => {
    throw prefixed([place], error);
  };
}

function reasonOf({ reason }: Arguments): string | undefined {
  return reason === null || reason === undefined ? undefined : requiredText('reason', reason);
}

/** A text that must not be blank or too long. Throws a BundleError. */
function requiredText(place: string, value: unknown): string {
  const text = value as string;
  const fail = (message: string) => new BundleError([problem('INVALID', place.split('.'), message)]);
  if (text.length > MOST_TEXT) throw fail(`is longer than ${MOST_TEXT} characters`);
  const form = Text.safeParse(text);
  if (!form.success) throw fail(form.error.issues.map(({ message }) => message).join(', '));
  return text;
}
