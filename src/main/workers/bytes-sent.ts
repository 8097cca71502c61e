import { subscribe } from 'node:diagnostics_channel';
import type { Socket as UdpSocket } from 'node:dgram';
import type { Socket } from 'node:net';

const isLocal = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');

/**
 * Counts what this thread sends to other computers, from Node's own diagnostics: every TCP client socket and every
 * datagram. Loopback and pipes stay on this computer and do not count.
 */
export const measureBytesSent = (): (() => number) => {
  let closed = 0;
  const open = new Set<Socket>();
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    socket.once('connect', () => {
      if (!isLocal(socket.remoteAddress)) open.add(socket);
    });
    socket.once('close', () => {
      if (open.delete(socket)) closed += socket.bytesWritten;
    });
  });
  subscribe('udp.socket', (message) => {
    const { socket } = message as { socket: UdpSocket };
    const send = socket.send.bind(socket) as (...given: unknown[]) => void;
    Object.assign(socket, {
      send: (...given: unknown[]) => {
        const [content] = given;
        const address = given.find((one, i) => i > 0 && typeof one === 'string') as string | undefined;
        if (!isLocal(address) && (typeof content === 'string' || content instanceof Uint8Array)) closed += Buffer.byteLength(content);
        send(...given);
      },
    });
  });
  return () => [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed);
};
