/** A list of texts as it stands in a statement: for words of the contract, which hold no quotation mark, never for values. */
export function textList(texts: readonly string[]): string {
  return `[${texts.map((text) => `'${text}'`).join(', ')}]`;
}
