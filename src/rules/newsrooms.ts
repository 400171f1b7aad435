/** How many owners may stand above one another. */
const MOST_OWNERS = 4;

/** The organization that owns another, or owns its owner; itself where no owner is recorded. */
export function topOwner(organization: string, ownerOf: (organization: string) => string | undefined): string {
  let top = organization;
  for (let step = 0; step < MOST_OWNERS; step++) top = ownerOf(top) ?? top;
  return top;
}
