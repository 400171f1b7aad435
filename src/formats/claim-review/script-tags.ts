import { Parser } from 'htmlparser2';

/** The JSON-LD of one script tag, and the line on which it begins, from 1. */
export interface Script {
  readonly text: string;
  readonly line: number;
}

/** The deepest nesting of tags that is read: browsers end at 512. The parser's time grows with its square. */
const DEEPEST = 2_000;

/** The JSON-LD in the script tags of a web page, or of any text that has such tags; or what is wrong with the page. */
export function jsonLdScripts(text: string): readonly Script[] | { readonly problem: string } {
  const scripts: Script[] = [];
  const lineAt = lineCounter(text);
  let open: { parts: string[]; at: number } | null = null;
  let depth = 0;
  let tooDeepAt: number | null = null;
  const parser = new Parser({
    onopentag(name, { type = '' }) {
      const isJsonLd = name === 'script' && /^\s*application\/ld\+json\s*(;|$)/i.test(type);
      open = isJsonLd ? { parts: [], at: parser.endIndex + 1 } : null;
      if (++depth > DEEPEST) tooDeepAt ??= parser.endIndex;
    },
    ontext(part) {
      open?.parts.push(part);
    },
    onclosetag() {
      if (open) scripts.push({ text: open.parts.join(''), line: lineAt(open.at) });
      open = null;
      depth--;
    },
  });
  for (let start = 0; start < text.length && tooDeepAt === null; start += SLICE) {
    parser.write(text.slice(start, start + SLICE));
  }
  if (tooDeepAt !== null) return { problem: `has tags more than ${DEEPEST} levels deep at line ${lineAt(tooDeepAt)}` };
  parser.end();
  return scripts;
}

/** The characters that are parsed at a time. */
const SLICE = 16_384;

/** Gives the line of an index, from 1. The indexes that it is asked for must not become smaller. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (index) => {
    for (; next >= 0 && next < index; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}
