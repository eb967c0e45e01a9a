import type { ClippedField } from '@milepost/contract/leads';

export type { ClippedField } from '@milepost/contract/leads';

/** The contract's own list brings its schemas along, which the panel has no use for. */
const all: Record<ClippedField, true> = {
  name: true,
  title: true,
  company: true,
  email: true,
  phone: true,
  website: true,
  address: true,
};

/** Fields of a record that a clip can replace. */
export const clippedFields = Object.keys(all) as ClippedField[];
