/** 'one case', '2,817 cases' */
export function several(count: number, one: string, many: string): string {
  return count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
}

/** The name of a column of a case list as a heading: 'started_on' becomes 'Started on'. */
export function columnInWords(column: string): string {
  const words = column.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
