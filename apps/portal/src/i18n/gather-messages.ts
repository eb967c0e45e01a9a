/** A tree of messages: text (or its compiled form) at the leaves. */
export type Messages = { [key: string]: Messages | string };

/**
 * Keys that belong to everybody. A feature may state them in its own locale files and they are found without its name in front:
 * `failures.<code>`, `rules.<rule>`, `kinds.<kind of record>`, `stored.<kind>.<name>`, `leftOut.<reason>`.
 */
const common = ['failures', 'rules', 'kinds', 'stored', 'leftOut'];

// A compiled message is an object too; it carries its node type as a number, which no tree of texts does.
const isTree = (value: unknown): value is Messages => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { type, t } = value as { type?: unknown; t?: unknown };
  return typeof type !== 'number' && typeof t !== 'number';
};

/** Merges `from` into `into`; a dotted key (`pacing.plan-to-date`) is a path. A text that is stated twice is a mistake and throws. */
function mergeInto(into: Messages, from: Messages, place: string): void {
  for (const [dotted, value] of Object.entries(from)) {
    const path = dotted.split('.');
    const last = path.pop() ?? dotted;
    let tree = into;
    for (const step of path) {
      const next = tree[step] ?? {};
      if (!isTree(next)) throw new Error(`Message "${place}.${dotted}" lies below a text.`);
      tree[step] = next;
      tree = next;
    }
    if (isTree(value)) {
      const below = tree[last] ?? {};
      if (!isTree(below)) throw new Error(`Message "${place}.${dotted}" is stated twice.`);
      tree[last] = below;
      mergeInto(below, value, `${place}.${dotted}`);
    } else {
      if (last in tree) throw new Error(`Message "${place}.${dotted}" is stated twice.`);
      tree[last] = value;
    }
  }
}

/**
 * One tree for one language from the locale files of all features: `../accounts/locales/en.json` becomes `accounts.…`, the
 * common keys stand at the top.
 * @param files path of the file → its messages.
 */
export function gatherMessages(files: Record<string, Messages>): Messages {
  const all: Messages = {};
  for (const [path, messages] of Object.entries(files)) {
    const feature = path.split('/').at(-3);
    if (!feature) throw new Error(`"${path}" is not <feature>/locales/<locale>.json.`);
    for (const [key, value] of Object.entries(messages)) {
      mergeInto(all, common.includes(key) ? { [key]: value } : { [feature]: { [key]: value } }, feature);
    }
  }
  return all;
}
