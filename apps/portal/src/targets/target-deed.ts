/** A step that needs a reason: of the whole target, or about one person's quota (`name`). `body` is sent beside the reason. */
export type TargetDeed = {
  kind: 'submit' | 'withdraw' | 'publish' | 'uphold' | 'dispute';
  name?: string;
  body?: Record<string, unknown>;
};
