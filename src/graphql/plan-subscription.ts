import { GraphQLError, getArgumentValues } from 'graphql';
import type { AnswerObject } from '../cypher/answer-object.ts';
import { Budget } from '../cypher/budget.ts';
import type { Model } from '../cypher/mapping.ts';
import { compileRoot, withCurrentShownIds } from '../cypher/root-field.ts';
import { NO_MERGES, type ShownIdsCache, withShownIds } from '../cypher/shown-ids.ts';
import type { Feed } from '../live/follow-feed.ts';
import { checkRecorded, findEvents, findStart, recordedEvents } from '../revision/recorded-events.ts';
import type { Context } from './context.ts';
import { readWithin } from './operation-time.ts';
import { type Operation, type OperationLimits, type Roots, rootsOf, type UnresolvedRoot } from './plan-operation.ts';

/** Events of a page: the most of these that may be read with all that is selected of each. */
const SIZES = [200, 50, 10, 1];

/** Compiles a subscription. Throws BAD_USER_INPUT and LIMIT_EXCEEDED; nothing is read before the feed is started. */
export function planSubscription(
  asked: Operation,
  model: Model,
  limits: OperationLimits,
  cache: ShownIdsCache,
  { viewer, engine, signal }: Context,
): Feed {
  const roots = rootsOf(asked, model, limits, viewer);
  if (!('type' in roots)) throw roots[0] ?? new GraphQLError('The variables do not fit.');
  const [root] = [...roots.fields.values()];
  const [node] = root?.nodes ?? [];
  const definition = node && roots.type.getFields()[node.name.value];
  if (!root || !definition) throw new GraphQLError('A subscription asks for one field.', { nodes: asked.operation });
  const args = getArgumentValues(definition, root.nodes[0], root.variables);
  checkRecorded(args, root.nodes[0]);
  const size = largestSize(root, roots, limits);
  const inTime = () => readWithin(engine, engine.timeout, signal);
  const following = { node: root.nodes[0], model, viewer };
  const times = { present: null, now: null };
  return {
    size,
    start: () => findStart({ ...following, args, read: inTime() }),
    find: (position, reach) =>
      withCurrentShownIds(cache, inTime(), (shownIds, knowing) => {
        const named = withShownIds(definition.args, args, shownIds, times);
        return findEvents({ ...following, args: named, read: knowing }, position, reach);
      }),
    show: async (events, present) =>
      (await compile(root, roots, limits, recordedEvents(events, size, present)).run(inTime())) as AnswerObject[],
  };
}

/** The largest page that is within the limits; throws what is wrong with the smallest. */
function largestSize(root: UnresolvedRoot, roots: Roots, limits: OperationLimits): number {
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
function compile(
  root: UnresolvedRoot,
  { type }: Roots,
  limits: OperationLimits,
  field: ReturnType<typeof recordedEvents>,
) {
  return compileRoot({ ...root, shownIds: NO_MERGES, budget: new Budget(limits) }, type, {
    [root.nodes[0].name.value]: field,
  });
}
