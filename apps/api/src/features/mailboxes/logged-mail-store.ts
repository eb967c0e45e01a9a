import type { Work } from '../../db/work.ts';

/** That a mail is logged once, whichever way it comes, and however often. */
export const loggedMails = {
  /** The activity that a mail was logged as. Who is about to log the same one waits until the first is done. */
  async activityOf(work: Work, messageKey: string): Promise<string | undefined> {
    await work.dialect.lock(`mail ${work.actor.orgId} ${messageKey}`)?.execute(work.db);
    const found = await work.db
      .selectFrom('logged_mail')
      .select('activity_id')
      .where('org_id', '=', work.actor.orgId)
      .where('message_key', '=', messageKey)
      .executeTakeFirst();
    return found?.activity_id;
  },

  async note(work: Work, messageKey: string, activityId: string): Promise<void> {
    await work.db
      .insertInto('logged_mail')
      .values({ org_id: work.actor.orgId, message_key: messageKey, activity_id: activityId, created_at: work.at })
      .execute();
  },
};
