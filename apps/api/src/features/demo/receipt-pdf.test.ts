import { expect, it } from 'vitest';
import { sniffReceipt } from '../expenses/sniff-receipt.ts';
import { receiptPdf } from './receipt-pdf.ts';

it('a receipt of the demonstration is a PDF whose table of contents points at its objects', () => {
  const bytes = receiptPdf(['2026-03-10', 'Total (41.30) EUR', '餐費']);
  expect(sniffReceipt(bytes)).toBe('application/pdf');
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('(Total \\(41.30\\) EUR) Tj');
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  for (const [at, offset] of offsets.entries()) expect(text.slice(offset).startsWith(`${at + 1} 0 obj`)).toBe(true);
});
