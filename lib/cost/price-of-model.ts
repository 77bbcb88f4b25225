import { InvalidInputError } from '../errors.ts';
import type { PriceTable } from './price-table.ts';

/**
 * Dollars for a million tokens, in the region, or the dearest known where that one has no price.
 *
 * @throws InvalidInputError for a model without a price: no budget could be held
 */
export function priceOfModel(
  model: string,
  { models }: Pick<PriceTable, 'models'>,
  region: string,
): { inputDollars: number; outputDollars: number } {
  const prices = Object.entries(models[model]?.prices ?? {});
  if (prices.length === 0) throw new InvalidInputError(`config/prices.json: no price of the model "${model}"`);
  const here = prices.filter(([name]) => name === region);
  const known = (here.length > 0 ? here : prices).map(([, price]) => price);
  return {
    inputDollars: Math.max(...known.map(({ input }) => input)),
    outputDollars: Math.max(...known.map(({ output }) => output)),
  };
}
