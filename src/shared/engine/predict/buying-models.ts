import type { BuyingModelName } from '../../model/prediction.ts';
import { bgNbd, mbgNbd } from './beta-geometric.ts';
import type { BuyingModel } from './buying-model.ts';
import { paretoNbd } from './pareto-nbd.ts';

export const buyingModels: Readonly<Record<BuyingModelName, BuyingModel>> = {
  bgnbd: bgNbd,
  mbgnbd: mbgNbd,
  paretonbd: paretoNbd,
};
