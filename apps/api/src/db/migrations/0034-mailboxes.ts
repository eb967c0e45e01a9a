import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Mail that comes in: folders on other servers, what was read of them, and addresses to drop mails at. */
export const mailboxes: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('mailbox'), 'mailbox')
      .addColumn('person_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('host', 'text', (c) => c.notNull())
      .addColumn('port', 'integer', (c) => c.notNull())
      .addColumn('is_secure', 'integer', (c) => c.notNull())
      .addColumn('username', 'text', (c) => c.notNull())
      .addColumn('folder', 'text', (c) => c.notNull())
      .addColumn('is_enabled', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('mailbox_state')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('mailbox_id', 'text', (c) => c.notNull())
      .addColumn('password', 'text', (c) => c.notNull())
      .addColumn('uid_validity', 'text')
      .addColumn('waiting', 'integer', (c) => c.notNull())
      .addColumn('synced_at', 'text')
      .addColumn('error', 'text')
      .addPrimaryKeyConstraint('mailbox_state_pk', ['org_id', 'mailbox_id'])
      .execute();
    await schema
      .createTable('received_mail')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('mailbox_id', 'text')
      .addColumn('person_id', 'text')
      .addColumn('uid_validity', 'text')
      .addColumn('uid', 'bigint')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('from_address', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('is_left_out', 'integer', (c) => c.notNull())
      .addColumn('activity_id', 'text')
      .addPrimaryKeyConstraint('received_mail_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('received_mail_uid')
      .on('received_mail')
      .columns(['org_id', 'mailbox_id', 'uid_validity', 'uid'])
      .unique()
      .execute();
    await schema
      .createIndex('received_mail_person')
      .on('received_mail')
      .columns(['org_id', 'person_id', 'id'])
      .execute();
    await schema
      .createTable('drop_address')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('token_hash', 'text', (c) => c.notNull().unique())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('used_at', 'text')
      .addPrimaryKeyConstraint('drop_address_pk', ['org_id', 'person_id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['drop_address', 'received_mail', 'mailbox_state', 'mailbox'])
      await db.schema.dropTable(table).execute();
  },
};
