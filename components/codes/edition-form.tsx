"use client";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { editionName, releaseIn } from "@/lib/domain/codes/format";
import { SYSTEM_OF, type FileFormat } from "@/lib/domain/codes/status";
import { formatOf, uploadEdition } from "./upload-edition";

type Taken = { file: File; format: FileFormat };

/** Chooses an official file, names its release, and uploads it; the rest happens in the background. */
export function EditionForm() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [release, setRelease] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isSending, startSending] = useTransition();

  const take = async (file: File) => {
    const known = await formatOf(file);
    setFault("refusal" in known ? known.refusal : null);
    if ("refusal" in known) return setTaken(null);
    setTaken({ file, format: known.format });
    setRelease(releaseIn(file.name));
  };
  const upload = ({ file, format }: Taken) =>
    startSending(async () => {
      setFault(null);
      setShare(0);
      const sent = await uploadEdition(file, { format, release: release.trim() }, setShare);
      setShare(null);
      if (!sent.ok) return setFault(sent.message);
      setTaken(null);
      toast.success("Uploaded. It is being loaded; you can leave this page.");
      router.refresh();
    });

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (taken && release.trim() !== "") upload(taken);
      }}
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="button"
          variant={taken ? "secondary" : "primary"}
          disabled={isSending}
          onClick={() => input.current?.click()}
        >
          <FileUp aria-hidden /> {taken ? "Choose another file" : "Choose the file"}
        </Button>
        {taken ? <p className="min-w-0 text-sm break-words text-quiet">{taken.file.name}</p> : null}
        <input
          ref={input}
          type="file"
          accept=".txt,.xml,text/plain,text/xml,application/xml"
          aria-label="The file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // Choosing the same file again is another attempt.
            event.target.value = "";
            if (file) void take(file);
          }}
        />
      </div>
      {taken ? (
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Release" hint="As it is stored with each diagnosis, such as 2026." className="w-full sm:w-72">
            <Input value={release} maxLength={40} required onChange={(event) => setRelease(event.target.value)} />
          </Field>
          <Button type="submit" pending={isSending} disabled={release.trim() === ""} className="sm:mb-6.5">
            Load {editionName({ system: SYSTEM_OF[taken.format], release: release.trim(), isBuiltIn: false })}
          </Button>
        </div>
      ) : null}
      {share === null ? null : <ProgressBar label="Uploading" share={share} />}
      {fault ? <FormMessage title="This file can't be loaded">{fault}</FormMessage> : null}
    </form>
  );
}
