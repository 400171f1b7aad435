import { type Branch, drawn, treesOf } from './chain-tree.ts';
import { counted, type Line, listed, painted } from './terminal.ts';
import { type Range, SHOWN, type Step, type TracedClaim } from './trace-query.ts';

/** A claim with its standing, denials and chains, as lines for a terminal. */
export function traceText(claim: TracedClaim): Line[] {
  const { chains, cut } = chainsOf(claim);
  return [
    [painted('bold', claim.text)],
    [painted('dim', claim.id)],
    '',
    ...numbers(claim),
    '',
    ...[...new Set([...claim.standingReasons, ...claim.independence.reasons])].map((reason) => `- ${reason}`),
    ...denials(claim),
    '',
    [painted('bold', 'Who says so, and on whose word')],
    '',
    ...trees([...chains, ...originsElsewhere(chains, claim)], claim),
    ...(cut ? [[painted('yellow', cut)]] : []),
  ];
}

const STANDING_STYLES = new Map<string, Parameters<typeof painted>[0]>([
  ['CORROBORATED', 'green'],
  ['SINGLE_SOURCE', 'yellow'],
  ['UNATTRIBUTED', 'yellow'],
]);

function numbers({ standing, independence }: TracedClaim): Line[] {
  const { newsrooms, ultimateSources, onRecord, coverage, dependsOn } = independence;
  return [
    ['Standing          ', painted(STANDING_STYLES.get(standing) ?? 'red', standing)],
    `Newsrooms         ${newsrooms}`,
    `Ultimate sources  ${rangeText(ultimateSources)}`,
    `On the record     ${onRecord}`,
    `Depends on        ${dependsOn.length === 0 ? 'nobody alone' : listed(dependsOn.map(({ name }) => name))}`,
    `Coverage          ${coverage === 'FULL' ? 'full' : 'partial: not everything along the chains was read'}`,
  ];
}

function rangeText({ min, max }: Range): string {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

function denials({ denials: all }: TracedClaim): Line[] {
  if (all.length === 0) return [];
  const lines = all.map(({ attribution: { actor, saidAt }, covers, leavesOpen }) => {
    const open = leavesOpen.length === 0 ? '' : `; leaves open ${listed(leavesOpen.map(({ id }) => id))}`;
    return `- ${actor.name}${saidAt ? `, ${saidAt}` : ''}: denies ${listed(covers.map(({ id }) => id))}${open}`;
  });
  return ['', [painted('bold', 'Denied by')], ...lines];
}

/** All chains, and a sentence if there may be more than those that were read. */
function chainsOf({ attributions: { nodes, totalCount } }: TracedClaim): { chains: readonly Step[][]; cut: string } {
  const chains = nodes.flatMap(({ chains: ofOne }) => ofOne.map((chain) => [...chain]));
  const many = nodes.filter(({ chains: ofOne }) => ofOne.length >= SHOWN.chains).length;
  const sentences = [
    ...(totalCount > nodes.length ? [`Only ${nodes.length} of ${counted(totalCount, 'attribution')} are shown.`] : []),
    ...(many > 0 ? [`At most ${SHOWN.chains} chains of each are shown.`] : []),
  ];
  return { chains, cut: sentences.join(' ') };
}

/** Origins on claims that refine or entail this one, which no chain from its own attributions leads to. */
function originsElsewhere(chains: readonly Step[][], { roots }: TracedClaim): Step[][] {
  const shown = new Set(chains.flat().map(({ id }) => id));
  return roots.filter(({ id }) => !shown.has(id)).map((step) => [step]);
}

function trees(chains: readonly Step[][], claim: TracedClaim): Line[] {
  const marks = new Map([
    ...claim.roots.map(({ id }) => [id, painted('cyan', '  ● root')] as const),
    ...claim.untraced.map(({ id }) => [id, painted('red', '  ○ untraced')] as const),
    ...claim.borrowed.map(({ id }) => [id, painted('yellow', '  ◇ says something else')] as const),
  ]);
  const all: Branch<Step>[] = treesOf(chains);
  return drawn(all, (step) => stepLines(step, marks.get(step.id), claim.id));
}

function stepLines(step: Step, mark: ReturnType<typeof painted> | undefined, claim: string): Line[] {
  const { actor, stance, saidAt, document, claim: own } = step;
  const isUnnamed = actor.__typename === 'UnnamedSource';
  const name = isUnnamed ? [painted('yellow', actor.name), ` ${unnamed(actor)}`] : [actor.name];
  const other = own.id === claim ? '' : `  (of ${own.id})`;
  const date = saidAt ?? 'no date';
  return [
    [painted('bold', stance), ' ', ...name, `, ${date}${other}`, ...(mark ? [mark] : [])],
    ...(document ? [[painted('dim', `   in ${documentText(document)}`)]] : []),
  ];
}

function unnamed({ count, shieldedBy }: Step['actor']): string {
  const many = count === undefined ? '' : `, ${rangeText(count)}`;
  return `(unnamed${many}${shieldedBy ? `, known to ${shieldedBy.name}` : ''})`;
}

function documentText({ id, kind, title, publishedAt, read, publisher }: NonNullable<Step['document']>): string {
  const what = title === null ? `${kind.toLowerCase()} without a title` : `"${title}"`;
  const details = [publisher?.name, publishedAt ?? undefined, read ? undefined : 'not read here'].filter(Boolean);
  return `${what}${details.length > 0 ? ` (${details.join(', ')})` : ''}, ${id}`;
}
