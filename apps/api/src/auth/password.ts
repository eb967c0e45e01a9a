import { Failure, fieldIssue } from '../http/failure.ts';

/**
 * Words that most leaked passwords of twelve characters and more are made of, in the order of their frequency in public
 * lists. A password is refused when nothing but such words, digits and marks is in it.
 */
const common =
  /password|passwort|motdepasse|qwert[yz]|qwertyuiop|azerty|asdfghjkl|zxcvbnm|1q2w3e4r|letmein|welcome|iloveyou|admin(istrator)?|monkey|dragon|football|baseball|sunshine|princess|superman|trustno|michael|charlie|milepost|secret|changeme|default|woaini|abcdefghijklm|abc/g;

/**
 * Refuses what would be guessed first: short, of one or two characters, a run, a common word, or one's own name.
 * Composition rules are not asked for (OWASP ASVS level 2).
 * @throws Failure `weak-password`
 */
export function refuseWeak(password: string, ownWords: readonly string[]): void {
  const text = password.toLowerCase();
  const own = ownWords.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  let rest = text.replace(common, '');
  for (const word of own) rest = rest.replaceAll(word, '');
  const left = rest.replace(/[\d\W_]/g, '');
  const isRun = '01234567890123456789'.includes(text) || '98765432109876543210'.includes(text);
  const guessable = left.length === 0 && (rest.length < text.length || /^\d+$/.test(text));
  if (password.length < 12 || password.length > 128 || new Set(text).size < 5 || isRun || guessable)
    throw new Failure(
      'weak-password',
      fieldIssue('/password', 'weak', 'at least 12 characters, not a common password or your own name'),
    );
}
