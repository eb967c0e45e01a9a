/**
 * What a newcomer learns to do with the product itself, and the change that shows that it was done: nobody ticks it off. `tool_use` is
 * told by the house when something is opened that leaves no other trace.
 */
export const toolSteps = [
  { key: 'activity', subject: 'activity', action: 'created' },
  { key: 'clip', subject: 'lead', action: 'created', source: 'clip' },
  { key: 'stage', subject: 'opportunity', action: 'moved' },
  { key: 'view', subject: 'saved_view', action: 'created' },
  { key: 'why', subject: 'tool_use', action: 'why' },
  { key: 'funnel', subject: 'tool_use', action: 'funnel' },
  { key: 'correction', subject: 'action', action: 'created' },
  { key: 'commitment', subject: 'target', action: 'committed' },
  { key: 'calendar', subject: 'person', action: 'calendar-opened' },
  { key: 'assessment', subject: 'assessment', action: 'created' },
] as const satisfies readonly ToolStep[];
type ToolStep = { readonly key: string; readonly subject: string; readonly action: string; readonly source?: string };
export type ToolKey = (typeof toolSteps)[number]['key'];

/** What is opened that leaves no trace of its own, by the beginning or end of its address. */
export const toolOpened = (path: string): 'why' | 'funnel' | null =>
  path.endsWith('/why') ? 'why' : path.endsWith('/funnel/report') ? 'funnel' : null;

/** A change that somebody made: what, and when. `source` is that of a record that was created, where it has one. */
export type Done = {
  readonly subject: string;
  readonly action: string;
  readonly source: string | null;
  readonly at: string;
};

/** When somebody did each thing for the first time; null where they have not. */
export const firstUses = (done: readonly Done[]): { readonly key: ToolKey; readonly doneAt: string | null }[] =>
  toolSteps.map((step: ToolStep) => {
    const times = done.filter(
      ({ subject, action, source }) =>
        subject === step.subject && action === step.action && (step.source === undefined || source === step.source),
    );
    const doneAt = times.reduce<string | null>((first, { at }) => (first === null || at < first ? at : first), null);
    return { key: step.key as ToolKey, doneAt };
  });
