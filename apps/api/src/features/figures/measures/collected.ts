import { Failure } from '../../../http/failure.ts';
import { invoiceRefs } from '../../receivables/invoice-refs-store.ts';
import { receipts } from '../../receivables/store.ts';
import { amountOf, whySum } from '../counted.ts';
import { type Item, itemMeasure } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

/** Collected cash: what came in for invoices, by the day of the receipt, for whose invoice it is. Credit notes are no cash. */
export const collected = itemMeasure({
  key: 'collected',
  unit: 'money',
  isAdditive: true,
  dateField: 'receipt.day',
  personField: 'receipt.owner_id',
  dimensions: ['rep', 'manager', 'team', 'account'],
  async items({ db, actor, query: { from, to, currency } }) {
    const filter = [
      { field: 'kind', op: 'is' as const, value: 'receipt' },
      { field: 'day', op: 'gte' as const, value: from },
      { field: 'day', op: 'lte' as const, value: to },
    ];
    const rows = [];
    for await (const row of receipts.each(db, actor, { filter })) rows.push(row);
    const invoices = await invoiceRefs(
      db,
      actor.orgId,
      rows.map(({ invoice_id }) => invoice_id),
    );
    const places = await placesOf(db, actor);
    const home = currency ?? actor.organisation.currency;
    const abroad = rows.find(({ invoice_id }) => invoices.get(invoice_id)?.currency !== home);
    // An invoice keeps no exchange rate: money in several currencies has no sum.
    if (abroad && currency === undefined) throw new Failure('mixed-currencies');
    return rows
      .filter(({ invoice_id }) => invoices.get(invoice_id)?.currency === home)
      .map(
        ({ id, day, invoice_id, account_id, owner_id, amount_minor }): Item => ({
          kind: 'receipt',
          id,
          day,
          label: invoices.get(invoice_id)?.number ?? '',
          amount: amount_minor,
          at: { ...places(owner_id), account: account_id },
        }),
      );
  },
  value: amountOf,
  why: whySum,
});
