/** How large a generated cascade is. All else grows with the number of claims, but for the hub and the largest claim. */
export interface Size {
  readonly name: SizeName;
  readonly seed: number;
  readonly claims: number;
  readonly attributions: number;
}

export type SizeName = 'small' | 'large';

export const SIZES: Readonly<Record<SizeName, Size>> = {
  small: { name: 'small', seed: 20_251_122, claims: 10_000, attributions: 100_000 },
  large: { name: 'large', seed: 20_251_122, claims: 100_000, attributions: 1_000_000 },
};

/** The outlet that so many attributions pass through, in every size. */
export const HUB = { id: 'organization:hub', attributions: 10_000 } as const;

/** Attributions of the largest claim, which is the first one, in every size. */
export const LARGEST = 10_000;

/** Attributions of the claims that are compared between the sizes. */
export const TWENTY = 20;

/** Citations between an attribution and the end of its chain, at most. */
export const HOPS = 8;

export const claimId = (index: number) => `claim:c${index}`;
export const outletId = (index: number) => `organization:o${index}`;
export const personId = (index: number) => `person:p${index}`;
export const sourceId = (index: number) => `source:s${index}`;

/** Outlets; each shields one unnamed source. */
export const outletsOf = ({ claims }: Size) => claims / 10;

export const peopleOf = ({ claims }: Size) => claims / 5;

/** What a claim is for: 20 attributions exactly, some hundred, or any number. */
export type ClaimKind = 'largest' | 'twenty' | 'hundreds' | 'usual';

export function kindOf(index: number): ClaimKind {
  if (index === 0) return 'largest';
  if (index % 50 === 10) return 'twenty';
  return index % 500 === 20 ? 'hundreds' : 'usual';
}

/** The hub speaks once on every claim of the small cascade, and on every tenth of the large one. */
export function passesHub(index: number, { claims }: Size): boolean {
  return index % (claims / HUB.attributions) === 0;
}
