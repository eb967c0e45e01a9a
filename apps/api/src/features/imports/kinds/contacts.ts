import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, namedByParts, nameParts } from './field.ts';
import { words } from './header-words.ts';

/** People at accounts. */
export const contacts: KindSpec = {
  kind: 'contacts',
  nouns: headers('contact | person | 联系人 | 聯絡人 | Kontakt | Ansprechpartner | contacto | mailing'),
  naturalKeys: [['externalId'], ['email'], ['name', 'account']],
  fields: [
    field(
      'name',
      'text',
      'name | full name | contact | contact name | contact person | person name | 姓名 | 联系人 | 联系人姓名 | 联系人名称 | 聯絡人 | 聯絡人姓名 | Ansprechpartner | Kontakt | Name | nom | nom complet | interlocuteur | nombre | nombre completo | contacto',
      namedByParts,
    ),
    ...nameParts,
    field('email', 'email', words.email, { takes: 'list' }),
    field('phone', 'phone', words.phone, { takes: 'list' }),
    field('title', 'text', words.title),
    field('account', 'reference', words.account),
    field('accountExternalId', 'reference', words.accountId),
    field('externalId', 'text', `contact id | ${words.id}`),
    field('owner', 'reference', `contact owner | ${words.owner}`),
    field('notes', 'text', words.notes),
    field('tags', 'text', words.tags, { takes: 'joined' }),
  ],
};
