/**
 * What a terminal would act on instead of showing it: control characters, line and paragraph separators, marks that
 * change the direction of text (Unicode's Bidi_Control), and halves of characters.
 */
const ACTING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u{206a}-\u{206f}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in one line, as a terminal may show it: an escape character becomes `\u{1b}`, a line end `\n`. */
export function visible(text: string): string {
  return text.replace(ACTING, (one) => SHORT[one] ?? `\\u{${one.charCodeAt(0).toString(16)}}`);
}

/** The same for a text of several lines, which keeps its line ends and tabs. */
export function visibleLines(text: string): string {
  return text.replace(ACTING, (one) => (one === '\n' || one === '\t' ? one : visible(one)));
}

/** The same for JSON, which stays the same value: such characters become `\u202e` where JSON has left them as they are. */
export function visibleJson(json: string): string {
  return json.replace(ACTING, (one) => (one === '\n' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
