import { FileText, Image as ImageIcon } from "lucide-react";
import type { ReactNode } from "react";
import { fileKindText, fileSizeText } from "@/lib/platform/text/file";

export type ShownFile = { id: string; name: string; type: string; size: number };
/** `detail` is said before its type and size. */
type ListedFile = ShownFile & { detail?: ReactNode };

type Props = {
  label?: string;
  files: readonly ListedFile[];
  /** The address that answers with the file's content. */
  hrefOf: (id: string) => string;
  /** What can be done with a file, at the end of its line. */
  actionsOf?: (file: ShownFile) => ReactNode;
};

/** Files to open: images in a tab of their own, documents in the reader's own program. */
export function FileList({ label, files, hrefOf, actionsOf }: Props) {
  return (
    <ul aria-label={label} className="grid min-w-0 gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex min-w-0 items-center gap-3">
          <FileLine file={file} href={hrefOf(file.id)} />
          {actionsOf?.(file)}
        </li>
      ))}
    </ul>
  );
}

function FileLine({ file: { name, type, size, detail }, href }: { file: ListedFile; href: string }) {
  const isImage = type.startsWith("image/");
  const Icon = isImage ? ImageIcon : FileText;
  return (
    <a
      href={href}
      {...(isImage ? { target: "_blank", rel: "noopener" } : { download: true })}
      className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-md py-1 hover:[&_.name]:underline"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-quiet" />
      <span className="min-w-0">
        <span className="name block font-medium wrap-anywhere text-accent underline-offset-2">{name}</span>
        <span className="block text-sm text-quiet">
          {detail ? <>{detail} · </> : null}
          {fileKindText(type)} · {fileSizeText(size)}
        </span>
      </span>
    </a>
  );
}
