/** What a receipt may be, by its first bytes: what a file is called says nothing about what it is. */
const marks: readonly { mediaType: string; bytes: readonly (number | null)[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  // RIFF, four bytes of length, WEBP.
  { mediaType: 'image/webp', bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
];

/** The media type of a receipt, null when it is neither a picture nor a PDF. */
export const sniffReceipt = (file: Uint8Array): string | null =>
  marks.find(({ bytes }) => bytes.every((byte, at) => (byte === null ? at < file.length : file[at] === byte)))
    ?.mediaType ?? null;
