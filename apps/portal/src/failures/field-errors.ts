import type { Issue } from '@milepost/contract/failures';
import { toProblem } from '../http/problem.ts';

/**
 * The issues of a refusal by the field they belong to: path `/admin/password` → text. What names no field of the form stays for
 * the form as a whole.
 * @param fields the paths that the form shows.
 */
export function fieldErrors(
  error: unknown,
  fields: readonly string[],
  text: (issue: Issue) => string,
): { byField: Record<string, string>; isWhole: boolean } {
  if (!error) return { byField: {}, isWhole: false };
  const byField: Record<string, string> = {};
  let isWhole = false;
  const { issues } = toProblem(error);
  for (const issue of issues) {
    const field = fields.find((one) => issue.path === one || issue.path.startsWith(`${one}/`));
    if (field) byField[field] ??= text(issue);
    else isWhole = true;
  }
  return { byField, isWhole: isWhole || issues.length === 0 };
}
