import { unsafeListUnsent } from "@/lib/domain/messages/queries";

/** The mails to an address that nothing has sent yet, the newest first. */
export async function mailsTo(email: string) {
  const mails = await unsafeListUnsent(10_000);
  return mails.filter(({ toAddress }) => toAddress.toLowerCase() === email.toLowerCase());
}

/** The newest of them. */
export async function newestMailTo(email: string) {
  const [mail] = await mailsTo(email);
  if (!mail) throw new Error("no mail to this address");
  return mail;
}
