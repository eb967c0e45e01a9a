import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

const currency = 'currency | currency code | 币种 | 货币 | 幣別 | 貨幣 | Währung | devise | moneda | divisa';

/** What was billed. A day of settlement is a payment of what is open on it. */
export const invoices: KindSpec = {
  kind: 'invoices',
  nouns: headers('invoice | bill | 发票 | 账单 | 發票 | 帳單 | Rechnung | facture | factura'),
  naturalKeys: [['number']],
  fields: [
    field(
      'number',
      'text',
      `invoice number | invoice no | invoice no. | invoice id | invoice | document number | 发票号 | 发票号码 | 发票编号 | 账单号 | 發票號碼 | 發票編號 | 帳單號 | Rechnungsnummer | Rechnungs-Nr. | Rechnung | numéro de facture | facture | número de factura | factura | ${words.id}`,
      required,
    ),
    field('account', 'reference', words.account),
    field('accountExternalId', 'reference', words.accountId),
    field('owner', 'reference', words.owner),
    field(
      'issuedOn',
      'day',
      'invoice date | issue date | issued on | date of issue | billing date | date | 发票日期 | 开票日期 | 开具日期 | 账单日期 | 日期 | 發票日期 | 開票日期 | 開立日期 | 帳單日期 | Rechnungsdatum | Datum | date de facture | date | fecha de factura | fecha',
      required,
    ),
    field(
      'dueOn',
      'day',
      'due date | due on | due | payment due | 到期日 | 到期日期 | 应付日期 | 付款期限 | 付款到期日 | 應付日期 | Fälligkeitsdatum | Fälligkeit | fällig am | date d’échéance | échéance | fecha de vencimiento | vencimiento',
    ),
    field(
      'amount',
      'amount',
      `invoice amount | invoice total | total | 发票金额 | 发票總額 | 發票金額 | Rechnungsbetrag | montant de la facture | importe de la factura | ${words.amount}`,
      required,
    ),
    field('currency', 'text', currency),
    field(
      'settledOn',
      'day',
      'settled date | settled on | settlement date | paid date | date paid | paid on | payment date | clear date | cleared on | 结清日期 | 付款日期 | 收款日期 | 回款日期 | 結清日期 | 付清日期 | 收款日 | Zahlungsdatum | bezahlt am | Ausgleichsdatum | date de paiement | payée le | fecha de pago | pagada el',
    ),
    field(
      'isDisputed',
      'boolean',
      'disputed | in dispute | dispute | is disputed | 争议 | 有争议 | 是否有争议 | 爭議 | 有爭議 | 是否有爭議 | strittig | reklamiert | contestée | litige | en disputa | disputada',
    ),
    field(
      'terms',
      'text',
      'terms | payment terms | terms of payment | 付款条件 | 账期 | 付款條件 | 帳期 | Zahlungsbedingungen | Zahlungsziel | conditions de paiement | condiciones de pago',
    ),
    field('notes', 'text', words.notes),
  ],
};
