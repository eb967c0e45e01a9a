import { NewClip } from '@milepost/contract/leads';
import { describe, expect, it } from 'vitest';
import { sampleClip } from './clip.sample.ts';
import { type ClippedLead, makeClip } from './clip.ts';

const { clipId, page, lead } = sampleClip(1);
const long = (length: number): string => 'x'.repeat(length);

describe('making a clip', () => {
  it('gives the contract what it asks for and changes nothing that fits', () => {
    const clip = makeClip(clipId, page, lead);
    expect(clip).toEqual({ clipId, page, lead });
    expect(NewClip.parse(clip)).toEqual(clip);
  });

  it('stays within the contract however strange the page', () => {
    const origin = {
      field: 'name',
      value: long(9000),
      raw: long(9000),
      source: 'text',
      path: long(9000),
      confidence: 1,
    } as const;
    const parts = { street: long(900), city: null, region: null, postcode: null, country: null };
    const strange: ClippedLead = {
      kind: 'company',
      name: long(900),
      title: long(900),
      company: long(900),
      emails: Array.from({ length: 30 }, (_, number) => ({ value: `p${number}@shop.example` })),
      phones: [
        { value: long(900), e164: null, kind: 'tel' },
        { value: '1', e164: '+491', kind: 'fax', extension: '7' },
      ],
      addresses: [{ raw: long(9000), ...parts }],
      websites: [long(9000), 'https://shop.example/'],
      profiles: [long(9000)],
      provenance: Array.from({ length: 400 }, () => origin),
    };
    const clip = makeClip(clipId, { ...page, url: `https://a.example/${long(9000)}`, title: long(9000) }, strange);
    expect(NewClip.safeParse(clip).error).toBeUndefined();
    expect(clip.lead.emails).toHaveLength(20);
    expect(clip.lead.phones.map((phone) => phone.value)).toEqual(['1']);
    expect(clip.lead.websites).toEqual(['https://shop.example/']);
    expect(strange.emails).toHaveLength(30);
  });
});
