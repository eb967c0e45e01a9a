import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** What is sold, by line. */
export const products: KindSpec = {
  kind: 'products',
  nouns: headers('product | item | 产品 | 商品 | 產品 | Produkt | Artikel | produit | producto'),
  naturalKeys: [['externalId'], ['name']],
  fields: [
    field('name', 'text', `${words.product} | name | 名称 | 名稱`, required),
    field('line', 'text', words.line),
    field('externalId', 'text', `${words.productId} | ${words.id}`),
    field(
      'listPrice',
      'amount',
      'list price | sales price | unit price | price | standard price | 价格 | 单价 | 标价 | 目录价 | 價格 | 單價 | 定價 | Listenpreis | Preis | Verkaufspreis | Stückpreis | prix | prix de vente | prix catalogue | precio | precio de lista | precio de venta',
    ),
    field('kind', 'choice', 'kind | product kind | core/incremental | 产品性质 | 產品性質 | Art', {
      choices: { core: ['核心', '主营', 'Kern', 'base'], incremental: ['增量', '增值', 'new', 'Zusatz', 'additional'] },
    }),
    field(
      'marginClass',
      'text',
      'margin class | margin | profit class | 毛利等级 | 利润等级 | 毛利等級 | Margenklasse | classe de marge | clase de margen',
    ),
  ],
};
