import { type FileHandle, open } from 'node:fs/promises';

const endLength = 22;
const centralLength = 46;
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;

/** 1 January 1980, midnight: the zero of ZIP. Time first, then the date. */
const zero = Buffer.from([0, 0, 0x21, 0]);

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('a ZIP file ends too early');
  return buffer;
};

/**
 * Sets the dates of all entries of a ZIP file without a comment to one and the same, so that the same content gives the
 * same bytes whenever it is written. Times stand in each entry's local header and in the central directory (PKWARE
 * APPNOTE 6.3, 4.3.7 and 4.3.12).
 */
export const setZipDates = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const end = await readAt(file, size - endLength, endLength);
    if (end.readUInt32LE(0) !== endSignature) throw new Error('a ZIP file without an end');
    const from = end.readUInt32LE(16);
    const directory = await readAt(file, from, end.readUInt32LE(12));
    for (let at = 0; at + centralLength <= directory.length; ) {
      if (directory.readUInt32LE(at) !== centralSignature) throw new Error('a ZIP file with a broken directory');
      zero.copy(directory, at + 12);
      await file.write(zero, 0, zero.length, directory.readUInt32LE(at + 42) + 10);
      at +=
        centralLength +
        directory.readUInt16LE(at + 28) +
        directory.readUInt16LE(at + 30) +
        directory.readUInt16LE(at + 32);
    }
    await file.write(directory, 0, directory.length, from);
  } finally {
    await file.close();
  }
};
