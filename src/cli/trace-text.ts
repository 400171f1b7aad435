import { type Branch, drawn, treesOf } from './chain-tree.ts';
import type { styled } from './terminal.ts';
import { counted, listed } from './terminal.ts';
import { type Range, SHOWN, type Step, type TracedClaim } from './trace-query.ts';

type Paint = ReturnType<typeof styled>;

/** A claim with its standing, denials and chains, as lines for a terminal. */
export function traceText(claim: TracedClaim, paint: Paint): string[] {
  const { chains, cut } = chainsOf(claim);
  return [
    paint('bold', claim.text),
    paint('dim', claim.id),
    '',
    ...numbers(claim, paint),
    '',
    ...claim.independence.reasons.map((reason) => `- ${reason}`),
    ...denials(claim, paint),
    '',
    paint('bold', 'Who says so, and on whose word'),
    '',
    ...trees(chains, claim, paint),
    ...(cut ? [paint('yellow', cut)] : []),
  ];
}

function numbers({ standing, independence }: TracedClaim, paint: Paint): string[] {
  const { newsrooms, ultimateSources, onRecord, coverage, dependsOn } = independence;
  const coloured = paint(
    standing === 'CORROBORATED' ? 'green' : standing === 'SINGLE_SOURCE' ? 'yellow' : 'red',
    standing,
  );
  return [
    `Standing          ${standing === 'UNATTRIBUTED' ? paint('yellow', standing) : coloured}`,
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

function denials({ denials: all }: TracedClaim, paint: Paint): string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ attribution: { actor, saidAt }, covers, leavesOpen }) => {
    const open = leavesOpen.length === 0 ? '' : `; leaves open ${listed(leavesOpen.map(({ id }) => id))}`;
    return `- ${actor.name}${saidAt ? `, ${saidAt}` : ''}: denies ${listed(covers.map(({ id }) => id))}${open}`;
  });
  return ['', paint('bold', 'Denied by'), ...lines];
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

function trees(chains: readonly Step[][], claim: TracedClaim, paint: Paint): string[] {
  const roots = new Set(claim.roots.map(({ id }) => id));
  const all: Branch<Step>[] = treesOf(chains);
  return drawn(all, (step) => stepLines(step, roots.has(step.id), claim.id, paint));
}

function stepLines(step: Step, isRoot: boolean, claim: string, paint: Paint): string[] {
  const { actor, stance, saidAt, document, claim: own } = step;
  const name = actor.__typename === 'UnnamedSource' ? `${paint('yellow', actor.name)} ${unnamed(actor)}` : actor.name;
  const root = isRoot ? paint('cyan', '  ● root') : '';
  const other = own.id === claim ? '' : `  (of ${own.id})`;
  const date = saidAt ?? 'no date';
  return [
    `${paint('bold', stance)} ${name}, ${date}${other}${root}`,
    ...(document ? [paint('dim', `   in ${documentText(document)}`)] : []),
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
