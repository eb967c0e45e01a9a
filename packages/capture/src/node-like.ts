/** The little of a DOM node the walker needs. A browser's `Node`, linkedom's and a test's literal all satisfy it. */
export type NodeLike = {
  readonly nodeType: number;
  readonly nodeValue?: string | null;
  readonly childNodes: ArrayLike<unknown>;
};

/** The little of a DOM element the walker needs. */
export type ElementLike = NodeLike & {
  readonly localName: string;
  readonly textContent: string | null;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  readonly shadowRoot?: NodeLike | null;
  /** A frame's document: `null` where the browser forbids it. */
  readonly contentDocument?: unknown;
  assignedNodes?(): ArrayLike<unknown>;
};

/** The little of a DOM document the walker needs. */
export type DocumentLike = {
  readonly documentElement: ElementLike | null;
  readonly head?: ElementLike | null;
  readonly body?: ElementLike | null;
  readonly title?: string;
};

const ELEMENT = 1;

export const isNode = (value: unknown): value is NodeLike =>
  typeof value === 'object' && value !== null && 'nodeType' in value;
export const isElement = (node: NodeLike): node is ElementLike => node.nodeType === ELEMENT && 'localName' in node;
export const isDocument = (value: unknown): value is DocumentLike =>
  typeof value === 'object' && value !== null && 'documentElement' in value;
