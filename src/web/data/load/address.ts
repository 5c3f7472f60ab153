/** Where files are chosen. */
export const chooseAddress = '/data/load';

export function jobAddress(id: string): string {
  return `${chooseAddress}/${id}`;
}

export function startAddress(id: string): string {
  return `${jobAddress(id)}/start`;
}

export function cancelAddress(id: string): string {
  return `${jobAddress(id)}/cancel`;
}
