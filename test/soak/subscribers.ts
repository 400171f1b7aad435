import { connect } from '../live/listener.ts';
import { pause } from './ask.ts';

const RECORDED = 'subscription ($after: String) { recorded(after: $after) { cursor revision { sequence } } }';

/** Somebody who follows the record, and comes back with the last cursor whenever the connection breaks. */
export class Subscriber {
  /** How often each change was heard of, by its number. */
  readonly heard = new Map<number, number>();
  connections = 0;
  #cursor: string | null = null;

  async followOn(url: string, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#once(url, isOver);
      await pause(200);
    }
  }

  #once(url: string, isOver: () => boolean): Promise<void> {
    this.connections += 1;
    const client = connect(url);
    return new Promise((done) => {
      const end = () => {
        clearInterval(timer);
        done();
      };
      const timer = setInterval(() => (isOver() ? void client.dispose() : undefined), 200);
      const next = ({ data }: { data?: { recorded: { cursor: string; revision: { sequence: number } } } | null }) => {
        if (!data) return;
        const { cursor, revision } = data.recorded;
        this.#cursor = cursor;
        this.heard.set(revision.sequence, (this.heard.get(revision.sequence) ?? 0) + 1);
      };
      client.subscribe<{ recorded: { cursor: string; revision: { sequence: number } } }>(
        { query: RECORDED, variables: { after: this.#cursor } },
        { next: next as never, error: end, complete: end },
      );
    });
  }
}
