import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { sumsAlong, treeShape } from '../../src/renderer/charts/tree/tree-shape.ts';
import { GrownTree } from '../../src/renderer/screens/tree/GrownTree.tsx';
import type { TreeView } from '../../src/shared/model/tree.ts';
import type { MadeShop } from './made-shop.ts';
import { madeTree } from './made-tree.ts';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, cases } from './shops.ts';

const Tree = ({ shop }: { readonly shop: MadeShop }) => {
  const { segmentation, labels, columns, map } = shop;
  const customers = map[0].length;
  const whole = useMemo(() => {
    const shape = treeShape(customers, madeTree(shop));
    const spent = columns.get('totalSpent');
    return { shape, labels, revenue: spent === undefined ? null : sumsAlong(shape, spent) };
  }, [shop, customers, columns, labels]);
  const tree: TreeView = {
    id: segmentation.id,
    snapshotId: segmentation.snapshotId,
    customers,
    merges: [],
    leaves: [{ size: customers, height: 0, effects: segmentation.features.map(() => 0) }],
    features: segmentation.features.map(({ key }) => key),
    cutHeights: [],
    suggestedK: Math.min(customers, segmentation.k),
  };
  return <GrownTree tree={tree} whole={whole} segmentation={segmentation} />;
};

/** One tree at a time: its cut is what every other picture of the app follows. */
export const TreeSection = () => {
  const [title, setTitle] = useState(cases[0]!.title);
  const { shop, about } = caseOf(title);
  return (
    <Section id="tree" title="Tree" about="Similar customers hang together; the line cuts.">
      <SegmentedControl
        aria-label="Which tree"
        size="xs"
        data={cases.map((one) => one.title)}
        value={title}
        onChange={setTitle}
      />
      <Specimen key={title} title={title} about={about} shop={shop} height={700}>
        <Tree shop={shop} />
      </Specimen>
    </Section>
  );
};
