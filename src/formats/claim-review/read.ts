import { type Piece, type Reader, type Source, unreadable } from '../reader.ts';
import { parsedJson, wholeText } from '../whole-file.ts';
import { nodesOfType } from './json-ld-nodes.ts';
import { readReview } from './review.ts';
import { jsonLdScripts } from './script-tags.ts';

/**
 * Reads ClaimReview (https://schema.org/ClaimReview) from JSON-LD: from a JSON file, or from the script tags of a web
 * page or of any other text. Gives one piece for each review; its `line` is the number of the review, or of the script
 * that could not be read, from 1. `language` is for reviews that do not state theirs. Does not read Microdata and RDFa.
 */
export function claimReviewReader(language: string): Reader {
  return (source) => reviewsIn(source, language);
}

async function* reviewsIn(source: Source, language: string): AsyncGenerator<Piece> {
  const content = await wholeText(source);
  if ('problem' in content) {
    yield unreadable(1, content.problem);
    return;
  }
  const documents = documentsOf(content.text);
  if ('problem' in documents) {
    yield unreadable(1, documents.problem);
    return;
  }
  let line = 0;
  for (const { where, text } of documents) {
    const parsed = parsedJson(text);
    if ('problem' in parsed) yield unreadable(++line, `${where}${parsed.problem}`);
    else
      for (const node of nodesOfType(parsed.value, 'ClaimReview'))
        yield { line: ++line, ...readReview(node, language) };
  }
  if (line === 0) yield unreadable(1, 'has no ClaimReview in JSON-LD');
}

interface Document {
  readonly where: string;
  readonly text: string;
}

function documentsOf(text: string): readonly Document[] | { readonly problem: string } {
  if (/^\s*[{[]/.test(text)) return [{ where: '', text }];
  const scripts = jsonLdScripts(text);
  if ('problem' in scripts) return scripts;
  return scripts.map(({ line, text }) => ({ where: `the script that begins on line ${line} `, text }));
}
