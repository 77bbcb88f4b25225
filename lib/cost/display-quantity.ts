/** Large numbers without places, small ones with as many as say something: 12,345 · 42.5 · 0.0031. */
export function displayQuantity(quantity: number): string {
  if (quantity === 0) return '0';
  if (quantity >= 100) return Math.round(quantity).toLocaleString('en-US');
  return String(Number(quantity.toPrecision(3)));
}

/** Dollars with two places, or more where two would say nothing: 6.54 · 0.0031. */
export function displayDollars(dollars: number): string {
  if (dollars === 0 || dollars >= 0.1) return dollars.toFixed(2);
  return dollars < 0.000_05 ? '0.0000' : dollars.toFixed(4);
}
