import { addressOfText, isStreetLine } from '../address/address-lines.ts';
import type { Candidate, Entity } from '../candidate.ts';
import { columnHead, labelAbove, labelBefore } from '../label-context.ts';
import { type Line, pathOf, placeAt } from '../page-text.ts';
import { isJobTitle, tidyTitle } from '../people/job-title.ts';
import { personName } from '../people/person-name.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel, type LabelField } from '../vocabulary/contact-labels.ts';
import { namesPosition, namesRepresentative } from '../vocabulary/job-titles.ts';
import { namesOrganisation } from '../vocabulary/legal-forms.ts';

type Labelled = { field: LabelField; label: string; text: string; start: number; line: Line };

const LONGEST_VALUE = 160;

/**
 * Values that stand behind a label: "label: value" in one line, `dt` and `dd`, `th` and `td`, a label in the line before.
 * Telephones and addresses of mail are found wherever they stand and not read here.
 */
export function labelledValuesSource(
  context: ReadingContext,
  add: (candidate: Candidate) => void,
  budget: Budget,
): void {
  const { domain, user, guesses } = context.country;
  const countries = [...domain, ...(user === undefined ? [] : [user]), ...guesses];
  for (const line of context.page.lines) {
    budget.check();
    if (context.isNoise(line)) continue;
    for (const labelled of labelledIn(line, context)) addLabelled(labelled, countries, add);
  }
}

const CJK_LABEL_AND_VALUE = /^\s*([\u3040-\u30ff\u3400-\u9fff\s]{2,12}?)\s+(?=\S)/u;

/** All "label: value" of a line, each value up to the next label; else a label before the line or over its column. */
function labelledIn(line: Line, context: ReadingContext): Labelled[] {
  const plain = context.plain[line.index] ?? '';
  const labels = labelsIn(plain);
  if (labels.length > 0) {
    return labels.map((label, index) => {
      const end = labels[index + 1]?.start ?? plain.length;
      const text = line.text.slice(label.end, end).replace(/[\s|｜;；•·,，]+$/u, '');
      return { field: label.field, label: label.text, text, start: label.end, line };
    });
  }
  const beside = CJK_LABEL_AND_VALUE.exec(plain);
  const field = beside?.[1] === undefined ? undefined : fieldOfWholeLabel(beside[1]);
  if (beside?.[1] !== undefined && field !== undefined) {
    return [{ field, label: beside[1], text: line.text.slice(beside[0].length), start: beside[0].length, line }];
  }
  const previous = context.page.lines[line.index - 1];
  const isBehindLabel = previous !== undefined && isFirmLabel(previous);
  const above = columnHead(context.heads, line) ?? (isBehindLabel ? labelAbove(context, line) : undefined);
  if (above === undefined) return [];
  return [{ field: above.field, label: above.text, text: line.text, start: 0, line }];
}

type LabelInLine = { field: LabelField; text: string; start: number; end: number };

/** Labels that a colon sets off. "Contact person: Ann Lee, Tel: …" holds two. */
function labelsIn(plain: string): LabelInLine[] {
  const labels: LabelInLine[] = [];
  let from = 0;
  for (const match of plain.matchAll(/\s*:\s*(?=\S)/gu)) {
    const hit = labelBefore(plain, from, match.index + match[0].length);
    if (hit?.isTight !== true) continue;
    from = match.index + match[0].length;
    labels.push({ field: hit.field, text: hit.text, start: hit.start, end: from });
  }
  return labels;
}

/** A word alone in a line labels the next only when mark-up or a colon says so: menus are full of such words. */
function isFirmLabel(line: Line): boolean {
  return (
    /[:：]\s*$/u.test(line.text) ||
    ['dt', 'th'].includes(line.block.node.tag) ||
    (line.block.node.tag === 'td' && /[\u3400-\u9fff\u3040-\u30ff]/u.test(line.text))
  );
}

