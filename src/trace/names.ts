import { wordedDate } from '../time/worded-date.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** Ids and names that one sentence lists; of more it says how many they are. */
const MOST_NAMED = 10;

/** An actor by name. */
export function actorName({ subgraph }: SubgraphView, actor: string): string {
  return subgraph.speakers.get(actor)?.name ?? actor;
}

/** An attribution by its speaker and date, with its id: "Reuters, 1 December 2025 (attribution:reuters)". */
export function attributionName(view: SubgraphView, { id, actor, saidAt }: TracedAttribution): string {
  return `${[actorName(view, actor), ...(saidAt === null ? [] : [wordedDate(saidAt)])].join(', ')} (${id})`;
}

/** A document by its publisher and date, else by its title, with its id: "“Fire”, 1 December 2025 (document:fire)". */
export function documentName(view: SubgraphView, id: string): string {
  const { documents, publisherOf } = view.subgraph;
  const { title = null, publishedAt = null } = documents.get(id) ?? {};
  const publisher = publisherOf.get(id);
  const name = publisher === undefined ? title && `“${title}”` : actorName(view, publisher);
  const date = publishedAt === null ? null : wordedDate(publishedAt);
  if (name === null) return date === null ? id : `a document of ${date} (${id})`;
  return `${[name, ...(date === null ? [] : [date])].join(', ')} (${id})`;
}

/** Some attributions by name, in the order of ids. */
export function attributionNames(view: SubgraphView, ids: Iterable<string>): string {
  const found = [...ids].flatMap((id) => view.subgraph.attributions.get(id) ?? []);
  return list(found, (one) => attributionName(view, one));
}

/** By whom something was taken back: "was taken back by Reuters, 2 December 2025 (attribution:note)". */
export function takenBackBy(view: SubgraphView, by: Iterable<TracedAttribution>): string {
  return `was taken back by ${list([...by], (one) => attributionName(view, one))}`;
}

export function list<T = string>(items: readonly T[], show: (item: T) => string = String, word = 'and'): string {
  const shown = items.slice(0, MOST_NAMED).map(show);
  if (items.length > MOST_NAMED) shown.push(`${items.length - MOST_NAMED} more`);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}

export function amount(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
