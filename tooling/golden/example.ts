/** A worked example: what goes in, what has to come out, and where it was published. */
export type Example = {
  readonly source?: string;
  readonly input: unknown;
  readonly expected: unknown;
  /** Where the file with the examples lies: some speak of a data set that lies beside it. */
  readonly folder?: string;
};

/** How examples of one kind are computed with core, at once or later; the result has the shape of what is expected. */
export type Call = (example: Example) => unknown | Promise<unknown>;
