import type { Issue } from '@milepost/contract/failures';
import { useI18n } from 'vue-i18n';
import { toProblem } from '../http/problem.ts';

/** What is shown of a failure. `code` is for an administrator: the permanent code, with the number of an incident. */
export type FailureText = { why: string; fix: string; code: string };

/**
 * Puts failures into the reader's language: `failures.<code>.why` and `.fix`; a code that has no translation speaks as the
 * server wrote it.
 */
export function useFailureText(): { textOf: (error: unknown) => FailureText; issueText: (issue: Issue) => string } {
  const { t, te } = useI18n();
  return {
    textOf(error) {
      const problem = toProblem(error);
      const key = `failures.${problem.code}`;
      return {
        why: te(`${key}.why`) ? t(`${key}.why`) : problem.detail || t('failures.internal.why'),
        fix: te(`${key}.fix`) ? t(`${key}.fix`) : problem.fix || t('failures.internal.fix'),
        code: problem.incident ? `${problem.code} · ${problem.incident}` : problem.code,
      };
    },
    issueText(issue) {
      const key = `failures.issues.${issue.code}`;
      if (te(key)) return t(key, { value: issue.value ?? '' });
      return te(`failures.${issue.code}.why`) ? t(`failures.${issue.code}.why`) : issue.message;
    },
  };
}
