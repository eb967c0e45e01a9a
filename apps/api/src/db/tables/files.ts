import type { AttachedTo } from '@milepost/contract/attachments';

/**
 * A file that is kept with a record; its bytes lie in the folder of files, by its id. It never changes. Taken away it keeps its row, so
 * that its id is not used again; `cleared_at`: its bytes are gone too.
 */
export type AttachmentTable = {
  org_id: string;
  id: string;
  record_kind: AttachedTo;
  record_id: string;
  file_name: string;
  media_type: string;
  size: number;
  sha256: string;
  person_id: string | null;
  created_at: string;
  removed_at: string | null;
  cleared_at: string | null;
};

/** Two contacts who know each other, in no order. */
export type ContactTieTable = {
  org_id: string;
  id: string;
  contact_id: string;
  other_id: string;
  created_at: string;
};
