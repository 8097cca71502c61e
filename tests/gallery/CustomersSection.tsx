import { OrderTimeline } from '../../src/renderer/screens/customers/OrderTimeline.tsx';
import { createRandom } from '../../src/shared/engine/random.ts';
import type { CustomerStory } from '../../src/shared/model/customer.ts';
import { segmentColor } from '../../src/shared/picture/segment-colors.ts';
import { Section, Specimen } from './Specimen.tsx';

const random = createRandom(7);
const day = (since: number): string => new Date(Date.UTC(2024, 0, 1) + since * 86_400_000).toISOString().slice(0, 10);
const madeOrders = (count: number, days: number, amount: (i: number) => number): CustomerStory['orders'] =>
  Array.from({ length: count }, (_, i) => ({
    order: String(1000 + i),
    day: day(Math.floor(random() * days)),
    lines: 1 + Math.floor(random() * 5),
    amount: amount(i),
    sourceId: 1,
    number: i,
  })).sort((a, b) => (a.day < b.day ? 1 : -1));

const timelines: readonly { readonly title: string; readonly orders: CustomerStory['orders'] }[] = [
  { title: 'Usual', orders: madeOrders(14, 690, (i) => 20 + i * 9) },
  { title: 'One order', orders: madeOrders(1, 690, () => 31.5) },
  { title: 'Three hundred orders', orders: madeOrders(300, 690, () => 1 + random() * 500) },
  { title: 'All on one day', orders: madeOrders(5, 1, (i) => 10 * i + 5) },
  { title: 'Returns only', orders: madeOrders(4, 690, () => -40) },
  { title: 'Huge beside tiny', orders: madeOrders(9, 690, (i) => (i === 4 ? 9_876_543_210 : 0.01)) },
];

export const CustomersSection = () => (
  <Section id="customers" title="Customers" about="What one customer bought, and when." across>
    {timelines.map(({ title, orders }, i) => (
      <Specimen key={title} title={title} width={316}>
        <OrderTimeline orders={orders} until="2025-11-29" color={segmentColor(i)} />
      </Specimen>
    ))}
  </Section>
);
