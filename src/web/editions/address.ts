/** The register. */
export const registerAddress = '/editions';

export const editionAddress = (number: number): string => `${registerAddress}/${number}`;

/** A file as it was published. */
export const publishedFileAddress = (number: number, name: string): string => `${editionAddress(number)}/files/${name}`;

export const restatementsAddress = (number: number): string => `${editionAddress(number)}/restatements`;

export const restatedCasesAddress = (number: number): string => `${restatementsAddress(number)}/cases`;

export const verifyAddress = (number: number): string => `${editionAddress(number)}/verify`;

/** @param other another edition, or what is known now */
export const compareAddress = (number: number, other: number | 'now'): string =>
  `${editionAddress(number)}/compare?with=${other}`;

interface ToPublish {
  readonly report?: string;
  readonly month?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly corrects?: number;
}

/** Where a report is chosen to be published, with what is known of it already. */
export function publishAddress(of: ToPublish = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(of)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? `${registerAddress}/publish` : `${registerAddress}/publish?${query}`;
}

/** Something that was asked for: a check, a publication, a verification. */
export const jobAddress = (id: string): string => `${registerAddress}/work/${id}`;

/** The report as a check would have it published. */
export const proofAddress = (id: string): string => `${jobAddress(id)}/report`;

export const signAddress = (id: string): string => `${jobAddress(id)}/sign`;
