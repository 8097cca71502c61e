import type { ReadOptions } from '../types.ts';
import { type FileIdentity, readFirstBytes } from './file-bytes.ts';

/** A directory that stands farther on is of no file that is read. */
const farthest = 64 * 1024 * 1024;
/** Names of the first parts, in files with small sectors. */
const directoryBytes = 4096;

/**
 * The beginning of the directory of an OLE container (MS-CFB 2.2), which may stand anywhere in the file.
 * @param head the first bytes of the file
 */
export const readOleDirectory = async (
  identity: FileIdentity,
  gzip: boolean,
  head: Buffer,
  options: ReadOptions,
): Promise<Buffer> => {
  if (head.length < 512) return Buffer.alloc(0);
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 12);
  const at = (head.readUInt32LE(48) + 1) * sectorBytes;
  if (at > farthest) return Buffer.alloc(0);
  return (await readFirstBytes(identity, gzip, at + directoryBytes, options)).subarray(at);
};
