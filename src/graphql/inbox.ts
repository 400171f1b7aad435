import type { WebSocket } from 'ws';
import { nextTurn } from '../time/time-slice.ts';

export interface InboxLimits {
  /** Bytes that wait to be taken by the client before nothing more is read from it. */
  readonly unsent: number;
  /** Frames that are read in a second, and at once; a frame counts once more for each kilobyte. */
  readonly frames: { readonly perSecond: number; readonly atOnce: number };
}

/**
 * The messages of a socket, handled one after the other, with others' work between them. Nothing more is read from the
 * socket while there is one to handle, while the client does not take what it is sent, or when it has sent more than it
 * may.
 */
export class Inbox {
  readonly #socket: WebSocket;
  readonly #limits: InboxLimits;
  readonly #handle: (text: string) => Promise<void>;
  /** What came in one piece with a message before. */
  #waiting: string[] = [];
  #isBusy = false;
  /** Frames that may still come, as of `#at` in milliseconds. */
  #credit: number;
  #at = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, limits: InboxLimits, handle: (text: string) => Promise<void>) {
    this.#socket = socket;
    this.#limits = limits;
    this.#handle = handle;
    this.#credit = limits.frames.atOnce;
    socket.on('message', (data: Buffer) => {
      this.#waiting.push(String(data));
      this.#count(data.length);
    });
    for (const frame of ['ping', 'pong'] as const) socket.on(frame, (data) => this.#count(data.length));
    socket.once('close', () => this.#end());
  }

  /** Goes on if the limits allow it, and stops reading if not. */
  adjust(): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    const missing = -this.#creditNow();
    if (missing > 0) this.#timer ??= setTimeout(() => this.#retry(), (missing / this.#limits.frames.perSecond) * 1_000);
    const isHeld = missing > 0 || this.#socket.bufferedAmount > this.#limits.unsent;
    if (!isHeld && !this.#isBusy) void this.#handleNext();
    if (isHeld || this.#isBusy) this.#socket.pause();
    else if (this.#socket.isPaused) this.#socket.resume();
  }

  async #handleNext(): Promise<void> {
    const text = this.#waiting.shift();
    if (text === undefined) return;
    this.#isBusy = true;
    await this.#handle(text);
    await nextTurn();
    this.#isBusy = false;
    this.adjust();
  }

  #count(bytes: number): void {
    this.#credit = this.#creditNow() - 1 - bytes / 1_000;
    this.#at = performance.now();
    this.adjust();
  }

  #retry(): void {
    this.#timer = undefined;
    this.adjust();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #creditNow(): number {
    const { perSecond, atOnce } = this.#limits.frames;
    return Math.min(atOnce, this.#credit + ((performance.now() - this.#at) / 1_000) * perSecond);
  }
}
