import type { ReactNode } from "react";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";
import { treatedNote } from "../treated-note";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function NoteLayout({ params, children }: Props) {
  const { id } = await params;
  // Before anything of the page is streamed, and outside its loading state, so that the answer is a real 404.
  await treatedNote(await requireDoctor(routes.doctor.note(id)), id);
  return children;
}
