import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** Possible sales. A closing day of a deal whose stage is open is the day it is expected to close. */
export const opportunities: KindSpec = {
  kind: 'opportunities',
  nouns: headers(
    'opportunity | deal | 商机 | 机会 | 項目 | 商機 | 销售机会 | Verkaufschance | Geschäft | opportunité | affaire | oportunidad | negocio',
  ),
  naturalKeys: [['externalId']],
  fields: [
    field('externalId', 'text', `opportunity id | deal id | opportunity number | 商机编号 | 商機編號 | ${words.id}`),
    field(
      'name',
      'text',
      'name | opportunity | opportunity name | deal | deal name | deal title | title | subject | 商机名称 | 商机 | 项目名称 | 機會名稱 | 商機名稱 | Verkaufschance | Bezeichnung | nom de l’affaire | affaire | opportunité | nombre de la oportunidad | oportunidad',
    ),
    field('owner', 'reference', `deal owner | opportunity owner | ${words.owner}`),
    field('product', 'reference', words.product),
    field('productExternalId', 'reference', words.productId),
    field('account', 'reference', words.account),
    field('accountExternalId', 'reference', words.accountId),
    field('event', 'reference', `opportunity event | deal event | ${words.event}`),
    field(
      'stage',
      'reference',
      'stage | deal stage | stage name | sales stage | opportunity stage | status | 阶段 | 销售阶段 | 商机阶段 | 状态 | 階段 | 銷售階段 | 狀態 | Phase | Vertriebsphase | Stufe | étape | phase | statut | etapa | fase | estado',
      required,
    ),
    field(
      'openedOn',
      'day',
      'engage date | engaged on | created date | create date | created on | created | open date | start date | 创建日期 | 创建时间 | 立项日期 | 開始日期 | 建立日期 | 建立時間 | Erstellt am | Erstellungsdatum | Eröffnungsdatum | date de création | créé le | fecha de creación',
    ),
    field(
      'expectedCloseOn',
      'day',
      'expected close date | expected closing | expected close | estimated close date | forecast close date | 预计成交日期 | 预计结束日期 | 预计签单日期 | 預計成交日期 | 預計結案日期 | erwarteter Abschluss | voraussichtlicher Abschluss | date de clôture prévue | fecha prevista de cierre',
    ),
    field(
      'closedOn',
      'day',
      'close date | closed date | closed on | close | won date | 成交日期 | 结单日期 | 关闭日期 | 签约日期 | 結案日期 | 成交日 | Abschlussdatum | Abschluss | geschlossen am | date de clôture | fecha de cierre',
    ),
    field('amount', 'amount', words.amount),
    field(
      'currency',
      'text',
      'currency | currency code | deal currency | 币种 | 货币 | 幣別 | 貨幣 | Währung | devise | moneda | divisa',
    ),
    field(
      'lostReason',
      'text',
      'lost reason | closed lost reason | loss reason | 输单原因 | 丢单原因 | 失敗原因 | Verlustgrund | raison de la perte | motivo de pérdida',
    ),
    field('notes', 'text', words.notes),
    field('tags', 'text', words.tags, { takes: 'joined' }),
  ],
};
