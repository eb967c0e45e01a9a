import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** What people spent, claim by claim. */
export const expenses: KindSpec = {
  kind: 'expenses',
  nouns: headers(
    'expense | expenses | claim | reimbursement | 费用 | 报销 | 費用 | 報銷 | Spesen | Auslage | frais | note de frais | gasto | gastos',
  ),
  naturalKeys: [['externalId'], ['owner', 'day', 'category', 'amount']],
  fields: [
    field(
      'externalId',
      'text',
      `expense id | claim id | claim number | expense number | report id | 报销单号 | 费用编号 | 單據編號 | 報銷單號 | Belegnummer | numéro de note de frais | número de gasto | ${words.id}`,
    ),
    field(
      'owner',
      'reference',
      `claimant | spent by | submitted by | employee name | 报销人 | 申请人 | 報銷人 | 申請人 | ${words.owner}`,
    ),
    field(
      'day',
      'day',
      'expense date | spent on | transaction date | date | day | 费用日期 | 消费日期 | 发生日期 | 日期 | 費用日期 | 消費日期 | Belegdatum | Datum | date de dépense | fecha del gasto | fecha',
      required,
    ),
    field(
      'category',
      'text',
      'category | expense category | expense type | type | 费用类别 | 费用类型 | 类别 | 費用類別 | 費用類型 | 類別 | Kategorie | Spesenart | catégorie | type de frais | categoría | tipo de gasto',
      required,
    ),
    field(
      'vendor',
      'text',
      'vendor | merchant | supplier | payee | paid to | 商家 | 供应商 | 收款方 | 商戶 | 供應商 | 收款人 | Lieferant | Händler | fournisseur | commerçant | proveedor | comercio',
    ),
    field('amount', 'amount', `expense amount | claimed amount | 报销金额 | 費用金額 | ${words.amount}`, required),
    field(
      'currency',
      'text',
      'currency | currency code | 币种 | 货币 | 幣別 | 貨幣 | Währung | devise | moneda | divisa',
    ),
    field(
      'purpose',
      'text',
      `purpose | reason | business purpose | 事由 | 用途 | 报销事由 | 報銷事由 | Zweck | Anlass | motif | objet | motivo | ${words.notes}`,
    ),
    field('account', 'reference', words.account),
    field('accountExternalId', 'reference', words.accountId),
    field(
      'campaign',
      'text',
      'campaign | campaign name | 活动 | 营销活动 | 活動 | 行銷活動 | Kampagne | campagne | campaña',
    ),
    field('status', 'choice', 'status | claim status | state | 状态 | 狀態 | Status | statut | estado', {
      choices: {
        draft: ['open', 'new', '草稿', 'Entwurf', 'brouillon', 'borrador'],
        submitted: ['pending', 'in review', '已提交', '待审批', '待審批', 'eingereicht', 'soumis', 'enviado'],
        approved: ['accepted', '已批准', '已审批', '已核准', 'genehmigt', 'approuvé', 'aprobado'],
        rejected: ['declined', '已拒绝', '已駁回', 'abgelehnt', 'refusé', 'rechazado'],
        reimbursed: ['paid', '已报销', '已报销付款', '已付款', '已報銷', 'erstattet', 'remboursé', 'reembolsado'],
      },
    }),
  ],
};
