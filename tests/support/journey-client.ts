/**
 * A page without a browser: waits for the host's address in a file, signs in with its token, opens the sample shop and
 * makes a report, over the same HTTP the app uses. Exits 0 when all of it worked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src/shared/api/contract.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: journey-client.ts FILE_WITH_URL');
while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) await sleep(50);
const { url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string };

const welcome = await fetch(url, { redirect: 'manual' });
const cookie = welcome.headers.get('set-cookie')?.split(';')[0];
if (!cookie) throw new Error(`The host gave no session: ${welcome.status}`);
const { origin } = new URL(url);
const client: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }),
);

const finish = async <Result>(stream: AsyncIterator<unknown, Result>): Promise<Result> => {
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value;
  }
};

const project = await finish(await client.project.sample());
if ((project.totals?.customers ?? 0) < 2000) throw new Error('The sample shop has too few customers.');
const report = await finish(await client.export.report({ withCustomers: false }));
const page = await fetch(`${origin}/files/${report.id}`, { headers: { cookie } });
if (!(await page.text()).includes('</html>')) throw new Error('The report is not whole.');
const { bytesSent } = await client.host.info();
if (bytesSent !== 0) throw new Error(`The host says that ${bytesSent} bytes were sent.`);
