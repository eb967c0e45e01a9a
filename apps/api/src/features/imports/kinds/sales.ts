import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** What was sold, line by line or order by order. A profit stands for a cost: cost = revenue − profit. */
export const sales: KindSpec = {
  kind: 'sales',
  nouns: headers(
    'sale | sales | order | invoice | 销售 | 订单 | 銷售 | 訂單 | Auftrag | Bestellung | commande | pedido',
  ),
  naturalKeys: [['externalId'], ['orderId', 'product'], ['orderId', 'line'], ['orderId']],
  fields: [
    field(
      'externalId',
      'text',
      `row id | line id | order line id | transaction id | sale id | invoice line | 行 ID | 行号 | 明细编号 | 流水号 | 明細編號 | 流水號 | Positionsnummer | Zeilen-ID | id de ligne | id de línea | ${words.id}`,
    ),
    field(
      'orderId',
      'text',
      'order id | order number | sales order number | order no. | order | invoice | invoice id | invoice number | invoice no | 订单 ID | 订单编号 | 订单号 | 单号 | 合同编号 | 訂單 ID | 訂單編號 | 訂單號 | Auftragsnummer | Bestellnummer | Rechnungsnummer | numéro de commande | numéro de facture | número de pedido | número de factura',
    ),
    field(
      'day',
      'day',
      'order date | sale date | sales date | date | invoice date | transaction date | day | 订单日期 | 下单日期 | 销售日期 | 日期 | 成交日期 | 訂單日期 | 銷售日期 | Bestelldatum | Auftragsdatum | Verkaufsdatum | Rechnungsdatum | Datum | date de commande | date de facture | fecha de pedido | fecha de factura | fecha',
      required,
    ),
    field('owner', 'reference', words.owner),
    field('account', 'reference', words.account),
    field('accountExternalId', 'reference', words.accountId),
    field('product', 'reference', words.product),
    field('productExternalId', 'reference', words.productId),
    field('line', 'text', words.line),
    field('segment', 'text', words.segment),
    field('region', 'text', words.region),
    field(
      'quantity',
      'number',
      'quantity | qty | units | units sold | order quantity | 数量 | 销售数量 | 件数 | 數量 | 件數 | Menge | Anzahl | Stück | quantité | qté | cantidad | unidades',
    ),
    field(
      'revenue',
      'amount',
      `revenue | sales | sales amount | net sales | turnover | line total | total | 销售额 | 销售金额 | 营业额 | 成交额 | 收入 | 銷售額 | 銷售金額 | 營業額 | Umsatz | Erlös | Nettoumsatz | Umsatzerlöse | chiffre d’affaires | CA | ventes | ventas | ingresos | ${words.amount}`,
      required,
    ),
    field(
      'cost',
      'amount',
      'cost | total cost | cost of sales | cost of goods sold | cogs | 成本 | 销售成本 | 总成本 | 銷售成本 | 總成本 | Kosten | Wareneinsatz | Einstandswert | coût | coûts | costo | coste',
    ),
    field(
      'profit',
      'amount',
      'profit | gross profit | gross margin | margin | 利润 | 毛利 | 毛利润 | 利潤 | Gewinn | Rohertrag | Deckungsbeitrag | bénéfice | marge | marge brute | beneficio | ganancia | margen',
    ),
    field(
      'currency',
      'text',
      'currency | currency code | 币种 | 货币 | 幣別 | 貨幣 | Währung | devise | moneda | divisa',
    ),
  ],
};
