import { GraphQLError, getArgumentValues } from 'graphql';
import type { AnswerObject } from '../cypher/answer-object.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { Budget, type Limits } from '../cypher/budget.ts';
import type { Model } from '../cypher/mapping.ts';
import { readAt } from '../cypher/page.ts';
import { compileRoot, withCurrentShownIds } from '../cypher/root-field.ts';
import { NO_MERGES, type ShownIds, type ShownIdsCache, withShownIds } from '../cypher/shown-ids.ts';
import type { Feed } from '../live/follow-feed.ts';
import { checkRecorded, findEvents, findStart, recordedEvents } from '../revision/recorded-events.ts';
import type { Context, PlannedFeed } from './context.ts';
import { readWithin } from './operation-time.ts';
import { bounded, type Operation, type Roots, rootsOf, type UnresolvedRoot } from './plan-operation.ts';
import { subscriptionKey } from './subscription-key.ts';

/** Events of a page: the most of these that may be read with all that is selected of each. */
const SIZES = [200, 50, 10, 1];

/** Compiles a subscription. Throws BAD_USER_INPUT and LIMIT_EXCEEDED; nothing is read before it is started. */
export function planSubscription(
  asked: Operation,
  model: Model,
  limits: Limits,
  cache: ShownIdsCache,
  { viewer, engine }: Context,
): PlannedFeed {
  const roots = rootsOf(asked, model, limits, viewer);
  if (!('type' in roots)) throw roots[0] ?? new GraphQLError('The variables do not fit.');
  const [root] = [...roots.fields.values()];
  const [node] = root?.nodes ?? [];
  const definition = node && roots.type.getFields()[node.name.value];
  if (!root || !definition) throw new GraphQLError('A subscription asks for one field.', { nodes: asked.operation });
  const given = getArgumentValues(definition, node, root.variables);
  checkRecorded(given, node);
  const { after: _after, ...args } = given;
  const size = largestSize(root, roots, limits);
  const shown: ShownArguments = (ids, since) => withShownIds(definition.args, args, ids, { present: null, now: since });
  const read = (signal: AbortSignal) => readWithin(engine, { signal, due: performance.now() + engine.timeout });
  const feed: Feed = {
    key: subscriptionKey(asked, root),
    size,
    shownArguments: (since) => JSON.stringify(shown(cache.current, since)),
    find: ({ position, since }, reach, signal) =>
      withCurrentShownIds(cache, read(signal), async (ids, knowing) => {
        const named = shown(ids, since);
        const found = await findEvents({ node, model, viewer, args: named, read: knowing }, position, reach);
        return { ...found, shownArguments: JSON.stringify(named) };
      }),
    show: async (events, present, signal) =>
      (await compile(root, roots, limits, recordedEvents(events, size, present)).run(read(signal))) as AnswerObject[],
  };
  const start = async (signal: AbortSignal) => ({
    position: await findStart({ node, args: given, read: read(signal) }),
    since: readAt(given),
  });
  return { feed, start };
}

/** The arguments with ids as they are shown by what a server knows, now or as of a record time. */
type ShownArguments = (ids: ShownIds, since: number | null) => Arguments;

/** The largest page that is within the limits; throws what is wrong with the smallest. */
function largestSize(root: UnresolvedRoot, roots: Roots, limits: Limits): number {
  let problem: unknown;
  for (const size of SIZES) {
    try {
      compile(root, roots, limits, recordedEvents([], size, 0));
      return size;
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

/** A page of events; a plan runs once, so that each page is compiled anew. */
function compile(root: UnresolvedRoot, { type }: Roots, limits: Limits, field: ReturnType<typeof recordedEvents>) {
  const own = { ...root, budget: new Budget(limits) };
  return bounded(compileRoot({ ...own, shownIds: NO_MERGES }, type, { [root.nodes[0].name.value]: field }), own);
}
