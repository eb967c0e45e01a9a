import type { PanelFactView } from '@milepost/contract/panel';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { AccountTable } from '../../db/tables/records.ts';

/** The customer beside a page, who looks, and the day on which they do. */
export type PanelScene = { db: Db; actor: Actor; account: AccountTable; today: string };

/**
 * What a room says of a customer beside a page: one file each under `facts/`, one line in `all-facts.ts`, a name in
 * `contract/panel.ts`, and words in the extension's `fact.NAME`. A fact that has nothing to say answers with an empty list; it
 * tells only what the actor sees.
 */
export type PanelFact = (scene: PanelScene) => Promise<PanelFactView[]>;
