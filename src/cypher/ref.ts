/** A node of the contract in an answer that was put together in JavaScript; what is selected of it is filled in. */
export class Ref {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** A value that is known only after its statement has run, in the place where it will stand. */
export class Pending {
  value: unknown = null;
}
