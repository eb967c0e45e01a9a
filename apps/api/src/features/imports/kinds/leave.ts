import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** Who is away, from when to when: one row a leave. Without a last day it is one day. */
export const leave: KindSpec = {
  kind: 'leave',
  nouns: headers('leave | absence | vacation | 请假 | 休假 | 請假 | Abwesenheit | Urlaub | congé | absence | ausencia'),
  naturalKeys: [['owner', 'from']],
  fields: [
    field(
      'owner',
      'reference',
      `${words.owner} | name | employee name | person | 姓名 | 员工姓名 | 員工姓名`,
      required,
    ),
    field(
      'from',
      'day',
      'from | start | start date | first day | begin | date | day | 开始日期 | 开始 | 起始日期 | 日期 | 開始日期 | 起始日期 | von | Beginn | Startdatum | Datum | début | date de début | du | desde | inicio | fecha de inicio | fecha',
      required,
    ),
    field(
      'to',
      'day',
      'to | end | end date | last day | until | 结束日期 | 结束 | 截止日期 | 結束日期 | 截止日期 | bis | Ende | Enddatum | fin | date de fin | au | hasta | fecha de fin',
    ),
    field(
      'leaveKind',
      'choice',
      'kind | type | leave type | absence type | reason | 类型 | 请假类型 | 假别 | 類型 | 假別 | Art | Abwesenheitsart | type de congé | motif | tipo | motivo',
      {
        choices: {
          holiday: ['vacation', 'annual leave', 'pto', '年假', '休假', '特休', 'Urlaub', 'congés payés', 'vacaciones'],
          sickness: ['sick', 'sick leave', 'illness', '病假', 'Krankheit', 'krank', 'maladie', 'enfermedad', 'baja'],
          parental: [
            'maternity',
            'paternity',
            'parental leave',
            '产假',
            '陪产假',
            '產假',
            '育嬰假',
            'Elternzeit',
            'congé parental',
            'permiso parental',
          ],
          training: ['course', 'education', '培训', '培訓', 'Weiterbildung', 'formation', 'formación'],
          other: ['unpaid', 'unpaid leave', '事假', '其他', 'Sonstiges', 'autre', 'otro'],
        },
      },
    ),
    field(
      'halfDays',
      'choice',
      'half day | half days | 半天 | 半日 | halber Tag | halbe Tage | demi-journée | medio día',
      {
        choices: {
          none: ['no', 'full', 'full day', '否', '全天', 'nein', 'non'],
          first: ['first day', 'afternoon', 'pm', '下午', 'Nachmittag', 'après-midi', 'tarde'],
          last: ['last day', 'morning', 'am', '上午', 'Vormittag', 'matin', 'mañana'],
          both: ['both days', '两端', '兩端', 'beide', 'les deux', 'ambos'],
        },
      },
    ),
    field('notes', 'text', words.notes),
  ],
};
