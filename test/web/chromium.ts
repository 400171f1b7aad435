import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Launch = { readonly browser: Browser } | { readonly browser: null; readonly reason: string };

/**
 * Starts the Chromium of this machine, without a window, with further flags. The environment variable `CHROMIUM` names its file, or is
 * `required` where a missing browser must not go unnoticed.
 *
 * @throws Error if `CHROMIUM` is `required` and there is none.
 */
export async function launchChromium(...flags: readonly string[]): Promise<Launch> {
  const wanted = process.env.CHROMIUM;
  const required = wanted === 'required';
  const places = wanted && !required ? [wanted] : USUAL_PLACES;
  const executablePath = places.find((place) => existsSync(place));
  const args = [...FLAGS, ...flags];
  if (executablePath) return { browser: await chromium.launch({ executablePath, headless: true, args }) };
  const reason = `no Chromium at ${places.join(', ')}; install one or name it in the environment variable CHROMIUM`;
  if (required) throw new Error(reason);
  return { browser: null, reason };
}
