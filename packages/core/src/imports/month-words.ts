/** Names of the months in English, German, French and Spanish; what begins like one (`Sept.`, `déc`) is one too. */
const names: readonly (readonly string[])[] = [
  ['january', 'januar', 'jänner', 'janvier', 'enero'],
  ['february', 'februar', 'feber', 'février', 'febrero'],
  ['march', 'märz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'août', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'décembre', 'diciembre'],
];

/** Short forms that are no beginning of the name. */
const shortForms: Readonly<Record<string, number>> = {
  mrz: 3,
  mz: 3,
  juil: 7,
  jul: 7,
  jun: 6,
  ene: 1,
  dic: 12,
  dez: 12,
};

const weekdays =
  `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
   lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo`.split(
    /\s+/,
  );

const foldWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '')
    .toLowerCase();

/** The month a word names, 1–12; null when it names none, or more than one (`ju`, `ma`). */
export function monthOfWord(word: string): number | null {
  const folded = foldWord(word);
  const short = shortForms[folded];
  if (short !== undefined) return short;
  if (folded.length < 3) return null;
  const months = names.flatMap((forms, index) =>
    forms.some((form) => foldWord(form).startsWith(folded)) ? [index + 1] : [],
  );
  return months.length === 1 ? (months[0] ?? null) : null;
}

/** Is the word a day of the week, written out or shortened? */
export function isWeekdayWord(word: string): boolean {
  const folded = foldWord(word);
  return folded.length >= 2 && weekdays.some((weekday) => weekday.startsWith(folded));
}
