import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { COLUMN_LABELS } from "@/lib/domain/transfer/format";
import type { ImportFault } from "@/lib/domain/transfer/schema";

/** Every error of a file with its place, numbered as in a spreadsheet. Many are folded at first. */
export function ImportFaults({ faults, count }: { faults: ImportFault[]; count: number }) {
  if (faults.length === 0) return null;
  const table = (
    <div className="max-h-96 overflow-y-auto">
      <Table caption="Errors in the file">
        <thead>
          <tr>
            <TableHead>Row</TableHead>
            <TableHead>Column</TableHead>
            <TableHead>Value</TableHead>
            <TableHead>Error</TableHead>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, value, message }, index) => (
            <TableRow key={index}>
              <TableCell className="py-2 tabular">{row}</TableCell>
              <TableCell className="py-2 whitespace-nowrap">
                {column ? (COLUMN_LABELS[column] ?? column) : "–"}
              </TableCell>
              <TableCell className="max-w-60 py-2 break-words">
                {value ?? <span className="text-quiet">empty</span>}
              </TableCell>
              <TableCell className="py-2">{message}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {count > faults.length ? (
        <p className="mt-2 text-sm text-quiet">
          These are the first {faults.length} of {count}.
        </p>
      ) : null}
    </div>
  );
  if (faults.length <= 10) return <div className="mt-3">{table}</div>;
  return (
    <details className="mt-3">
      <summary className="touch-target cursor-pointer text-sm font-semibold text-accent hover:underline">
        Show all {count} errors
      </summary>
      <div className="mt-2">{table}</div>
    </details>
  );
}
