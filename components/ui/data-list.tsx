import type { Route } from "next";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";
import { Table, TableCell, TableHead, TableRow } from "./table";

export type DataColumn<Row> = {
  key: string;
  header: string;
  /** A phone leaves out the line of one that is null. */
  cell: (row: Row) => ReactNode;
  /** Numbers and buttons are aligned to the end. */
  align?: "end";
  /** On phones: the first line of the entry, at its right edge, or left out. Otherwise a labelled line. */
  phone?: "title" | "aside" | "hidden";
};

export type DataListProps<Row> = {
  caption: string;
  columns: DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row's own page; the title column links to it. */
  rowHref?: (row: Row) => Route;
};

function TitleCell<Row>({
  row,
  column,
  rowHref,
}: {
  row: Row;
  column: DataColumn<Row>;
  rowHref: DataListProps<Row>["rowHref"];
}) {
  if (!rowHref || column.phone !== "title") return column.cell(row);
  return (
    <Link href={rowHref(row)} className="font-semibold hover:underline">
      {column.cell(row)}
    </Link>
  );
}

function PhoneEntry<Row>({ row, columns, rowHref }: { row: Row } & Pick<DataListProps<Row>, "columns" | "rowHref">) {
  const title = columns.filter((column) => column.phone === "title");
  const aside = columns.filter((column) => column.phone === "aside");
  const lines = columns
    .filter(({ phone }) => !phone)
    .map(({ key, header, cell }) => ({ key, header, content: cell(row) }))
    .filter(({ content }) => content !== null);
  return (
    <li className="p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 font-semibold">
          {title.map((column) => (
            <TitleCell key={column.key} row={row} column={column} rowHref={rowHref} />
          ))}
        </div>
        {aside.map((column) => (
          <div key={column.key} className="shrink-0">
            {column.cell(row)}
          </div>
        ))}
      </div>
      <dl className="mt-2 grid gap-1 text-sm">
        {lines.map(({ key, header, content }) => (
          <div key={key} className="flex gap-3">
            <dt className="w-28 shrink-0 text-quiet">{header}</dt>
            <dd className="min-w-0 flex-1">{content}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** A table on wide screens, a list of entries on phones; the same columns feed both. */
export function DataList<Row>({ caption, columns, rows, rowKey, rowHref }: DataListProps<Row>) {
  return (
    <>
      <div className="hidden md:block">
        <Table caption={caption}>
          <thead>
            <tr>
              {columns.map((column) => (
                <TableHead key={column.key} className={cn(column.align === "end" && "text-right")}>
                  {column.header}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={rowKey(row)}>
                {columns.map((column) => (
                  <TableCell key={column.key} className={cn(column.align === "end" && "text-right tabular")}>
                    <TitleCell row={row} column={column} rowHref={rowHref} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label={caption} className="divide-y divide-line rounded-lg border border-line bg-surface md:hidden">
        {rows.map((row) => (
          <PhoneEntry key={rowKey(row)} row={row} columns={columns} rowHref={rowHref} />
        ))}
      </ul>
    </>
  );
}
