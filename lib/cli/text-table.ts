/**
 * Rows under their headings, columns two spaces apart; the last column is not padded.
 *
 * Widths count code points, which is right for the scripts of the feeds but for combining marks.
 */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(charsOf(heading), ...rows.map((row) => charsOf(row[column] ?? ''))),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === cells.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - charsOf(cell)),
      )
      .join('  ')
      .trimEnd();
  return [headings, ...rows].map(lineOf).join('\n');
}

const charsOf = (text: string) => [...text].length;
