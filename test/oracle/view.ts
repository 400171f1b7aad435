import type { Bounds } from '../../src/time/edtf.ts';
import { dateBounds } from './bounds.ts';
import { boundsOf } from './dates.ts';
import { asRecorded, type Recorded, type World } from './world.ts';

/** The times that somebody looks back from. */
export interface Scope {
  /** The latest moment that any record time is taken from. */
  readonly present: number;
  /** The record time, in milliseconds. */
  readonly recorded: number;
  /** The last millisecond of the said time; null where any time counts. */
  readonly said: { readonly end: number; readonly undated: boolean } | null;
}

/** The argument as graphql-js gives it. */
export interface AsOf {
  readonly said?: string | null;
  readonly recorded?: Date | null;
  readonly undated?: 'EXCLUDE' | 'INCLUDE' | null;
}

/** What can be seen in a scope, with what is derived from all that was recorded by then. */
export interface View extends World {
  readonly scope: Scope;
  /** Between which moments an attribution was made or a document published, by id. */
  readonly said: ReadonlyMap<string, Bounds>;
  /** The same world from another scope. */
  readonly from: (scope: Scope) => View;
}

/** A record under its type of the contract, and the view in which its fields are read. */
export interface Seen<T> {
  readonly type: string;
  readonly record: T;
  readonly view: View;
}

/** The views of one world, each made once; the first is of the present. */
export function viewsOf(world: Recorded, present: number): View {
  const snapshots = new Map<number, Snapshot>();
  const views = new Map<string, View>();
  const from = (scope: Scope): View => {
    const name = JSON.stringify(scope);
    const snapshot = snapshots.get(scope.recorded) ?? snapshotOf(asRecorded(world, scope.recorded));
    snapshots.set(scope.recorded, snapshot);
    const view = views.get(name) ?? { ...saidIn(snapshot, scope), scope, said: snapshot.said, from };
    views.set(name, view);
    return view;
  };
  return from({ present, recorded: present, said: null });
}

/** The view that a field's own `asOf` asks for: it sets both times anew; without it the view stays. */
export function inView(view: View, asOf: AsOf | null | undefined): View {
  if (!asOf) return view;
  const { present } = view.scope;
  return view.from({
    present,
    recorded: Math.min(present, asOf.recorded?.getTime() ?? present),
    said: asOf.said ? { end: boundsOf(asOf.said).latest, undated: asOf.undated === 'INCLUDE' } : null,
  });
}

/** The view of a page that goes on from a cursor: nothing is newer than that cursor. */
export function noLaterThan(view: View, at: number): View {
  const { present, recorded, said } = view.scope;
  return view.from({ present: Math.min(present, at), recorded: Math.min(recorded, at), said });
}

interface Snapshot {
  readonly world: World;
  readonly said: ReadonlyMap<string, Bounds>;
}

function snapshotOf(world: World): Snapshot {
  return { world, said: dateBounds(world) };
}

function saidIn({ world, said }: Snapshot, scope: Scope): World {
  const limit = scope.said;
  if (!limit) return world;
  const isSeen = ({ id }: { readonly id: string }) => {
    const { earliest, latest } = said.get(id) as Bounds;
    return (limit.undated ? earliest : latest) <= limit.end;
  };
  const attributions = world.attributions.filter(isSeen);
  return {
    ...world,
    attributions,
    suggested: world.suggested.filter(isSeen),
    claims: world.claims.filter(({ id }) => attributions.some(({ claim }) => claim === id)),
    documents: world.documents.filter(isSeen),
  };
}
