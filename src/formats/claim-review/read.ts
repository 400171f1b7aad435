import { type Piece, type Reader, type Source, unreadable } from '../reader.ts';
import { parsedJson, wholeText } from '../whole-file.ts';
import { nodesOfType } from './json-ld-nodes.ts';
import { readReview } from './review.ts';
import { jsonLdScripts } from './script-tags.ts';

/**
 * Reads ClaimReview (https://schema.org/ClaimReview) from JSON-LD: from a JSON file, or from the script tags of a page or
 * of any other text. One piece for each review; its `line` is the number of the review, or of the script that could not
 * be read, from 1. `language` is that of reviews that do not tell theirs. Microdata and RDFa are not read.
 */
export function claimReviewReader(language: string): Reader {
  return (source) => reviewsIn(source, language);
}

async function* reviewsIn(source: Source, language: string): AsyncGenerator<Piece> {
  const whole = await wholeText(source);
  if ('problem' in whole) {
    yield unreadable(1, whole.problem);
    return;
  }
  let line = 0;
  for (const { where, text } of documentsOf(whole.text)) {
    const parsed = parsedJson(text);
    if ('problem' in parsed) yield unreadable(++line, `${where}${parsed.problem}`);
    else
      for (const node of nodesOfType(parsed.value, 'ClaimReview'))
        yield { line: ++line, ...readReview(node, language) };
  }
  if (line === 0) yield nothing();
}

function documentsOf(text: string): { where: string; text: string }[] {
  if (/^\s*[{[]/.test(text)) return [{ where: '', text }];
  return jsonLdScripts(text).map((script) => ({
    where: `the script that begins in line ${script.line} `,
    text: script.text,
  }));
}

function nothing(): Piece {
  return unreadable(1, 'has no ClaimReview in JSON-LD');
}
