import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** Companies that buy, or may. */
export const accounts: KindSpec = {
  kind: 'accounts',
  nouns: headers(
    'account | customer | company | client | organization | reseller | billing | 客户 | 公司 | 客戶 | Kunde | Firma | client | cliente | empresa',
  ),
  naturalKeys: [['externalId'], ['name']],
  fields: [
    field('name', 'text', `${words.account} | name | 名称 | 名稱 | 全称 | Name | nom | nombre`, required),
    field('externalId', 'text', `${words.accountId} | ${words.id}`),
    field('owner', 'reference', `company owner | 客户负责人 | ${words.owner}`),
    field(
      'status',
      'choice',
      'status | life cycle | lifecycle stage | account status | 状态 | 客户状态 | 狀態 | 客戶狀態 | Status | statut | estado',
      {
        choices: {
          potential: headers('potential | prospect | suspect | 潜在 | 潜在客户 | 潛在 | 潛在客戶'),
          interested: headers('interested | engaged | 意向 | 意向客户 | 有意向 | 意向客戶'),
          customer: headers('customer | client | active | won | 客户 | 成交 | 成交客户 | 客戶 | 成交客戶 | Kunde'),
          lost: headers('lost | churned | former | inactive | 流失 | 流失客户 | 流失客戶 | verloren'),
        },
      },
    ),
    field('segment', 'text', words.segment),
    field('region', 'text', words.region),
    field('website', 'text', words.website),
    field('phone', 'phone', words.phone, { takes: 'list' }),
    field('email', 'email', words.email, { takes: 'list' }),
    field('address', 'text', words.address, { takes: 'joined' }),
    field(
      'employees',
      'count',
      'employees | number of employees | employee count | headcount | staff | company size | 员工数 | 员工人数 | 人数 | 规模 | 員工數 | 員工人數 | Mitarbeiter | Mitarbeiterzahl | Anzahl Mitarbeiter | effectif | nombre d’employés | empleados | número de empleados',
    ),
    field(
      'annualRevenue',
      'amount',
      'annual revenue | revenue | turnover | yearly revenue | 年收入 | 年营业额 | 营业额 | 年產值 | 年營業額 | Umsatz | Jahresumsatz | chiffre d’affaires | CA | ingresos | ingresos anuales | facturación',
    ),
    field(
      'parent',
      'reference',
      'parent | parent account | parent company | subsidiary of | group | 母公司 | 上级公司 | 上级客户 | 集团 | 母公司名稱 | 集團 | Muttergesellschaft | Konzern | société mère | maison mère | empresa matriz',
    ),
    field('notes', 'text', words.notes),
    field('tags', 'text', words.tags, { takes: 'joined' }),
  ],
};
