import type { Socket as UdpSocket } from 'node:dgram';
import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A counter of bytes that all threads of the process share. */
export const createBytesSent = (): SharedArrayBuffer => new SharedArrayBuffer(8);
export const readBytesSent = (sent: SharedArrayBuffer): number => Number(Atomics.load(new BigInt64Array(sent), 0));

/** Loopback stays on this computer; so does a pipe, which has no address. */
export const isLoopback = (address: string | undefined): boolean =>
  address === undefined ||
  address === '::1' ||
  address === 'localhost' ||
  /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);

/** How often an open connection is looked at. */
const lookEveryMs = 100;
/** A TLS socket counts only what was sent through it; its first greeting alone, before that, has about this many bytes. */
const tlsGreetingBytes = 250;
let measuring = false;

/**
 * Counts what this thread sends to other computers: every TCP connection it opens, TLS included, and every datagram.
 * TCP is caught where every client of Node comes through, `Socket.prototype.connect`, because Node's own diagnostics
 * channel leaves TLS sockets out. What the system sends by itself (its name lookups) is not seen here.
 * @param sent the process's counter, added to
 */
export const measureBytesSent = (
  sent: SharedArrayBuffer,
  isOwn: (address: string | undefined) => boolean = isLoopback,
): void => {
  // A thread has one measure however many cores start in it.
  if (measuring) return;
  measuring = true;
  const total = new BigInt64Array(sent);
  const counted = new Map<Socket, number>();
  let looking: NodeJS.Timeout | undefined;
  const look = (socket: Socket) => {
    const before = counted.get(socket) ?? 0;
    const { bytesWritten } = socket;
    if (bytesWritten <= before) return;
    counted.set(socket, bytesWritten);
    Atomics.add(total, 0, BigInt(bytesWritten - before));
  };
  const watch = (socket: Socket) => {
    if (isOwn(socket.remoteAddress)) return;
    counted.set(socket, 0);
    if (socket instanceof TLSSocket) Atomics.add(total, 0, BigInt(tlsGreetingBytes));
    looking ??= setInterval(() => {
      for (const one of counted.keys()) look(one);
    }, lookEveryMs).unref();
    socket.once('close', () => {
      look(socket);
      counted.delete(socket);
      if (counted.size > 0) return;
      clearInterval(looking);
      looking = undefined;
    });
  };

  const connect = Socket.prototype.connect as (this: Socket, ...given: unknown[]) => Socket;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    this.once('connect', () => watch(this));
    return connect.apply(this, given);
  } as typeof Socket.prototype.connect;

  subscribe('udp.socket', (message) => {
    const { socket } = message as { socket: UdpSocket };
    const send = socket.send.bind(socket) as (...given: unknown[]) => void;
    Object.assign(socket, {
      send: (...given: unknown[]) => {
        // A socket that is not bound yet keeps the datagram and comes here again with it.
        if (isBound(socket) && !isOwn(addressOf(socket, given))) Atomics.add(total, 0, BigInt(datagramBytes(given)));
        send(...given);
      },
    });
  });
};

const isBound = (socket: UdpSocket): boolean => {
  try {
    return socket.address().port > 0;
  } catch {
    return false;
  }
};

/** send(content, [offset, length,] [port] [, address] [, callback]); without an address where the socket is connected. */
const addressOf = (socket: UdpSocket, given: readonly unknown[]): string | undefined => {
  const named = given.find((one, i) => i > 0 && typeof one === 'string') as string | undefined;
  if (named !== undefined) return named;
  try {
    return socket.remoteAddress().address;
  } catch {
    return undefined;
  }
};

const datagramBytes = ([content, offset, length]: readonly unknown[]): number => {
  if (typeof offset === 'number' && typeof length === 'number') return length;
  const parts: unknown[] = Array.isArray(content) ? content : [content];
  return parts.reduce<number>(
    (sum, one) =>
      sum + (typeof one === 'string' ? Buffer.byteLength(one) : ArrayBuffer.isView(one) ? one.byteLength : 0),
    0,
  );
};
