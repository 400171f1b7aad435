import type { Asked, Moment } from '../cypher/mapping.ts';
import { openStatement } from '../cypher/statement-head.ts';
import { limitExceeded } from '../errors.ts';
import { traceMarksOf } from '../trace/trace-marks.ts';
import type { Tracing } from '../trace/tracer.ts';
import { MOST_TRACED, tracedCount } from './counts.ts';

/** A standing, whether all roots are unnamed sources, whether all are outlets in their own voice, and how many claims have these. */
export type MarkCount = readonly [standing: string, unnamed: boolean, own: boolean, claims: number];

/** The marks of claims as of a said time at which what is stored of them does not hold. */
export async function countTracedMarks(asked: Asked, ids: readonly string[], moment: Moment): Promise<MarkCount[]> {
  const { model, viewer, read, node } = asked;
  if (ids.length > MOST_TRACED) {
    throw limitExceeded(
      `Standings are traced as of the said time: those of ${await countAll(asked)} claims, and ${MOST_TRACED} can be. ` +
        'Narrow it by about, or leave out asOf.said.',
      node,
    );
  }
  if (ids.length === 0) return [];
  const counts: MarkCount[] = [];
  await model.tracer.trace(read, [{ recorded: moment.recorded, ids }], viewer, async (traced) => {
    const view = (traced.tracing as Tracing).viewAt(moment.said);
    for (const id of traced.ids) {
      const { standing, unnamedOnly, ownVoiceOnly } = traceMarksOf(view, id);
      counts.push([standing, unnamedOnly, ownVoiceOnly, 1]);
      await read.turn();
    }
  });
  return counts;
}

async function countAll(asked: Asked): Promise<number> {
  const open = openStatement(asked);
  const total = tracedCount({ open, asked });
  const text = [...open.lines, `RETURN ${total} AS total`].join('\n');
  const [row] = await asked.read({ text, parameters: open.compilation.writer.parameters });
  return row?.total as number;
}
