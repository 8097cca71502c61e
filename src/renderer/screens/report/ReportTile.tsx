import type { TileColor } from '../../../shared/report/blocks.ts';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';

/** A segment's tile, or that of customers in none. */
export const ReportTile = ({ tile, size = 12 }: { readonly tile: TileColor; readonly size?: number }) =>
  tile === 'none' ? <NoSegmentTile size={size} /> : <SegmentTile color={tile} size={size} />;
