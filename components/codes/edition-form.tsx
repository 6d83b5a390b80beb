"use client";
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
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
  const { taken, take, release, setRelease, upload, refusal, share, isSending } = useEdition();
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (taken && release.trim() !== "") upload(taken);
      }}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileButton
          variant={taken ? "secondary" : "primary"}
          disabled={isSending}
          accept=".txt,.xml,text/plain,text/xml,application/xml"
          onFile={(file) => void take(file)}
        >
          <FileUp aria-hidden /> {taken ? "Choose another file" : "Choose the file"}
        </FileButton>
        {taken ? <p className="min-w-0 text-sm break-words text-quiet">{taken.file.name}</p> : null}
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
      {refusal ? <FormMessage title="This file can't be loaded">{refusal}</FormMessage> : null}
    </form>
  );
}

/** The chosen file, why it was refused, and how much of it has been uploaded. */
function useEdition() {
  const router = useRouter();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [release, setRelease] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isSending, startSending] = useTransition();
  const take = async (file: File) => {
    const known = await formatOf(file);
    setRefusal("refusal" in known ? known.refusal : null);
    if ("refusal" in known) return setTaken(null);
    setTaken({ file, format: known.format });
    setRelease(releaseIn(file.name));
  };
  const upload = ({ file, format }: Taken) =>
    startSending(async () => {
      setRefusal(null);
      setShare(0);
      const sent = await uploadEdition(file, { format, release: release.trim() }, setShare);
      setShare(null);
      if (!sent.ok) return setRefusal(sent.message);
      setTaken(null);
      toast.success("Uploaded. It is being loaded; you can leave this page.");
      router.refresh();
    });
  return { taken, take, release, setRelease, upload, refusal, share, isSending };
}