function addLabelled(labelled: Labelled, countries: readonly string[], add: (candidate: Candidate) => void): void {
  const { field, text, line, start } = labelled;
  if (text === '' || text.length > LONGEST_VALUE || fieldOfWholeLabel(text) !== undefined) return;
  const place = placeAt(line, start);
  const found = { raw: text, source: 'label' as const, path: pathOf(place), offset: start, place, line };
  if (field === 'address' && isStreetLine(text)) {
    add({ ...found, field, value: text, address: addressOfText(text, countries), confidence: 0.8 });
  } else if (
    field === 'company' &&
    text.length <= 80 &&
    /\p{L}{2}/u.test(text) &&
    !/\d{5}|\d{3}[-. ]\d{4}|@/.test(text) &&
    !isJobTitle(text) &&
    !isSomebody(text)
  ) {
    add({ ...found, field, value: text, confidence: 0.9 });
  } else if (field === 'title' && text.length <= 80 && isJobTitle(text)) {
    add({ ...found, field, value: text, confidence: 0.9 });
  } else if (field === 'website' && /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+/i.test(text)) {
    add({ ...found, field, value: websiteOf(text), confidence: 0.85 });
  } else if (field === 'wechat' || field === 'qq' || field === 'skype') {
    addHandle(field, text, found, add);
  } else if (field === 'name') {
    addPerson(labelled, found, add);
  }
}

/** "Lee C. Laban, MSN" behind a label that may mean a firm is a person all the same. */
const isSomebody = (text: string): boolean => {
  const reading = personName(text);
  return reading?.hasCredentials === true && !namesOrganisation(text);
};

const websiteOf = (text: string): string => {
  const address = text.split(/[\s,;]/)[0] ?? text;
  return /^https?:\/\//i.test(address) ? address : `http://${address}`;
};

type FoundText = { raw: string; source: 'label'; path: string; offset: number };

const HANDLES = { wechat: /^[A-Za-z][\w-]{5,19}$|^1[3-9]\d{9}$/, qq: /^\d{5,11}$/, skype: /^[A-Za-z][\w.,:-]{2,31}$/ };

function addHandle(
  field: 'wechat' | 'qq' | 'skype',
  text: string,
  found: FoundText,
  add: (candidate: Candidate) => void,
): void {
  const handle = text.split(/[\s,;、，(（]/u)[0] ?? '';
  if (!HANDLES[field].test(handle)) return;
  const scheme = field === 'wechat' ? 'weixin' : field;
  add({ ...found, raw: handle, field: 'profile', value: `${scheme}:${handle}`, confidence: 0.85 });
}

/** "Okafor, Chidi" under a column for names. */
const TURNED =
  /^(\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+)?),\s(\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)?)$/u;
/** 先生 behind a name is how one speaks of somebody, and no part of what they are called. */
const FORM_OF_ADDRESS = /(?<=[\u3400-\u9fff\uac00-\ud7af]{2})\s*(?:先生|女士|小姐|太太|様|さん|氏|님|씨)$/u;

/** "Ansprechpartner: Max Muster", "联系人：张三", "代表取締役 山田太郎": a name, and the label as title where it is a position. */
function addPerson(labelled: Labelled, found: FoundText, add: (candidate: Candidate) => void): void {
  const turned = TURNED.exec(labelled.text.trim());
  const said = labelled.text.split(/[,，、(（/]|\s[-–|]\s/u)[0]?.trim() ?? '';
  const first = turned === null ? said.replace(FORM_OF_ADDRESS, '') : `${turned[2]} ${turned[1]}`;
  const reading = personName(first);
  const isShort = /^[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\s]{2,10}$/u.test(first);
  if (reading === undefined && !isShort) return;
  const name = reading?.name ?? first;
  const label = tidyTitle(labelled.label);
  const entity: Entity = {
    id: `text:${labelled.line.index}:${labelled.start}`,
    kind: 'person',
    parent: null,
    relation: '',
    isAside: false,
    lines: { from: labelled.line.index, to: labelled.line.index },
    ...(namesRepresentative(label) && { standsForFirm: true as const }),
  };
  add({ ...found, raw: turned === null ? first : labelled.text, field: 'name', value: name, confidence: 0.85, entity });
  if (namesPosition(label)) add({ ...found, raw: label, field: 'title', value: label, confidence: 0.8, entity });
}
