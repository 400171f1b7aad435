import type { Asked, Moment } from '../cypher/mapping.ts';
import { limitExceeded } from '../errors.ts';
import { marksOf } from '../trace/marks.ts';
import type { Tracing } from '../trace/tracer.ts';
import { MOST_TRACED } from './parts.ts';

/** A standing, whether all rests on unnamed sources, whether on outlets' own voices, and how many claims that holds for. */
export type Mark = readonly [standing: string, unnamed: boolean, own: boolean, claims: number];

/** The marks of claims as of a said time, for which none are stored. */
export async function tracedMarks(asked: Asked, ids: readonly string[], moment: Moment): Promise<Mark[]> {
  const { model, viewer, read, node } = asked;
  if (ids.length > MOST_TRACED) {
    throw limitExceeded(
      `Standings have to be traced as of the time that you ask for, and more than ${MOST_TRACED} claims are counted. ` +
        'Narrow it by about, or ask as of now.',
      node,
    );
  }
  if (ids.length === 0) return [];
  const requests = [{ recorded: moment.recorded, ids }];
  const [tracing] = model.tracer.read(await read(model.tracer.statement(requests, viewer)), requests);
  const sight = (tracing as Tracing).sight(moment.said);
  return ids.map((id) => {
    const { standing, unnamedOnly, ownVoiceOnly } = marksOf(sight, id);
    return [standing, unnamedOnly, ownVoiceOnly, 1];
  });
}
