import type { View } from './view.ts';
import type { Document } from './world.ts';

/** Whether what a flag rests on can be seen. */
export type Ground = (view: View) => boolean;

export interface Flag {
  readonly kind: string;
  readonly message: string;
  readonly basis: string;
}

export interface Raised extends Flag {
  readonly owner: string;
  readonly grounds: readonly Ground[];
  /** What tells it apart from others of its kind on its owner. */
  readonly fact?: string;
  /** Whether what is odd stands in a document; in any where there is no such question. */
  readonly isIn?: (document: Document) => boolean;
}

export function raised(kind: string, owner: string, message: string, ...grounds: readonly Ground[]): Raised {
  return { kind, owner, message, basis: 'RULE', grounds };
}
