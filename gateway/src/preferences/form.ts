/** A form as a browser or a mail provider sends it: RFC 8058 asks for both encodings. */
const encodings = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Null when the bytes are no form. */
export async function formOf(contentType: string | undefined, body: unknown): Promise<FormData | null> {
  if (contentType === undefined || !encodings.test(contentType) || !Buffer.isBuffer(body)) return null;
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData().catch(() => null);
}

/** The body that RFC 8058, section 3.1, demands of a one-click unsubscribe. */
export const oneClick = { name: 'List-Unsubscribe', value: 'One-Click' } as const;

/** A line break behind the value, as some senders end a body, is no part of it. */
export const isOneClick = (form: FormData | null): boolean => {
  const value = form?.get(oneClick.name);
  return typeof value === 'string' && value.trim() === oneClick.value;
};

/** All texts under a name. */
export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');
