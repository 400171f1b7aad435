import type { WebSocket } from 'ws';

export interface BackpressureLimits {
  /** Bytes that wait to be taken by the client before nothing more is read from it. */
  readonly unsent: number;
  /** Frames that are read in a second, and at once; a frame counts once more for each kilobyte. */
  readonly frames: { readonly perSecond: number; readonly atOnce: number };
}

/** Stops reading from a socket while its client does not take what it is sent, or has sent more than it may. */
export class Backpressure {
  readonly #socket: WebSocket;
  readonly #limits: BackpressureLimits;
  /** Frames that may still come, as of `#at` in milliseconds. */
  #credit: number;
  #at = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, limits: BackpressureLimits) {
    this.#socket = socket;
    this.#limits = limits;
    this.#credit = limits.frames.atOnce;
  }

  /** Takes note of a frame of so many bytes, after it was handled. */
  received(bytes: number): void {
    this.#credit = this.#creditNow() - 1 - bytes / 1_000;
    this.#at = performance.now();
    this.adjust();
  }

  /** Reads on if the limits allow it, and pauses if not. */
  adjust(): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    const missing = -this.#creditNow();
    if (missing > 0) this.#timer ??= setTimeout(() => this.#retry(), (missing / this.#limits.frames.perSecond) * 1_000);
    if (missing > 0 || this.#socket.bufferedAmount > this.#limits.unsent) this.#socket.pause();
    else if (this.#socket.isPaused) this.#socket.resume();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #retry(): void {
    this.#timer = undefined;
    this.adjust();
  }

  #creditNow(): number {
    const { perSecond, atOnce } = this.#limits.frames;
    return Math.min(atOnce, this.#credit + ((performance.now() - this.#at) / 1_000) * perSecond);
  }
}
