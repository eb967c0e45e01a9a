import type { Locale } from '@milepost/contract/organisation';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Work } from '../../db/work.ts';
import { issueSteps } from '../issues/step-store.ts';
import { departments, hoursFor, issues } from '../issues/store.ts';
import { dueAfter } from '../issues/working-time.ts';

type Severity = 'urgent' | 'important' | 'routine';
type Words = {
  logistics: string;
  technology: string;
  said: readonly (readonly [severity: Severity, name: string, details: string])[];
};

const words: Readonly<Record<Locale, Words>> = {
  en: {
    logistics: 'Logistics',
    technology: 'Technology',
    said: [
      ['urgent', 'The delivery stands at customs', 'The customer’s line stops on Friday without the parts.'],
      ['important', 'A sensor drifts after two weeks', 'Seen on three devices of the same batch.'],
      ['routine', 'Delivery notes lack the order number', 'The customer’s books cannot match them.'],
    ],
  },
  'zh-Hans': {
    logistics: '物流部',
    technology: '技术部',
    said: [
      ['urgent', '货物滞留海关', '零件周五前不到，客户产线将停产。'],
      ['important', '传感器两周后漂移', '同一批次的三台设备都出现。'],
      ['routine', '送货单缺少订单号', '客户财务无法核对。'],
    ],
  },
  'zh-Hant': {
    logistics: '物流部',
    technology: '技術部',
    said: [
      ['urgent', '貨物滯留海關', '零件週五前不到，客戶產線將停產。'],
      ['important', '感測器兩週後漂移', '同一批次的三台設備都出現。'],
      ['routine', '送貨單缺少訂單號', '客戶財務無法核對。'],
    ],
  },
};

type Firm = { id: string; ownerId: string };

/** Two departments beyond sales, and what reps have raised with them about their customers. */
export async function writeIssues(work: Work, locale: Locale, firms: readonly Firm[]): Promise<void> {
  const { organisation } = work.actor;
  const { logistics, technology, said } = words[locale];
  const made = [];
  for (const name of [logistics, technology]) {
    const columns = { name, name_key: foldName(name), head_id: null };
    const hours = { urgent_hours: 8, important_hours: 24, routine_hours: 80 };
    made.push((await departments.create(work, { id: work.newId(), ...columns, ...hours })).row);
  }
  for (const [at, [severity, name, details]] of said.entries()) {
    const [department, firm] = [made[at % made.length], firms[at]];
    if (!department || !firm) continue;
    const id = work.newId();
    await issues.create(work, {
      ...{ id, name, name_key: foldName(name), details, kind: 'other', severity, state: 'open' },
      ...{ raised_by_id: firm.ownerId, department_id: department.id, owner_id: null, level: 0, runs_from: work.at },
      due_at: dueAfter(organisation, work.at, hoursFor(department, severity)),
      ...{ account_id: firm.id, opportunity_id: null, invoice_id: null },
      ...{ customer_owner_id: firm.ownerId, customer_backup_id: null },
      ...{ resolution: null, lesson: null, resolved_at: null },
    });
    await issueSteps.add(work, { issue_id: id, deed: 'raise', department_id: department.id });
  }
}
