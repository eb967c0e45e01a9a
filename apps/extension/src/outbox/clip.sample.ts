import type { Clip } from './clip.ts';
import { clipIdOf } from './clip-id.ts';

/** A clip for tests, with the id of the given number. */
export function sampleClip(number: number, name = `Ada ${number}`): Clip {
  return {
    clipId: clipIdOf({ nowMs: 1_700_000_000_000 + number, random: new Uint8Array(10).fill(number) }),
    page: { url: 'https://shop.example/team', title: 'Team', takenAt: '2026-03-02T09:00:00.000Z' },
    lead: {
      kind: 'person',
      name,
      title: null,
      company: 'Shop',
      emails: [{ value: `ada${number}@shop.example` }],
      phones: [],
      addresses: [],
      websites: [],
      profiles: [],
      provenance: [],
    },
  };
}
