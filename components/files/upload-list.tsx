import { CircleAlert, RotateCw, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Upload } from "./use-uploads";

type Props = {
  uploads: readonly Upload[];
  onRetry: (upload: Upload) => void;
  onRemove: (upload: Upload) => void;
};

/** Files on their way, and those that didn't arrive, with the reason. */
export function UploadList({ uploads, onRetry, onRemove }: Props) {
  if (uploads.length === 0) return null;
  return (
    <ul className="grid min-w-0 gap-3">
      {uploads.map((upload) => (
        <li key={upload.key} className="flex min-w-0 items-center gap-3">
          <div className="grid min-w-0 flex-1 gap-1">
            <span className="wrap-anywhere">{upload.file.name}</span>
            {upload.failure === null ? (
              <ProgressBar label={`Uploading ${upload.file.name}`} share={upload.share} />
            ) : (
              <p role="alert" className="flex items-start gap-1.5 text-sm text-stop">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span>{upload.failure}</span>
              </p>
            )}
          </div>
          {upload.failure === null ? null : (
            <IconButton label={`Try ${upload.file.name} again`} onClick={() => onRetry(upload)}>
              <RotateCw />
            </IconButton>
          )}
          <IconButton
            label={upload.failure === null ? `Stop uploading ${upload.file.name}` : `Remove ${upload.file.name}`}
            onClick={() => onRemove(upload)}
          >
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
