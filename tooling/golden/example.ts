/** A worked example: what goes in, what has to come out, and where it was published. */
export type Example = { readonly source?: string; readonly input: unknown; readonly expected: unknown };

/** How examples of one kind are computed with core, at once or later; the result has the shape of what is expected. */
export type Call = (example: Example) => unknown | Promise<unknown>;
