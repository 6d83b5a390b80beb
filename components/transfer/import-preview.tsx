"use client";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import { COLUMN_LABELS, countOf, ENCODING_OPTIONS, SEPARATOR_OPTIONS } from "@/lib/domain/transfer/format";
import type { ImportPreview } from "@/lib/domain/transfer/schema";
import { COLUMN_NAMES, DECIMAL_NAMES } from "@/lib/domain/transfer/status";
import type { Chosen } from "./upload-file";

type Props = {
  name: string;
  preview: ImportPreview;
  /** Known before the preview is loaded. */
  chosen: Chosen;
  isBusy: boolean;
  onChange: (change: Chosen) => void;
  onCheck: () => void;
  onCancel: () => void;
};

const SIGNS = [
  { value: ".", label: "Point: 80.50" },
  { value: ",", label: "Comma: 80,50" },
];

/** How a file is read, each part changeable, with its first parsed rows. Nothing of it is stored yet. */
export function ImportPreviewCard({ name, preview, chosen, isBusy, onChange, onCheck, onCancel }: Props) {
  const { kind, header, missing, rowCount, fault } = preview;
  const read = { ...preview, ...stated(chosen) };
  const ignored = header.length - Object.keys(read.columns).length;
  return (
    <section aria-label="How the file is read" aria-busy={isBusy} className="border-t border-line pt-5">
      <h2 className="mb-1 text-sm font-semibold">3. Check how it is read</h2>
      <p className="mb-4 text-sm break-words text-quiet">
        {name}: {countOf(kind, rowCount)}. Nothing is stored yet.
      </p>
      <FormatFields kind={kind} read={read} onChange={onChange} />
      <h3 className="mt-5 mb-2 text-sm font-semibold">Which column is which</h3>
      <ColumnFields preview={preview} columns={read.columns} onChange={onChange} />
      {ignored > 0 ? (
        <p className="mt-3 text-sm text-quiet">
          {ignored === 1 ? "One other column is ignored." : `${ignored} other columns are ignored.`}
        </p>
      ) : null}
      {fault ? (
        <FormMessage title="This isn't a table yet" className="mt-4">
          {fault}
        </FormMessage>
      ) : (
        <FirstRows preview={preview} />
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button pending={isBusy} disabled={fault !== null || missing.length > 0 || rowCount === 0} onClick={onCheck}>
          Check {countOf(kind, rowCount)}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          Choose another file
        </Button>
      </div>
    </section>
  );
}

type FormatProps = Pick<Props, "onChange"> & {
  kind: ImportPreview["kind"];
  read: Pick<ImportPreview, "encoding" | "separator" | "decimalSign">;
};

function FormatFields({ kind, read: { encoding, separator, decimalSign }, onChange }: FormatProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="Letters look wrong? Encoding">
        <NativeSelect
          value={encoding ?? ""}
          options={ENCODING_OPTIONS}
          onChange={({ target }) => onChange({ encoding: target.value as NonNullable<Chosen["encoding"]> })}
        />
      </Field>
      <Field label="Between cells">
        <NativeSelect
          value={separator}
          options={SEPARATOR_OPTIONS}
          onChange={({ target }) =>
            onChange({ separator: target.value as NonNullable<Chosen["separator"]>, columns: undefined })
          }
        />
      </Field>
      {COLUMN_NAMES[kind].some((one) => DECIMAL_NAMES.includes(one)) ? (
        <Field label="Decimal sign">
          <NativeSelect
            value={decimalSign}
            options={SIGNS}
            onChange={({ target }) => onChange({ decimalSign: target.value === "," ? "," : "." })}
          />
        </Field>
      ) : null}
    </div>
  );
}

type ColumnProps = Pick<Props, "preview" | "onChange"> & { columns: ImportPreview["columns"] };

function ColumnFields({ preview: { kind, header, missing }, columns, onChange }: ColumnProps) {
  const place = (column: string, at: string) => {
    const others = Object.entries(columns).filter(([one, where]) => one !== column && where !== Number(at));
    onChange({ columns: Object.fromEntries(at ? [...others, [column, Number(at)]] : others) });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {COLUMN_NAMES[kind].map((column) => (
        <Field
          key={column}
          label={COLUMN_LABELS[column] ?? column}
          error={missing.includes(column) ? "Choose the file’s column" : undefined}
        >
          <NativeSelect
            empty="Not in the file"
            value={String(columns[column] ?? "")}
            options={header.map((title, index) => ({
              value: String(index + 1),
              label: title.trim() || `Column ${index + 1}`,
            }))}
            onChange={({ target }) => place(column, target.value)}
          />
        </Field>
      ))}
    </div>
  );
}

function stated(chosen: Chosen): Partial<Required<Chosen>> {
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}

function FirstRows({ preview: { kind, columns, rows } }: { preview: ImportPreview }) {
  const shown = COLUMN_NAMES[kind].flatMap((column) =>
    columns[column] === undefined ? [] : [{ column, at: columns[column] - 1 }],
  );
  if (shown.length === 0 || rows.length === 0) return null;
  return (
    <div className="mt-5 overflow-x-auto">
      <Table caption="The first rows as read">
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <TableHead key={column}>{COLUMN_LABELS[column] ?? column}</TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <TableRow key={index}>
              {shown.map(({ column, at }) => (
                <TableCell key={column} className="max-w-72 py-2 break-words">
                  {cells[at]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
