/** Who asks: clients at one address share its turns, and connections of one address share them evenly. */
export interface Client {
  readonly address: string;
  readonly connection: string;
}

/** Thrown where too much waits already: of everybody together, or of one address. */
export class QueueFull extends Error {
  readonly isByClient: boolean;

  constructor(isByClient: boolean) {
    super(isByClient ? 'too much of this client waits already' : 'too much waits already');
    this.name = 'QueueFull';
    this.isByClient = isByClient;
  }
}

/** What may run at a time, by its weights, and how much may wait: of all together, and of one address. */
export interface QueueBounds {
  readonly capacity: number;
  readonly waiting: number;
  readonly waitingOfAddress: number;
}

/** Gives a place back; a second call does nothing. */
export type Leave = () => void;

interface Waiting {
  readonly client: Client;
  readonly weight: number;
  readonly enter: (leave: Leave) => void;
}

/** Who asks for the server itself. */
const OURSELVES: Client = { address: '', connection: '' };

/**
 * Lets only so much run at a time. Addresses that wait take turns, and so do the connections of each: nobody waits for
 * more than one of each other address between two of their own. What is heavier than everything that may run, runs alone.
 */
export class FairQueue {
  readonly #bounds: QueueBounds;
  readonly #turns = new Turns();
  #used = 0;

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds;
  }

  /** The weight of what runs. */
  get used(): number {
    return this.#used;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#turns.size;
  }

  /** Waits for a place; the signal ends the wait and rejects with its reason. Throws QueueFull where too much waits. */
  async enter(weight: number, client: Client = OURSELVES, signal?: AbortSignal): Promise<Leave> {
    signal?.throwIfAborted();
    if (this.#turns.size === 0 && this.#hasRoom(weight)) return this.occupy(weight);
    const { waiting, waitingOfAddress } = this.#bounds;
    if (this.#turns.sizeOf(client.address) >= waitingOfAddress) throw new QueueFull(true);
    if (this.#turns.size >= waiting) throw new QueueFull(false);
    return new Promise((resolve, reject) => {
      const one: Waiting = { client, weight, enter: resolve };
      this.#turns.add(one);
      signal?.addEventListener(
        'abort',
        () => {
          if (!this.#turns.remove(one)) return;
          reject(signal.reason);
          this.#admit();
        },
        { once: true },
      );
    });
  }

  /** Takes a place without waiting, even where none is left. */
  occupy(weight: number): Leave {
    this.#used += weight;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#used -= weight;
      this.#admit();
    };
  }

  #hasRoom(weight: number): boolean {
    return this.#used === 0 || this.#used + weight <= this.#bounds.capacity;
  }

  #admit(): void {
    for (let next = this.#turns.next; next && this.#hasRoom(next.weight); next = this.#turns.next) {
      this.#turns.take(next);
      next.enter(this.occupy(next.weight));
    }
  }
}

/** What waits, by address and connection. Maps keep the order in which keys come: who has had a turn goes to the end. */
class Turns {
  readonly #addresses = new Map<string, Map<string, Waiting[]>>();
  readonly #sizes = new Map<string, number>();
  size = 0;

  sizeOf(address: string): number {
    return this.#sizes.get(address) ?? 0;
  }

  add(one: Waiting): void {
    const { address, connection } = one.client;
    const connections = this.#addresses.get(address) ?? new Map<string, Waiting[]>();
    const line = connections.get(connection) ?? [];
    line.push(one);
    connections.set(connection, line);
    this.#addresses.set(address, connections);
    this.#count(address, 1);
  }

  get next(): Waiting | undefined {
    const [connections] = this.#addresses.values();
    const [line] = connections?.values() ?? [];
    return line?.[0];
  }

  /** Takes the next one out; its address and its connection have had their turns. */
  take(next: Waiting): void {
    const { address, connection } = next.client;
    const connections = this.#addresses.get(address);
    const line = connections?.get(connection);
    if (!connections || !line) return;
    line.shift();
    toTheEnd(connections, connection, line, line.length);
    toTheEnd(this.#addresses, address, connections, connections.size);
    this.#count(address, -1);
  }

  /** Takes one out that does not wait any more; false where it has been taken already. */
  remove(one: Waiting): boolean {
    const { address, connection } = one.client;
    const connections = this.#addresses.get(address);
    const line = connections?.get(connection);
    const place = line?.indexOf(one) ?? -1;
    if (!connections || !line || place < 0) return false;
    line.splice(place, 1);
    if (line.length === 0) connections.delete(connection);
    if (connections.size === 0) this.#addresses.delete(address);
    this.#count(address, -1);
    return true;
  }

  #count(address: string, change: number): void {
    const size = this.sizeOf(address) + change;
    if (size === 0) this.#sizes.delete(address);
    else this.#sizes.set(address, size);
    this.size += change;
  }
}

function toTheEnd<Value>(map: Map<string, Value>, key: string, value: Value, size: number): void {
  map.delete(key);
  if (size > 0) map.set(key, value);
}
