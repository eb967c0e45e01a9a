import type { Candidate, CandidateOf } from '../candidate.ts';

type PhoneCandidate = CandidateOf<'phone'>;

const isPhone = (candidate: Candidate): candidate is PhoneCandidate => candidate.field === 'phone';
const isExtensionAlone = (candidate: PhoneCandidate): boolean =>
  candidate.phone.e164 === null &&
  candidate.phone.extension !== undefined &&
  !/\d{7}/.test(candidate.phone.value.replace(/\D/g, ''));

const TOLL_FREE = /^\+1(?:800|833|844|855|866|877|888)|^\+44(?:80|84|87)|^\+49800|^\+86[48]00|^\+61(?:1300|1800|13)/;

/**
 * Gives an extension that stands alone the number it is dialled through: the page's switchboard, which is the number it shows
 * most often (the first of equals) that is neither a fax, a mobile, toll-free, nor somebody's own.
 */
export function withSwitchboard(
  candidates: readonly Candidate[],
  isSomebodys: (candidate: Candidate) => boolean,
): Candidate[] {
  const faxes = new Set(
    candidates
      .filter(isPhone)
      .filter((candidate) => candidate.phone.kind === 'fax')
      .map((candidate) => candidate.phone.e164),
  );
  const lines = candidates
    .filter(isPhone)
    .filter(
      ({ phone, line }) => phone.e164 !== null && phone.kind === 'tel' && line !== undefined && !faxes.has(phone.e164),
    );
  const shared = lines.filter((candidate) => !isSomebodys(candidate) && !TOLL_FREE.test(candidate.phone.e164 ?? ''));
  const usable = shared.length > 0 ? shared : lines.filter((candidate) => !isSomebodys(candidate));
  const board = commonest(usable);
  return candidates.map((candidate) => {
    if (!isPhone(candidate) || !isExtensionAlone(candidate)) return candidate;
    return board === undefined ? candidate : { ...candidate, phone: { ...candidate.phone, e164: board.phone.e164 } };
  });
}

function commonest(lines: readonly PhoneCandidate[]): PhoneCandidate | undefined {
  const counts = new Map<string | null, number>();
  for (const { phone } of lines) counts.set(phone.e164, (counts.get(phone.e164) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return lines.find(({ phone }) => counts.get(phone.e164) === most);
}
