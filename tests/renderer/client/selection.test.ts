import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearSelection,
  hasSelection,
  selectRows,
  selectSegments,
  showCustomer,
  toggleSegment,
  useSelection,
} from '../../../src/renderer/client/selection.ts';
import { summarise } from '../../../src/renderer/client/selection-summary.ts';
import { message } from '../../../src/shared/model/message.ts';
import type { Segment, Segmentation } from '../../../src/shared/model/segmentation.ts';

const now = () => useSelection.getState();
beforeEach(clearSelection);

describe('the selection', () => {
  it('is either segments or customers', () => {
    selectSegments([3, 3, 5]);
    expect(now().segmentIds).toEqual([3, 5]);
    selectRows([9, 2, 9]);
    expect(now().segmentIds).toEqual([]);
    expect([...(now().rows ?? [])]).toEqual([2, 9]);
    selectSegments([1]);
    expect(now().rows).toBeNull();
  });
  it('toggles one, or adds to the others', () => {
    toggleSegment(1);
    toggleSegment(2);
    expect(now().segmentIds).toEqual([2]);
    toggleSegment(3, true);
    expect(now().segmentIds).toEqual([2, 3]);
    toggleSegment(2, true);
    toggleSegment(3);
    expect(hasSelection(now())).toBe(false);
  });
  it('sorts rows by number, not by text', () => {
    selectRows([10, 9, 100]);
    expect([...(now().rows ?? [])]).toEqual([9, 10, 100]);
  });
  it('shows a customer without changing what is selected', () => {
    selectSegments([4]);
    showCustomer(7);
    expect(now()).toMatchObject({ segmentIds: [4], customerRow: 7 });
  });
  it('takes an empty selection for none', () => {
    selectRows([]);
    expect(now().rows).toBeNull();
  });
});

describe('summarise', () => {
  const segment = (id: number, size: number, revenueShare: number | null): Segment => ({
    id,
    label: id,
    name: message('x'),
    color: 0,
    frozen: false,
    size,
    share: 0,
    revenue: null,
    revenueShare,
    why: message('x'),
    action: message('x'),
    silhouette: null,
    profile: [],
  });
  const segmentation = (segments: Segment[], revenue: number | null) => ({ segments, revenue }) as Segmentation;

  it('adds up the chosen segments', () => {
    const all = segmentation([segment(1, 10, 0.5), segment(2, 30, 0.25), segment(3, 60, 0.25)], 100);
    expect(summarise({ segmentIds: [1, 2], rows: null }, all, null)).toEqual({ customers: 40, revenueShare: 0.75 });
  });
  it('adds up what picked customers spent', () => {
    const rows = Uint32Array.of(0, 2);
    const spent = Float64Array.of(10, 20, 30);
    expect(summarise({ segmentIds: [], rows }, segmentation([], 80), spent)).toEqual({
      customers: 2,
      revenueShare: 0.5,
    });
  });
  it('counts a customer without a known sum as nothing spent', () => {
    const summary = summarise(
      { segmentIds: [], rows: Uint32Array.of(0, 1) },
      segmentation([], 10),
      Float64Array.of(Number.NaN, 5),
    );
    expect(summary?.revenueShare).toBe(0.5);
  });
  it('adds up customers in no segment', () => {
    const all = { ...segmentation([{ ...segment(1, 10, 0.5), revenue: 50 }], 100), customers: 25 };
    expect(summarise({ segmentIds: [-1], rows: null }, all, null)).toEqual({ customers: 15, revenueShare: 0.5 });
    expect(summarise({ segmentIds: [1, -1], rows: null }, all, null)).toEqual({ customers: 25, revenueShare: 1 });
    const nobody = { ...all, customers: 10 };
    expect(summarise({ segmentIds: [-1], rows: null }, nobody, null)).toBeNull();
  });
  it('has no share where there is no revenue, and is nothing where nothing is selected', () => {
    const all = segmentation([segment(1, 10, null)], null);
    expect(summarise({ segmentIds: [1], rows: null }, all, null)).toEqual({ customers: 10, revenueShare: null });
    expect(summarise({ segmentIds: [], rows: null }, all, null)).toBeNull();
  });
});
