import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** What came in for invoices, and what credit notes took off them. */
export const receipts: KindSpec = {
  kind: 'receipts',
  nouns: headers('receipt | payment | credit note | 收款 | 回款 | 付款 | Zahlung | paiement | pago'),
  naturalKeys: [['externalId'], ['number', 'day', 'amount', 'receiptKind']],
  fields: [
    field(
      'externalId',
      'text',
      `receipt number | receipt no | receipt id | payment number | payment id | payment reference | reference | 收款单号 | 回款单号 | 流水号 | 收款單號 | 流水號 | Zahlungsnummer | Zahlungsreferenz | Belegnummer | référence de paiement | número de pago | ${words.id}`,
    ),
    field(
      'number',
      'text',
      'invoice number | invoice no | invoice no. | invoice id | invoice | for invoice | 发票号 | 发票号码 | 发票编号 | 账单号 | 發票號碼 | 發票編號 | 帳單號 | Rechnungsnummer | Rechnungs-Nr. | Rechnung | numéro de facture | facture | número de factura | factura',
      required,
    ),
    field(
      'day',
      'day',
      'receipt date | payment date | paid on | received on | date received | date | day | 收款日期 | 回款日期 | 付款日期 | 到账日期 | 日期 | 收款日 | 入帳日期 | Zahlungsdatum | Zahlungseingang | Datum | date de paiement | date | fecha de pago | fecha',
      required,
    ),
    field(
      'amount',
      'amount',
      `receipt amount | payment amount | amount received | amount paid | paid | 收款金额 | 回款金额 | 付款金额 | 到账金额 | 收款金額 | 付款金額 | Zahlungsbetrag | montant payé | importe pagado | ${words.amount}`,
      required,
    ),
    field(
      'receiptKind',
      'choice',
      'kind | type | document type | 类型 | 種類 | 类别 | 類型 | Art | Typ | type de document | tipo',
      {
        choices: {
          receipt: headers('receipt | payment | 收款 | 回款 | 付款 | Zahlung | Zahlungseingang | paiement | pago'),
          'credit-note': headers(
            'credit note | credit memo | credit | 红字发票 | 贷项通知单 | 冲减 | 折讓單 | 折讓 | 貸項通知單 | Gutschrift | avoir | note de crédit | nota de crédito | abono',
          ),
        },
      },
    ),
    field('notes', 'text', words.notes),
  ],
};
