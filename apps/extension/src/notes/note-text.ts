import type { PageEvidence } from '@milepost/capture/evidence';
import { readNote } from '@milepost/capture/read-note';

/** The text of what was selected, with its structure. A module of its own, so that the panel fetches it only for a note. */
export const noteText = ({ root, base }: PageEvidence): string => readNote(root, base);
