import { LocaleText } from "./locale-text";
import type { PlotSeries } from "./plot-marks";
import { NumberHeads, Table, TableCell, TableRow } from "./table";

type NumbersProps = {
  title: string;
  points: readonly { name: string }[];
  series: readonly PlotSeries[];
  format: (value: number) => string;
  pointLabel: string;
};

/** The same numbers as a table, newest first; on paper only where `prints` says so, and then unfolded. */
export function PlotTable({ prints, ...numbers }: NumbersProps & { prints: boolean }) {
  return (
    <>
      <details className="mt-3 text-sm" data-print="hide">
        <summary className="touch-target inline-block rounded-sm font-medium text-accent hover:underline">
          Show as a table
        </summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <Numbers {...numbers} />
        </div>
      </details>
      {prints ? (
        <div className="mt-3 hidden print:block">
          <Numbers {...numbers} />
        </div>
      ) : null}
    </>
  );
}

function Numbers({ title, points, series, format, pointLabel }: NumbersProps) {
  return (
    <Table caption={title}>
      <NumberHeads rows={pointLabel} columns={series.map(({ name }) => name)} />
      <tbody className="tabular">
        {points
          .map(({ name }, index) => (
            <TableRow key={name + index}>
              <LocaleText as="th" scope="row" className="px-4 py-2 font-normal whitespace-nowrap">
                {name}
              </LocaleText>
              {series.map(({ name: column, values }) => (
                <LocaleText as={TableCell} key={column} className="py-2 text-right">
                  {values[index] === null || values[index] === undefined ? "–" : format(values[index])}
                </LocaleText>
              ))}
            </TableRow>
          ))
          .reverse()}
      </tbody>
    </Table>
  );
}
