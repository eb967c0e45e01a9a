import type { MatchQuery } from '@milepost/contract/leads';
import { type ClippedLead, withinBounds } from '../outbox/clip.ts';
import { callServer } from '../server/call-server.ts';
import { type MatchAnswer, readMatchAnswers, unchecked } from './match-answer.ts';

/** A lead under the key its answer is found by, at most 100 characters. */
export type KeyedLead = { key: string; lead: ClippedLead };

/** The identity of a lead, as the server compares it. Phones without a known country are no key and stay here. */
export function identityOf({ key, lead: whole }: KeyedLead): MatchQuery['leads'][number] {
  const lead = withinBounds(whole);
  return {
    key,
    kind: lead.kind,
    name: lead.name,
    company: lead.company,
    title: lead.title,
    emails: lead.emails.map((email) => email.value),
    phones: lead.phones.flatMap((phone) => phone.e164 ?? []),
    websites: lead.websites,
    profiles: lead.profiles,
  };
}

/** A page of a thousand people is asked about in portions of this many. */
const PORTION = 100;

export type MatchResult = { kind: 'answered' | 'no-answer' | 'sign-in'; answers: Map<string, MatchAnswer> };

/**
 * Asks the server once for all leads of a capture whether it knows them. Every lead gets an answer, `unchecked` where the
 * server gave none. Never throws.
 */
export async function matchLeads(
  leads: readonly KeyedLead[],
  { origin, token }: { origin: string; token: string },
): Promise<MatchResult> {
  const answers = new Map(leads.map(({ key }) => [key, unchecked]));
  let kind: MatchResult['kind'] = 'answered';
  for (let from = 0; from < leads.length; from += PORTION) {
    const answer = await callServer(origin, {
      method: 'POST',
      path: '/api/v1/capture/match',
      token,
      body: { leads: leads.slice(from, from + PORTION).map(identityOf) },
      timeoutMs: 10_000,
    });
    if (answer.kind === 'ok') for (const [key, said] of readMatchAnswers(answer.body)) answers.set(key, said);
    else kind = answer.kind === 'problem' && answer.status === 401 ? 'sign-in' : 'no-answer';
    if (kind !== 'answered') break;
  }
  return { kind, answers };
}
