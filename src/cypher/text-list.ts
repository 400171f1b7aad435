/** A list of texts as it stands in a statement: for names of the contract, which hold no quotation mark, never for values of a client. */
export function textList(texts: readonly string[]): string {
  return `[${texts.map((text) => `'${text}'`).join(', ')}]`;
}
