/** A node of the contract in an answer that was put together in JavaScript; what is selected of it is filled in. */
export class NodeRef {
  readonly id: string;
  /** The record time to see it at; that of the answer where it is null. */
  readonly at: number | null;

  constructor(id: string, at: number | null = null) {
    this.id = id;
    this.at = at;
  }
}
