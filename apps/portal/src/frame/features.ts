import type { Role } from '@milepost/contract/people';
import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** A room of the left navigation. */
export type NavEntry = {
  to: string;
  labelKey: string;
  /** Icon name as `i-lucide-…`, written out so that the build finds it. */
  icon: string;
  /** Today 10 · Plan 20 · Pipeline 30 · Accounts 40 · Leads 50 · Market 60 · Growth 70 · Review 80 · Team 90 · Settings 100. */
  order: number;
  /** Who sees it; everybody when left out. */
  roles?: readonly Role[];
  /** Stands in the bottom bar on a phone, which has place for three. */
  isOnPhoneBar?: boolean;
  /** Whose day begins here; everybody's when left out. */
  homeOf?: readonly Role[];
};

/** Something that can be done from anywhere, by the command palette. Either goes `to` a place or does `run`. */
export type Command = { labelKey: string; icon: string; roles?: readonly Role[] } & (
  | { to: string; run?: never }
  | { run: () => void | Promise<void>; to?: never }
);

/** Something that can be created from anywhere: the list behind `n`. */
export type QuickAdd = { labelKey: string; icon: string; order: number; to: string; roles?: readonly Role[] };

/** The rooms that have several pages. */
export const rooms = ['today', 'plan', 'pipeline', 'market', 'growth', 'review', 'team', 'settings'] as const;
export type Room = (typeof rooms)[number];

/** A page among those of a room that has several: its tabs. */
export type RoomPage = {
  room: Room;
  to: string;
  labelKey: string;
  order: number;
  /** Who sees it; everybody who sees the room when left out. */
  roles?: readonly Role[];
  /** Pages that carry the same show the same records: what was searched and filtered goes along from one to the other. */
  carries?: string;
};

/** What a feature tells beside a record of another, on that record's page; it is given the record's id. */
export type BesideRecord = {
  subject: string;
  order: number;
  /** It takes the width of the page's main part, above what happened; beside the facts when left out. */
  isWide?: boolean;
  component: () => Promise<Component>;
};

/** A record found by the search. */
export type FoundRecord = { id: string; label: string; note?: string | null; to: string };

/** A kind of record that the search finds, by its name in the change record: how its finds are headed. */
export type RecordSearch = { kind: string; labelKey: string; icon: string; order: number };

/** What the `routes.ts` of a feature may export. */
export type FeatureModule = {
  routes?: readonly RouteRecordRaw[];
  nav?: readonly NavEntry[];
  commands?: readonly Command[];
  quickAdd?: readonly QuickAdd[];
  search?: readonly RecordSearch[];
  pages?: readonly RoomPage[];
  besideRecords?: readonly BesideRecord[];
  /** Address of a record by its kind, for links out of derivations and time lines: `{ account: (id) => … }`. */
  recordPaths?: Readonly<Record<string, (id: string) => string>>;
  /** Queries that rest on other subjects: `{ pacing: ['sales', 'targets'] }` reads pacing again when a sale changes. */
  follows?: Readonly<Record<string, readonly string[]>>;
};

export type Features = {
  routes: RouteRecordRaw[];
  nav: NavEntry[];
  commands: Command[];
  quickAdd: QuickAdd[];
  search: RecordSearch[];
  pages: RoomPage[];
  besideRecords: BesideRecord[];
  recordPaths: Record<string, (id: string) => string>;
  follows: Record<string, readonly string[]>;
};

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

/** Everything the features bring, in one place. Two features that claim the same thing are a mistake and throw. */
export function collectFeatures(modules: Record<string, FeatureModule>): Features {
  const features = Object.values(modules);
  const merge = <T>(of: (feature: FeatureModule) => Readonly<Record<string, T>> | undefined): Record<string, T> => {
    const all: Record<string, T> = {};
    for (const [key, value] of features.flatMap((feature) => Object.entries(of(feature) ?? {}))) {
      if (key in all) throw new Error(`Two features claim "${key}".`);
      all[key] = value;
    }
    return all;
  };
  return {
    routes: features.flatMap((feature) => feature.routes ?? []),
    nav: features.flatMap((feature) => feature.nav ?? []).toSorted(byOrder),
    commands: features.flatMap((feature) => feature.commands ?? []),
    quickAdd: features.flatMap((feature) => feature.quickAdd ?? []).toSorted(byOrder),
    search: features.flatMap((feature) => feature.search ?? []).toSorted(byOrder),
    pages: features.flatMap((feature) => feature.pages ?? []).toSorted(byOrder),
    besideRecords: features.flatMap((feature) => feature.besideRecords ?? []).toSorted(byOrder),
    recordPaths: merge((feature) => feature.recordPaths),
    follows: merge((feature) => feature.follows),
  };
}

/** May a role see this? What names no roles is for everybody of sales: members of other departments see only what names them. */
export const isForRole = ({ roles }: { roles?: readonly Role[] }, role: Role | null): boolean =>
  roles ? role !== null && roles.includes(role) : role !== 'member';

/** Those that a role may see. */
export function forRole<T extends { roles?: readonly Role[] }>(entries: readonly T[], role: Role | null): T[] {
  return entries.filter((entry) => isForRole(entry, role));
}

/** The features of this portal: every `src/<noun>/routes.ts`. */
export const features = collectFeatures(import.meta.glob<FeatureModule>('../*/routes.ts', { eager: true }));
