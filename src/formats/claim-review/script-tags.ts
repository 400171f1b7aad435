import { Parser } from 'htmlparser2';

/** The JSON-LD of one script tag, and the line on which it begins, from 1. */
export interface Script {
  readonly text: string;
  readonly line: number;
}

/** The JSON-LD in the script tags of a web page, or of any text that has such tags. */
export function jsonLdScripts(text: string): Script[] {
  const scripts: Script[] = [];
  let open: { parts: string[]; at: number } | null = null;
  const parser = new Parser({
    onopentag(name, { type = '' }) {
      const isJsonLd = name === 'script' && /^\s*application\/ld\+json\s*(;|$)/i.test(type);
      open = isJsonLd ? { parts: [], at: parser.endIndex + 1 } : null;
    },
    ontext(part) {
      open?.parts.push(part);
    },
    onclosetag() {
      if (open) scripts.push({ text: open.parts.join(''), line: lineAt(text, open.at) });
      open = null;
    },
  });
  parser.end(text);
  return scripts;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
